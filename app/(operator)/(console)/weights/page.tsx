import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { WeightsScreen } from "./weights-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.weights");

export default function WeightsPage() {
  return (
    <RoleGate roles={["validator"]}>
      <WeightsScreen />
    </RoleGate>
  );
}
