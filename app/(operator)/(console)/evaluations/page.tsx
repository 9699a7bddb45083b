import { Suspense } from "react";

import { pageTitle } from "../../../page-title.ts";
import { RoleGate } from "../../role-gate.tsx";
import { EvaluationsScreen } from "./evaluations-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.evaluations");

export default function EvaluationsPage() {
  return (
    <RoleGate roles={["validator", "operator"]}>
      {/* What is shown is in the address, which is not known while the page is built. */}
      <Suspense>
        <EvaluationsScreen />
      </Suspense>
    </RoleGate>
  );
}
