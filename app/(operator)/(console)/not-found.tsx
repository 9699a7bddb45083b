import { NotFoundNote } from "#ui/shell/not-found-note.tsx";

export default function ConsoleNotFound() {
  return <NotFoundNote />;
}
