import { LabelScreen } from "./label-screen.tsx";

export default function LabelPage() {
  return <LabelScreen />;
}
