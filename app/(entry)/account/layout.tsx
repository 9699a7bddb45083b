import type { ReactNode } from "react";

import { AppShell } from "../../(operator)/app-shell.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <AppShell>{children}</AppShell>;
}
