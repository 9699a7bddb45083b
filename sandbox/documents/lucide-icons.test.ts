import { expect, test } from "vitest";

import { iconModule } from "./lucide-icons.ts";

const exported = (source: string) =>
  [...(iconModule(source) ?? "").matchAll(/export const (\w+)/g)].map((match) => match[1]);

test.each([
  [`import { Check, Home as House2, type LucideIcon } from "lucide-react";`, ["Check", "Home"]],
  [`import {\n  Check, // done\n  /* not */ X\n} from 'lucide-react'`, ["Check", "X"]],
  [`import * as Icons from "lucide-react"; Icons.Check; <Icons.Trash2 />`, ["Check", "Trash2"]],
  [`export { AlertCircle } from "lucide-react";`, ["AlertCircle"]],
  [`import { NoSuchIcon } from "lucide-react";`, []],
  [`import { Check } from "elsewhere";`, []],
])("%s brings exactly its icons", (source, icons) => {
  expect(exported(source)).toEqual(icons);
});

test("an icon picked at run time is refused, because it would need all of them", () => {
  expect(iconModule(`import * as Icons from "lucide-react"; const I = Icons[name];`)).toBeNull();
});

test("every icon of the package can be read", async () => {
  const names = Object.keys(await import("lucide-react")).filter(
    (name) => /^[A-Z]/.test(name) && !/^(Icon|LucideProvider)$/.test(name),
  );
  expect(names.length).toBeGreaterThan(3000);
  expect(exported(`import { ${names.join(", ")} } from "lucide-react"`)).toEqual([...names].sort());
});
