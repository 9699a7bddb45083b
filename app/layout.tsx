import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { THEME_SCRIPT } from "#ui/shell/theme-script.ts";

import { currentLocale, messagesOf } from "./locale.ts";
import { currentNonce } from "./nonce.ts";
import { Providers } from "./providers.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Dojo", template: "%s · Dojo" },
  description: "Human judgement of live interfaces",
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  return (
    // The script in the head sets the theme before React wakes up; browsers hide the nonce once it was used.
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script nonce={await currentNonce()} suppressHydrationWarning>
          {THEME_SCRIPT}
        </script>
      </head>
      <body>
        <Providers locale={locale} messages={messagesOf(locale)} timeZone="UTC">
          {children}
        </Providers>
      </body>
    </html>
  );
}
