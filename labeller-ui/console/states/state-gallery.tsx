"use client";

import { useState } from "react";

import { Landing } from "../../shell/landing.tsx";
import { NotForYou } from "../../shell/not-for-you.tsx";
import { ShellFrame } from "../../shell/shell-frame.tsx";
import { ConsoleState } from "./console-states.tsx";
import { FormState } from "./form-states.tsx";

const ignore = () => {};
const ROLES = ["labeller", "manager", "validator", "operator"] as const;

/**
 * Every page of the console in a chosen state with made-up data, for looking at and for checking by
 * machine without a running market. `name` is the page, as in `?name=tasks`.
 */
export function StateGallery({ name, roles }: { name: string; roles: readonly string[] }) {
  const [language] = useState("en");
  if (name === "landing") return <Landing language={language} onLanguage={ignore} />;
  const held = ROLES.filter((role) => roles.includes(role));
  return (
    <ShellFrame
      person={{ name: "Ngọc Trần", roles: held.length > 0 ? held : ROLES }}
      path={`/${name}`}
      language={language}
      busy={false}
      onLanguage={ignore}
      onSignOut={ignore}
    >
      {name === "not-for-you" ? <NotForYou needed={["validator"]} held={["labeller"]} /> : null}
      <ConsoleState name={name} />
      <FormState name={name} />
    </ShellFrame>
  );
}
