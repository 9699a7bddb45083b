import { pageTitle } from "../../page-title.ts";
import { AccountScreen } from "../account-screen.tsx";

export const generateMetadata = () => pageTitle("shell.account");

export default function AccountPage() {
  return <AccountScreen />;
}
