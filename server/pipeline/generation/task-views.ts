import { DomainError } from "#server/errors.ts";
import type { Deps } from "#server/platform/deps.ts";

import {
  findAssignmentAudit,
  findTaskDetail,
  listRenderings,
  listRoundAssignments,
  listTasks,
  listTaskVariants,
} from "./task-repository.ts";
import type { TaskDetail, TaskRow } from "./task-schema.ts";

type ReadDeps = Pick<Deps, "db" | "subnet" | "sandboxOrigin">;
type ListInput = {
  roundId?: number | undefined;
  state?: string | undefined;
  kind?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

const encodeCursor = (row: { createdAt: string; id: string }) =>
  Buffer.from(`${row.createdAt}|${row.id}`).toString("base64url");

function decodeCursor(cursor: string): { createdAt: string; id: string } {
  const [createdAt, id] = Buffer.from(cursor, "base64url").toString().split("|");
  if (!createdAt || !id || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(Date.parse(createdAt))) {
    throw new DomainError("invalid", "cursor.malformed", "This cursor is not one of ours: start from the first page.");
  }
  return { createdAt, id };
}

export async function readTasks(
  deps: ReadDeps,
  input: ListInput,
): Promise<{ tasks: TaskRow[]; nextCursor: string | null }> {
  const rows = await listTasks(deps.db.sql, deps.subnet, {
    roundId: input.roundId ?? null,
    state: input.state ?? null,
    kind: input.kind ?? null,
    after: input.cursor === undefined ? null : decodeCursor(input.cursor),
    limit: input.limit + 1,
  });
  const tasks = rows.slice(0, input.limit);
  const last = tasks.at(-1);
  return { tasks, nextCursor: rows.length > input.limit && last ? encodeCursor(last) : null };
}

/** At most this many miners' renderings are shown: a preview, not a list. */
const PREVIEW_MINERS = 12;

export async function readTask(deps: ReadDeps, taskId: string): Promise<TaskDetail> {
  const detail = await findTaskDetail(deps.db.sql, deps.subnet, taskId);
  const urlOf = (hash: string) => `${deps.sandboxOrigin}/d/${hash}`;
  const variants = await listTaskVariants(deps.db.sql, taskId);
  const renderings = await listRenderings(deps.db.sql, taskId, PREVIEW_MINERS);
  return {
    ...detail,
    variants: variants.map(({ documentHash, edits, ...variant }) => ({
      ...variant,
      edits: edits ?? [],
      documentUrl: urlOf(documentHash),
    })),
    renderings: renderings.map(({ documents, levels, ...rendering }) => ({
      ...rendering,
      documentUrls: documents.map(urlOf),
      trueRanks: levels,
    })),
  };
}

export async function readRoundAssignments(deps: ReadDeps, roundId: number) {
  return listRoundAssignments(deps.db.sql, deps.subnet, roundId);
}

export async function readAssignmentAudit(deps: ReadDeps, assignmentId: string) {
  return findAssignmentAudit(deps.db.sql, deps.subnet, assignmentId);
}
