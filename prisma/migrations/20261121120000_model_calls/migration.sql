-- CreateTable
CREATE TABLE "model_call" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "run_id" UUID NOT NULL,
    "task_key" TEXT NOT NULL,
    "step_key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'open',
    "error_code" TEXT,
    "tokens_in" INTEGER,
    "tokens_out" INTEGER,
    "price_micro_max" BIGINT NOT NULL,
    "price_micro" BIGINT,
    "latency_ms" INTEGER,
    "answer_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_month" (
    "month" TEXT NOT NULL,

    CONSTRAINT "model_month_pkey" PRIMARY KEY ("month")
);

-- CreateIndex
CREATE INDEX "model_call_created_at_idx" ON "model_call"("created_at");

-- CreateIndex
CREATE INDEX "model_call_run_id_step_key_idx" ON "model_call"("run_id", "step_key");

-- ------------------------------------------------------------------ written by hand from here
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_outcome_check" CHECK ("outcome" IN ('open', 'ok', 'refused', 'filtered', 'truncated', 'too-large', 'malformed', 'timeout', 'rate-limited', 'unavailable', 'rejected', 'cancelled'));
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_price_check" CHECK ("price_micro_max" >= 0 AND "price_micro" >= 0);
