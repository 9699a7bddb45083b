import { RoleGate } from "../../(operator)/role-gate.tsx";
import { pageTitle } from "../../page-title.ts";
import { OwnScoresScreen } from "./own-scores-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.scores");

export default function ScoresPage() {
  return (
    <RoleGate roles={["manager"]}>
      <OwnScoresScreen />
    </RoleGate>
  );
}
