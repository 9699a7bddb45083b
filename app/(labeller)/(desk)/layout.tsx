import type { ReactNode } from "react";

import { AppShell } from "../../(operator)/app-shell.tsx";
import { RoleGate } from "../../(operator)/role-gate.tsx";

/** A labeller's pages around the work; the work itself has the whole screen. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell>
      <RoleGate roles={["labeller"]}>{children}</RoleGate>
    </AppShell>
  );
}
