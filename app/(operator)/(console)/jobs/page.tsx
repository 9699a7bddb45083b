import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { JobsScreen } from "./jobs-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.jobs");

export default function JobsPage() {
  return (
    <RoleGate roles={["validator", "operator"]}>
      <JobsScreen />
    </RoleGate>
  );
}
