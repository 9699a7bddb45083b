import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { DatasetsScreen } from "./datasets-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.datasets");

export default function DatasetsPage() {
  return (
    <RoleGate roles={["validator"]}>
      <DatasetsScreen />
    </RoleGate>
  );
}
