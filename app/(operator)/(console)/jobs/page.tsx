import { RoleGate } from "../../role-gate.tsx";
import { JobsScreen } from "./jobs-screen.tsx";

export default function JobsPage() {
  return (
    <RoleGate roles={["validator", "operator"]}>
      <JobsScreen />
    </RoleGate>
  );
}
