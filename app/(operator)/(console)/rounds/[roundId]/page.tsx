import { notFound } from "next/navigation";

import { pageTitle } from "../../../../page-title.ts";
import { RoleGate } from "../../../role-gate.tsx";
import { RoundScreen } from "./round-screen.tsx";

type Props = { params: Promise<{ roundId: string }> };

export const generateMetadata = () => pageTitle("console.round");

export default async function RoundPage({ params }: Props) {
  const roundId = Number((await params).roundId);
  if (!Number.isInteger(roundId) || roundId < 1) notFound();
  return (
    <RoleGate roles={["validator", "operator", "manager"]}>
      <RoundScreen roundId={roundId} />
    </RoleGate>
  );
}
