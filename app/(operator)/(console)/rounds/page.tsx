import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { RoundsScreen } from "./rounds-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.rounds");

export default function RoundsPage() {
  return (
    <RoleGate roles={["validator", "operator"]}>
      <RoundsScreen />
    </RoleGate>
  );
}
