import { cookies } from "next/headers";

import { FrontScreen } from "./(operator)/front-screen.tsx";

/** Sends everybody to their work; visitors learn what this is, without waiting for an answer of the API. */
export default async function FrontPage() {
  const hasSession = (await cookies()).getAll().some(({ name }) => name.endsWith("session_token"));
  return <FrontScreen isVisitor={!hasSession} />;
}
