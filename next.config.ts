import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run typecheck` over the whole tree; the build must not do it a second time.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
