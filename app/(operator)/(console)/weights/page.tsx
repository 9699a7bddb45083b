import { RoleGate } from "../../role-gate.tsx";
import { WeightsScreen } from "./weights-screen.tsx";

export default function WeightsPage() {
  return (
    <RoleGate roles={["validator"]}>
      <WeightsScreen />
    </RoleGate>
  );
}
