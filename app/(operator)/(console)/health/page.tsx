import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { HealthScreen } from "./health-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.health");

export default function HealthPage() {
  return (
    <RoleGate roles={["operator"]}>
      <HealthScreen />
    </RoleGate>
  );
}
