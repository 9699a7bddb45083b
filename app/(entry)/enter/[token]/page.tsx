import { pageTitle } from "../../../page-title.ts";
import { EnterScreen } from "../../enter-screen.tsx";

/** Looking at this page changes nothing: mail scanners open links too. */
export const generateMetadata = () => pageTitle("entry.enter.title");

export default async function EnterPage({ params }: { params: Promise<{ token: string }> }) {
  return <EnterScreen token={(await params).token} />;
}
