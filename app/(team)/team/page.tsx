import { RoleGate } from "../../(operator)/role-gate.tsx";
import { pageTitle } from "../../page-title.ts";
import { TeamScreen } from "./team-screen.tsx";

type Props = { searchParams: Promise<{ id?: string | string[] }> };

export const generateMetadata = () => pageTitle("shell.place.team");

export default async function TeamPage({ searchParams }: Props) {
  const { id } = await searchParams;
  return (
    <RoleGate roles={["manager"]}>
      <TeamScreen asked={typeof id === "string" ? id : null} />
    </RoleGate>
  );
}
