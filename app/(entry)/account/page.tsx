import { AccountScreen } from "../account-screen.tsx";

export default function AccountPage() {
  return <AccountScreen />;
}
