/** The languages of the interface, each by its own name, so that those who need one can find it. */
export const LANGUAGES = [
  { tag: "en", name: "English" },
  { tag: "zh-Hans", name: "简体中文" },
  { tag: "ru", name: "Русский" },
  { tag: "vi", name: "Tiếng Việt" },
] as const;
export type Language = (typeof LANGUAGES)[number]["tag"];
