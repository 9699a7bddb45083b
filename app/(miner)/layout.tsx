import type { ReactNode } from "react";

import { AppShell } from "../(operator)/app-shell.tsx";

export default function MinerLayout({ children }: { children: ReactNode }) {
  return <AppShell>{children}</AppShell>;
}
