import { InviteScreen } from "../../invite-screen.tsx";

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  return <InviteScreen token={(await params).token} />;
}
