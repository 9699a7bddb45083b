import { z } from "zod";

import { listLibraryProblems, type LibraryProblem, readLibraryProblem } from "#server/pipeline/generation/library.ts";

import type { ReceivedRequest } from "./received-request.ts";

/**
 * What a good model would answer, out of the bundled library: its problems whose designs all pass the problem's own
 * checks, in turn, and their designs in turn. A repair brings the next design of the problem that the prompt holds.
 */
export function libraryAnswer(): (request: ReceivedRequest) => unknown {
  const problems = listLibraryProblems()
    .map((slug) => readLibraryProblem(slug))
    // A generated completion cannot override a check's steps.
    .filter(({ bases }) => bases.every((base) => Object.keys(base.steps).length === 0));
  let nextProblem = 0;
  const nextBase = new Map<string, number>();
  return (request) => {
    const asked = nameOf(request);
    if (asked === "problem") {
      const { file } = at(problems, nextProblem++);
      return { prompt: { ...file.prompt }, checks: file.checks };
    }
    const text = request.messages.map((message) => message.content).join("\n");
    const problem = problems.find(({ file }) => text.includes(file.prompt.en)) ?? at(problems, 0);
    if (asked === "degradation") return degraded(problem, text);
    const turn = nextBase.get(problem.file.slug) ?? 0;
    nextBase.set(problem.file.slug, turn + 1);
    const base = at(problem.bases, turn);
    const completion = { title: base.title, entry: base.source.entry, content: base.source.files[0]?.content ?? "" };
    return asked === "repair" ? { diagnosis: "A closing tag was missing.", ...completion } : completion;
  };
}

/** The base that the prompt shows, with its most ordinary mistake: a button that does nothing. */
function degraded(problem: LibraryProblem, text: string): unknown {
  const base = problem.bases.find((each) => text.includes(each.source.files[0]?.content ?? "")) ?? at(problem.bases, 0);
  const content = base.source.files[0]?.content ?? "";
  const broken = content.replace(/onClick=\{\(\) =>/, "onDoubleClick={() =>");
  return {
    mistakes: [{ mistake: "A button listens to the wrong event", family: "behaviour", site: "a button" }],
    content: broken,
  };
}

const toldSchema = z.string();

/** The name of the structure; without structured output it is known by the schema in the instructions. */
function nameOf(request: ReceivedRequest): string {
  const named = request.response_format?.json_schema?.name;
  if (named !== undefined) return named;
  const told = toldSchema.parse(request.messages[0]?.content);
  if (told.includes('"checks"')) return "problem";
  if (told.includes('"mistakes"')) return "degradation";
  return told.includes('"diagnosis"') ? "repair" : "completion";
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("the library is empty");
  return item;
}
