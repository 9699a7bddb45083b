import { notFound } from "next/navigation";

import { pageTitle } from "../../../../../../page-title.ts";
import { RoleGate } from "../../../../../role-gate.tsx";
import { ExplanationScreen } from "./explanation-screen.tsx";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Props = { params: Promise<{ roundId: string; minerId: string }> };

export const generateMetadata = () => pageTitle("console.formula.heading");

export default async function ExplanationPage({ params }: Props) {
  const { roundId: roundText, minerId } = await params;
  const roundId = Number(roundText);
  if (!Number.isInteger(roundId) || roundId < 1 || !UUID.test(minerId)) notFound();
  return (
    <RoleGate roles={["validator", "operator", "manager"]}>
      <ExplanationScreen roundId={roundId} minerId={minerId} />
    </RoleGate>
  );
}
