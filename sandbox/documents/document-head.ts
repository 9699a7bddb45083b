import { shimScript } from "#sandbox/shim/shim-script.ts";

/** Every document has the same title: one of its own would be read aloud, and would tell documents apart. */
export const NEUTRAL_TITLE = "Interface";

export const VIEWPORT_CONTENT = "width=device-width, initial-scale=1";

/** What stands first in every head. The shim is the first script: code that ran before it could replace what it captures. */
export function documentHead(viewport = VIEWPORT_CONTENT): string {
  return [
    '<meta charset="utf-8">',
    `<meta name="viewport" content="${viewport}">`,
    `<title>${NEUTRAL_TITLE}</title>`,
    `<script>${shimScript()}</script>`,
  ].join("");
}
