import { HistoryScreen } from "./history-screen.tsx";

export default function HistoryPage() {
  return <HistoryScreen />;
}
