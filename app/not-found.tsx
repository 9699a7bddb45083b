import { NotFoundNote } from "#ui/shell/not-found-note.tsx";

import { pageTitle } from "./page-title.ts";

export const generateMetadata = () => pageTitle("shell.notFound.title");

export default function NotFound() {
  return <NotFoundNote />;
}
