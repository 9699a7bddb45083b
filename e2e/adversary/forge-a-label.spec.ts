import type { Page } from "@playwright/test";

import { expect, signInAs, test } from "../fixtures/people.ts";

type Answer = { status: number; code: string; data: unknown };

/** Calls a procedure from the page, with its session, as a script in the console would. */
function call(page: Page, kind: "query" | "mutation", path: string, input: unknown): Promise<Answer> {
  return page.evaluate(
    async ({ kind: how, path: name, input: value }) => {
      const body = JSON.stringify({ json: value });
      const answer =
        how === "query"
          ? await fetch(`/api/trpc/${name}?input=${encodeURIComponent(body)}`)
          : await fetch(`/api/trpc/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body });
      const text = await answer.json();
      return {
        status: answer.status,
        code: text.error?.json?.data?.refusal?.code ?? "",
        data: text.result?.data?.json ?? null,
      };
    },
    { kind, path, input },
  );
}

test("a labeller with a console gets no truth, no second vote and no foreign place", async ({ page }) => {
  await signInAs(page, "labeller");
  const next = await call(page, "mutation", "assignment.next", undefined);
  const text = JSON.stringify(next.data);
  expect(text).toContain("leaseToken");
  for (const secret of ["level", "effect", "truth", "realisation", "secret", "control", "sourceHash"])
    expect(text).not.toContain(`"${secret}"`);
  const { assignment } = next.data as {
    assignment: { assignmentId: string; leaseToken: string; completions: { id: string }[] };
  };
  const ids = assignment.completions.map(({ id }) => id);
  const place = { assignmentId: assignment.assignmentId, leaseToken: assignment.leaseToken };

  for (const ranking of [
    [ids.slice(0, 3)],
    [[ids[0], ...ids]],
    [[...ids, "c_foreign"]],
    [ids.slice(0, 3), ["c_foreign"]],
  ])
    expect((await call(page, "mutation", "labelling.submit", { ...place, ranking })).status).toBe(400);
  const forged = { ...place, leaseToken: crypto.randomUUID(), ranking: ids.map((id) => [id]) };
  expect((await call(page, "mutation", "labelling.submit", forged)).status).toBeGreaterThanOrEqual(400);

  for (const path of ["tasks.list", "tasks.get", "weights.ofRound", "export.list"])
    expect((await call(page, "query", path, {})).status, path).toBe(403);

  const first = await call(page, "mutation", "labelling.submit", { ...place, ranking: ids.map((id) => [id]) });
  const second = await call(page, "mutation", "labelling.submit", {
    ...place,
    ranking: ids.toReversed().map((id) => [id]),
  });
  expect(first).toMatchObject({ status: 200, code: "" });
  // Either the first receipt again, or a refusal: never a second label.
  if (second.status === 200) expect(second.data).toEqual(first.data);
  else expect(second.status).toBe(409);
});
