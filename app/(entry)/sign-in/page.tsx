import { pageTitle } from "../../page-title.ts";
import { nextPath } from "../next-path.ts";
import { SignInScreen } from "../sign-in-screen.tsx";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export const generateMetadata = () => pageTitle("entry.signIn.title");

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInScreen next={nextPath(next)} />;
}
