import { pageTitle } from "../../../page-title.ts";
import { HomeScreen } from "./home-screen.tsx";

export const generateMetadata = () => pageTitle("shell.place.home");

export default function HomePage() {
  return <HomeScreen />;
}
