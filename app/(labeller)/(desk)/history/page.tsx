import { pageTitle } from "../../../page-title.ts";
import { HistoryScreen } from "./history-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.history");

export default function HistoryPage() {
  return <HistoryScreen />;
}
