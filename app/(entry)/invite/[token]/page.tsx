import { pageTitle } from "../../../page-title.ts";
import { InviteScreen } from "../../invite-screen.tsx";

export const generateMetadata = () => pageTitle("entry.invite.titlePlatform");

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  return <InviteScreen token={(await params).token} />;
}
