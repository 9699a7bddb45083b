import { z } from "@hono/zod-openapi";

import { readDatasetFile, readDatasets } from "#server/pipeline/export/service.ts";
import { datasetViewSchema } from "#server/pipeline/export/schema.ts";
import { readCommitment, readScores } from "#server/pipeline/scoring/explanation.ts";
import { revealedCommitmentSchema, scoreViewSchema } from "#server/pipeline/scoring/schema.ts";
import { roundSummarySchema } from "#server/rounds/schema.ts";
import { readRounds } from "#server/rounds/service.ts";

import { defineRoute, jsonAnswer, type RestApp } from "./route.ts";

const roundParams = z.object({ roundId: z.coerce.number().int().positive() });

const health = defineRoute("public", {
  method: "get",
  path: "/health",
  responses: jsonAnswer(z.object({ status: z.literal("ok") }), "The process serves and reaches its database."),
});
const rounds = defineRoute("account", {
  method: "get",
  path: "/rounds",
  responses: jsonAnswer(roundSummarySchema.array(), "Rounds of this subnet, newest first."),
});
const scores = defineRoute("account", {
  method: "get",
  path: "/rounds/{roundId}/scores",
  request: { params: roundParams },
  responses: jsonAnswer(scoreViewSchema.array(), "Scores of a round, best first; empty until it has closed."),
});
const commitment = defineRoute("public", {
  method: "get",
  path: "/commitments/{taskId}",
  request: { params: z.object({ taskId: z.uuid() }) },
  responses: jsonAnswer(revealedCommitmentSchema, "A task's commitment, with its truth once the round has closed."),
});
const datasets = defineRoute("validator", {
  method: "get",
  path: "/datasets",
  responses: jsonAnswer(datasetViewSchema.array(), "Datasets, newest first."),
});
const datasetFile = defineRoute("validator", {
  method: "get",
  path: "/datasets/{datasetId}/files/{path}",
  request: { params: z.object({ datasetId: z.uuid(), path: z.string().max(300) }) },
  responses: { 200: { description: "One file of a dataset, as its manifest names it (slashes encoded)." } },
});

/** Every route of `/api/v1`, for the OpenAPI document and the test that walks them as every role. */
export const REST_ROUTES = { health, rounds, scores, commitment, datasets, datasetFile };

export function registerRoutes(app: RestApp): void {
  app.openapi(health, async (c) => {
    await c.get("deps").db.sql("select 1");
    return c.json({ status: "ok" as const }, 200);
  });
  app.openapi(rounds, async (c) => c.json(roundSummarySchema.array().parse(await readRounds(c.get("deps"))), 200));
  app.openapi(scores, async (c) => {
    const { roundId } = c.req.valid("param");
    return c.json(scoreViewSchema.array().parse(await readScores(c.get("deps"), roundId)), 200);
  });
  app.openapi(commitment, async (c) => {
    const { taskId } = c.req.valid("param");
    return c.json(revealedCommitmentSchema.parse(await readCommitment(c.get("deps"), taskId)), 200);
  });
  app.openapi(datasets, async (c) => c.json(datasetViewSchema.array().parse(await readDatasets(c.get("deps"))), 200));
  app.openapi(datasetFile, async (c) => {
    const { datasetId, path } = c.req.valid("param");
    const file = await readDatasetFile(c.get("deps"), datasetId, path);
    const headers = {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${path.split("/").at(-1)}"`,
    };
    return c.body(Uint8Array.from(file.bytes), 200, headers);
  });
}
