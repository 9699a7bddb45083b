import { Suspense } from "react";

import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { TasksScreen } from "./tasks-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.tasks");

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
