import { pageTitle } from "../../page-title.ts";
import { LabelScreen } from "./label-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.label");

export default function LabelPage() {
  return <LabelScreen />;
}
