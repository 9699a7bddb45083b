/** Where this browser keeps the person's choice. */
export const THEME_KEY = "dojo-theme";

/**
 * Sets the stored theme before the first paint. A string, because it must run as an inline script in
 * the head: by the time a bundle runs, the page has flashed in the other colours.
 */
export const THEME_SCRIPT = `try{const t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
