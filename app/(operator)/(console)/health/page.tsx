import { RoleGate } from "../../role-gate.tsx";
import { HealthScreen } from "./health-screen.tsx";

export default function HealthPage() {
  return (
    <RoleGate roles={["operator"]}>
      <HealthScreen />
    </RoleGate>
  );
}
