import { RoleGate } from "../../role-gate.tsx";
import { RoundsScreen } from "./rounds-screen.tsx";

export default function RoundsPage() {
  return (
    <RoleGate roles={["validator", "operator"]}>
      <RoundsScreen />
    </RoleGate>
  );
}
