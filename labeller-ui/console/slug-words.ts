/** A slug as a title: `kanban-board` → `Kanban board`. */
export function slugWords(slug: string): string {
  const words = slug.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
