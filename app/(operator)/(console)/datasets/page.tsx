import { RoleGate } from "../../role-gate.tsx";
import { DatasetsScreen } from "./datasets-screen.tsx";

export default function DatasetsPage() {
  return (
    <RoleGate roles={["validator"]}>
      <DatasetsScreen />
    </RoleGate>
  );
}
