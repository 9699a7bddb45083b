import type { ReactNode } from "react";

import { AppShell } from "../../(operator)/app-shell.tsx";

export default function TeamLayout({ children }: { children: ReactNode }) {
  return <AppShell>{children}</AppShell>;
}
