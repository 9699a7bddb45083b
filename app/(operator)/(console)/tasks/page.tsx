import { Suspense } from "react";

import { RoleGate } from "../../role-gate.tsx";
import { TasksScreen } from "./tasks-screen.tsx";

export default function TasksPage() {
  return (
    <RoleGate roles={["validator"]}>
      {/* The filter is in the address, which is not known while the page is built. */}
      <Suspense>
        <TasksScreen />
      </Suspense>
    </RoleGate>
  );
}
