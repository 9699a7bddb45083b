/** Where to go after signing in: a path of ours or the front page, never another site. */
export function nextPath(asked: string | string[] | undefined): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  const base = "http://dojo.invalid";
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  return url?.origin === base ? `${url.pathname}${url.search}` : "/";
}

/** A whole new page, so that nothing that was fetched for somebody else survives. */
export const goTo = (path: string): void => window.location.assign(path);
