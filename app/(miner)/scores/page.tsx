import { RoleGate } from "../../(operator)/role-gate.tsx";
import { OwnScoresScreen } from "./own-scores-screen.tsx";

export default function ScoresPage() {
  return (
    <RoleGate roles={["manager"]}>
      <OwnScoresScreen />
    </RoleGate>
  );
}
