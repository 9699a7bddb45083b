import type { HealthView, JobRunView } from "#server/operations/schema.ts";
import type { DatasetView } from "#server/pipeline/export/schema.ts";
import type { TaskDetail, TaskRow } from "#server/pipeline/generation/task-schema.ts";

import type { RoundSummary } from "./rounds/round-summary.ts";
import type { Loading } from "./loaded.tsx";

/* Made-up data that shows every state of the console's components. Nothing of it is ever mixed with real data. */

export const at = (minute: number) => new Date(Date.UTC(2026, 2, 14, 9, minute));
export const hex = (seed: number) =>
  Array.from({ length: 64 }, (_, index) => ((seed * 7 + index * 13 + ((seed * index) % 11)) % 16).toString(16)).join(
    "",
  );

export const loaded = <Data>(data: Data): Loading<Data> => ({ data, error: null, refetch: () => {} });
export const waiting: Loading<never> = { data: undefined, error: null, refetch: () => {} };
export const failed: Loading<never> = {
  data: undefined,
  error: Object.assign(new Error("fetch failed"), { name: "TRPCClientError" }),
  refetch: () => {},
};

const slugs = ["kanban-board", "bill-splitter", "palette-lab", "quiz-player", "orbit-simulator", "habit-tracker"];
const taskStates = ["open", "open", "open", "closed", "draft", "quarantined"] as const;

const taskOf = (index: number): TaskRow => ({
  id: `00000000-0000-4000-8000-0000000000${String(index).padStart(2, "0")}`,
  roundId: 7,
  roundNumber: 7,
  problem: slugs[index % slugs.length] ?? "",
  kind: index % 2 === 0 ? "control" : "normal",
  state: taskStates[index % taskStates.length] ?? "open",
  overlap: 5,
  submitted: (index * 3) % 6,
  leased: index % 3,
  rendered: index % 5,
  openedAt: index % 6 === 4 ? null : at(index),
  commitment: index % 6 === 4 || index % 2 === 1 ? null : hex(index),
});
export const tasks = Array.from({ length: 14 }, (_, index) => taskOf(index));

/** A small counter page that answers the frame's handshake, so that previews live without a sandbox. */
const documentOf = (label: string, colour: string) =>
  `data:text/html,${encodeURIComponent(
    `<!doctype html><meta charset=utf-8><body style="font:16px system-ui;margin:2rem;color:#222"><h1>${label}</h1><p>Three cards, two columns.</p><button style="padding:.6rem 1rem;border:0;border-radius:8px;background:${colour};color:#fff">Add card</button><script>addEventListener("message",e=>{const p=e.ports[0];if(!p)return;p.onmessage=m=>m.data.k==="ping"&&p.postMessage({k:"pong",n:m.data.n});p.postMessage({k:"ready",nonce:e.data.nonce})});parent.postMessage({k:"dojo:hello",v:1},"*")</script>`,
  )}`;
export const documents = ["#4338ca", "#166534", "#92400e", "#b42318"].map((colour, index) =>
  documentOf(`Garden board ${index + 1}`, colour),
);

const bands = [
  { level: 0, fromMilli: 0, toMilli: 30 },
  { level: 1, fromMilli: 104, toMilli: 204 },
  { level: 2, fromMilli: 287, toMilli: 387 },
  { level: 3, fromMilli: 512, toMilli: 1000 },
];
const titles = ["Corkboard with index cards", "Ink on graph paper", "Greenhouse", "Night shift"];
const mistakes = [
  [],
  [{ name: "contrast-lowered", family: "visual", site: "text colour of heading “To do”" }],
  [
    { name: "handler-dropped", family: "behaviour", site: "onClick of button “Add card”" },
    { name: "spacing-collapsed", family: "layout", site: "gap of list “In progress”" },
  ],
  [
    { name: "update-lost", family: "behaviour", site: "setCards in moveRight" },
    { name: "elements-overlap", family: "layout", site: "position of column “Done”" },
    { name: "label-generic", family: "content", site: "text of button “Clear done”" },
  ],
];
const decoy = { name: "branch-braced", family: "decoy", site: "if in render" };

const variants: TaskDetail["variants"] = titles.flatMap((title, base) =>
  bands.flatMap(({ level, fromMilli, toMilli }) =>
    [0, 1, 2].map((realisation) => ({
      base,
      level,
      realisation,
      completionId: `${base}-${level}-${realisation}`,
      title,
      effectMilli: Math.round(
        fromMilli + ((base * 31 + realisation * 47 + level * 13) % 90) * 0.011 * Math.min(300, toMilli - fromMilli),
      ),
      edits: [...(mistakes[level] ?? []), ...Array.from({ length: 4 }, () => decoy)],
      documentUrl: documents[level] ?? "",
    })),
  ),
);

export const prompt =
  "A neighbourhood garden group is preparing its open day and needs one shared board. Three columns, “To do”, “In progress” and “Done”, start with three, two and one example cards and always show their count.";

export const task: TaskDetail = {
  ...taskOf(0),
  prompts: {
    en: prompt,
    "zh-Hans": "一个社区花园小组正在筹备开放日，需要一块大家共用的看板。看板分为三列，并始终显示卡片数量。",
    ru: "Соседский садовый кружок готовит день открытых дверей, и ему нужна общая доска с тремя колонками.",
    vi: "Một nhóm làm vườn trong khu phố đang chuẩn bị ngày mở cửa và cần một bảng việc chung có ba cột.",
  },
  bands,
  variants,
  renderings: ["Aurora Labelling", "Bao Nhan Studio", "Северный ветер"].map((minerName, index) => ({
    minerId: `m${index}`,
    minerName,
    documentUrls: [0, 1, 2, 3].map((position) => documents[(position + index) % 4] ?? ""),
    trueRanks: [0, 1, 2, 3].map((position) => (position * 3 + index) % 4),
  })),
};

const settings = {
  controlShare: 0.5,
  overlap: 5,
  leaseSeconds: 900,
  durationHours: 168,
  closingGraceSeconds: 900,
  labellerCap: 500,
  minDwellMs: 3000,
  baseline: 0.3,
  burn: 0.1,
  burnUid: 0,
  targetTasks: { control: 6, normal: 6 },
};

export const rounds: RoundSummary[] = Array.from({ length: 7 }, (_, index) => {
  const number = 7 - index;
  return {
    id: number,
    number,
    state: index === 0 ? "open" : "closed",
    settings,
    secretHash: hex(number),
    secretReveal: index === 0 ? null : hex(number + 40),
    openedAt: at(-1440 * index),
    closesAt: index === 0 ? at(1440) : null,
    graceEndsAt: null,
    labelledAt: null,
    closedAt: index === 0 ? null : at(-1440 * (index - 1) - 30),
    tasks: 12 + index * 3,
    labels: 140 + index * 61,
  };
});

export const jobs: JobRunView[] = (
  [
    ["export-dataset", "running", 1840, 4200, "Writing dpo/train-00001.parquet", "version 3"],
    ["prepare-problem", "running", 7, 24, "Measuring variants of “Greenhouse”", "kanban-board"],
    ["prepare-problem", "queued", 0, 0, "", "orbit-simulator"],
    ["export-dataset", "done", 3900, 3900, "Wrote 14 files", "version 2"],
    ["prepare-problem", "failed", 3, 24, "The sandbox has no browser: interfaces cannot be verified.", "palette-lab"],
    ["export-dataset", "cancelled", 120, 3900, "Stopped on request.", "version 1"],
  ] as const
).map(([kind, state, done, all, message, subject], index) => ({
  id: `j${index}`,
  kind,
  state,
  done,
  total: all,
  message,
  subject,
  cancelRequested: false,
  createdAt: at(50 - index * 4),
  updatedAt: at(52 - index * 3),
  endedAt: state === "running" || state === "queued" ? null : at(52 - index * 3),
}));

const file = (path: string, config: "dpo" | "sft" | "kto" | "rankings" | null, rows: number, bytes: number) => ({
  path,
  config,
  format: path.split(".").at(-1) ?? "",
  rows,
  bytes,
  sha256: hex(rows + bytes),
});

export const datasets: DatasetView[] = (["running", "ready", "failed"] as const).map((state, index) => ({
  id: `00000000-0000-4000-a000-00000000000${index}`,
  version: 3 - index,
  state,
  request: {
    roundIds: index === 1 ? [4, 5, 6] : [],
    configs: ["dpo", "sft", "kto", "rankings"],
    formats: ["parquet"],
    posteriorMin: 0.8,
  },
  message: state === "failed" ? "Pre-flight: 3 prompts are longer than any trainer's context." : null,
  jobRunId: index === 0 ? "j0" : null,
  createdAt: at(40 - index * 600),
  readyAt: state === "ready" ? at(42 - index * 600) : null,
  files:
    state === "ready"
      ? [
          file("dpo/train-00000.parquet", "dpo", 1240, 3_400_000),
          file("sft/train-00000.parquet", "sft", 402, 1_100_000),
          file("kto/train-00000.parquet", "kto", 1608, 2_900_000),
          file("rankings/train-00000.parquet", "rankings", 402, 240_000),
          file("README.md", null, 0, 5_210),
        ]
      : [],
  counts: state === "ready" ? { dpo: 1240, sft: 402, kto: 1608, rankings: 402 } : {},
}));

export const health: HealthView = {
  status: "degraded",
  database: { ok: true, version: "18.4", sizeMb: 214.6, connections: 17 },
  sandbox: { ok: true, browser: "Chromium 156.0.7712.0", queued: 3, running: 2, detail: null },
  queue: [
    { job: "render-task", waiting: 12, running: 2, failed: 0, oldestSeconds: 4 },
    { job: "prepare-problem", waiting: 3, running: 1, failed: 1, oldestSeconds: 640 },
    { job: "expire-leases", waiting: 1, running: 0, failed: 0, oldestSeconds: 0 },
  ],
  versions: {
    node: "20.20.0",
    postgresql: "18.4",
    scoring: "control-score/2",
    aggregation: "mallows-em/1",
    weights: "weights/2",
    sandbox: "policy/1",
  },
};
