-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "level" SMALLINT NOT NULL DEFAULT 1,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "aaguid" TEXT,
    "created_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_link" (
    "token_hash" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "team_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("team_id","account_id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "team_id" UUID,
    "validator_id" UUID,
    "role" TEXT NOT NULL,
    "cap" INTEGER NOT NULL DEFAULT 1,
    "used" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "miner" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "hotkey" TEXT NOT NULL,
    "coldkey" TEXT,
    "uid" SMALLINT,
    "team_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "miner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "validator" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "hotkey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "validator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "validator_member" (
    "validator_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "validator_member_pkey" PRIMARY KEY ("validator_id","account_id")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "persona" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "prompts" JSONB NOT NULL,
    "checks" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "problem_id" UUID NOT NULL,
    "base_id" UUID,
    "origin" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source_hash" TEXT NOT NULL,
    "document_hash" TEXT NOT NULL,
    "check_steps" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "degradation" (
    "completion_id" UUID NOT NULL,
    "base_id" UUID NOT NULL,
    "seed" TEXT NOT NULL,
    "aimed_level" SMALLINT NOT NULL,
    "edits" JSONB NOT NULL,
    "effect_milli" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "degradation_pkey" PRIMARY KEY ("completion_id")
);

-- CreateTable
CREATE TABLE "verification" (
    "document_hash" TEXT NOT NULL,
    "checks_hash" TEXT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT,
    "signals" JSONB,
    "browser" TEXT NOT NULL,
    "wall_ms" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("document_hash","checks_hash","policy_version")
);

-- CreateTable
CREATE TABLE "round" (
    "id" SERIAL NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "secret_sealed" BYTEA NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "secret_reveal" TEXT,
    "settings" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3),
    "grace_ends_at" TIMESTAMPTZ(3),
    "labelled_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "opens_next" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "round_id" INTEGER NOT NULL,
    "problem_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "overlap" SMALLINT NOT NULL,
    "submitted" SMALLINT NOT NULL DEFAULT 0,
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "min_level" SMALLINT NOT NULL DEFAULT 0,
    "languages" TEXT[],
    "bands" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_variant" (
    "task_id" UUID NOT NULL,
    "base" SMALLINT NOT NULL,
    "level" SMALLINT NOT NULL,
    "realisation" SMALLINT NOT NULL,
    "completion_id" UUID NOT NULL,

    CONSTRAINT "task_variant_pkey" PRIMARY KEY ("task_id","base","level","realisation")
);

-- CreateTable
CREATE TABLE "commitment" (
    "task_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "round_id" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "truth" JSONB NOT NULL,
    "salt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealed_at" TIMESTAMPTZ(3),

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "rendering" (
    "task_id" UUID NOT NULL,
    "miner_id" UUID NOT NULL,
    "documents" TEXT[],
    "variants" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rendering_pkey" PRIMARY KEY ("task_id","miner_id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "task_id" UUID NOT NULL,
    "slot_no" SMALLINT NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "round_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'free',
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "rnd" INTEGER NOT NULL DEFAULT (random() * 2147483647)::int,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slot_id" UUID,
    "task_id" UUID NOT NULL,
    "round_id" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "labeller_id" TEXT NOT NULL,
    "miner_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "lease_token" UUID NOT NULL DEFAULT gen_random_uuid(),
    "leased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "extensions" SMALLINT NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "skip_reason" TEXT,
    "skip_note" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "assignment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "label" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "assignment_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "labeller_id" TEXT NOT NULL,
    "miner_id" UUID NOT NULL,
    "ranks" SMALLINT[],
    "unusable" SMALLINT[],
    "ratings" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_pkey" PRIMARY KEY ("network","netuid","round_id","id")
) PARTITION BY LIST ("round_id");

-- CreateTable
CREATE TABLE "receipt" (
    "assignment_id" UUID NOT NULL,
    "round_id" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "label_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "observation" (
    "round_id" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "entry_id" UUID NOT NULL,
    "sample_id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "evaluator" TEXT NOT NULL,
    "signature" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("network","netuid","round_id","entry_id","sample_id","metric")
) PARTITION BY LIST ("round_id");

-- CreateTable
CREATE TABLE "consensus" (
    "task_id" UUID NOT NULL,
    "algorithm_version" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "round_id" INTEGER NOT NULL,
    "ranks" SMALLINT[],
    "posterior" DOUBLE PRECISION[],
    "raters" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consensus_pkey" PRIMARY KEY ("network","netuid","task_id","algorithm_version")
);

-- CreateTable
CREATE TABLE "score" (
    "round_id" INTEGER NOT NULL,
    "miner_id" UUID NOT NULL,
    "algorithm_version" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "seed" TEXT NOT NULL,
    "control_answers" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "answers_paid" DOUBLE PRECISION NOT NULL,
    "expired" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "mean_tau" DOUBLE PRECISION NOT NULL,
    "shrunk_mean" DOUBLE PRECISION NOT NULL,
    "lower_bound" DOUBLE PRECISION NOT NULL,
    "baseline" DOUBLE PRECISION NOT NULL,
    "reward" DOUBLE PRECISION NOT NULL,
    "cluster_size" INTEGER NOT NULL DEFAULT 1,
    "effective_members" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "share" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_pkey" PRIMARY KEY ("network","netuid","round_id","miner_id","algorithm_version")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" INTEGER NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "kind" TEXT NOT NULL,
    "miner_ids" UUID[],
    "statistic" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "weight_vector" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "round_id" INTEGER NOT NULL,
    "validator_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "algorithm_version" TEXT NOT NULL,
    "burn" DOUBLE PRECISION NOT NULL,
    "burn_uid" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "chain" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "weight_vector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "network" TEXT NOT NULL,
    "netuid" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "manifest" JSONB,
    "message" TEXT,
    "job_run_id" UUID,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ready_at" TIMESTAMPTZ(3),

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT NOT NULL DEFAULT '',
    "subject" TEXT,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "started_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "id" BIGSERIAL NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "credential_account_id_idx" ON "credential"("account_id");

-- CreateIndex
CREATE INDEX "identity_verification_identifier_idx" ON "identity_verification"("identifier");

-- CreateIndex
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");

-- CreateIndex
CREATE INDEX "passkey_credential_id_idx" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE INDEX "invite_team_id_idx" ON "invite"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "miner_team_id_key" ON "miner"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "miner_network_netuid_hotkey_key" ON "miner"("network", "netuid", "hotkey");

-- CreateIndex
CREATE UNIQUE INDEX "validator_network_netuid_hotkey_key" ON "validator"("network", "netuid", "hotkey");

-- CreateIndex
CREATE INDEX "validator_member_account_id_idx" ON "validator_member"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "problem_slug_key" ON "problem"("slug");

-- CreateIndex
CREATE INDEX "completion_base_id_idx" ON "completion"("base_id");

-- CreateIndex
CREATE UNIQUE INDEX "completion_problem_id_source_hash_key" ON "completion"("problem_id", "source_hash");

-- CreateIndex
CREATE INDEX "degradation_base_id_effect_milli_idx" ON "degradation"("base_id", "effect_milli");

-- CreateIndex
CREATE UNIQUE INDEX "round_network_netuid_number_key" ON "round"("network", "netuid", "number");

-- CreateIndex
CREATE INDEX "task_round_id_state_idx" ON "task"("round_id", "state");

-- CreateIndex
CREATE INDEX "task_network_netuid_created_at_idx" ON "task"("network", "netuid", "created_at" DESC);

-- CreateIndex
CREATE INDEX "commitment_round_id_idx" ON "commitment"("round_id");

-- CreateIndex
CREATE INDEX "rendering_miner_id_idx" ON "rendering"("miner_id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_task_id_slot_no_key" ON "slot"("task_id", "slot_no");

-- CreateIndex
CREATE INDEX "assignment_labeller_id_leased_at_idx" ON "assignment"("labeller_id", "leased_at" DESC);

-- CreateIndex
CREATE INDEX "assignment_miner_id_round_id_idx" ON "assignment"("miner_id", "round_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_task_id_miner_id_key" ON "assignment"("task_id", "miner_id");

-- CreateIndex
CREATE INDEX "label_task_id_idx" ON "label"("task_id");

-- CreateIndex
CREATE INDEX "label_labeller_id_submitted_at_idx" ON "label"("labeller_id", "submitted_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "label_network_netuid_round_id_assignment_id_key" ON "label"("network", "netuid", "round_id", "assignment_id");

-- CreateIndex
CREATE INDEX "receipt_round_id_idx" ON "receipt"("round_id");

-- CreateIndex
CREATE INDEX "consensus_round_id_idx" ON "consensus"("round_id");

-- CreateIndex
CREATE INDEX "score_miner_id_idx" ON "score"("miner_id");

-- CreateIndex
CREATE INDEX "evidence_round_id_idx" ON "evidence"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "weight_vector_network_netuid_round_id_validator_id_algorith_key" ON "weight_vector"("network", "netuid", "round_id", "validator_id", "algorithm_version");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_network_netuid_version_key" ON "dataset"("network", "netuid", "version");

-- CreateIndex
CREATE INDEX "job_run_created_at_idx" ON "job_run"("created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_log_created_at_idx" ON "audit_log"("created_at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invite" ADD CONSTRAINT "invite_validator_id_fkey" FOREIGN KEY ("validator_id") REFERENCES "validator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "miner" ADD CONSTRAINT "miner_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validator_member" ADD CONSTRAINT "validator_member_validator_id_fkey" FOREIGN KEY ("validator_id") REFERENCES "validator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validator_member" ADD CONSTRAINT "validator_member_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "completion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "degradation" ADD CONSTRAINT "degradation_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_variant" ADD CONSTRAINT "task_variant_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_variant" ADD CONSTRAINT "task_variant_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendering" ADD CONSTRAINT "rendering_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ------------------------------------------------------------------ written by hand from here
-- What Prisma's schema cannot say. `prisma migrate dev` would drop the partial indexes: keep them
-- out of generated migrations (CONTRIBUTING.md, "change the schema"; a test looks for each).

-- Rows of a round that has no partition yet are never lost.
CREATE TABLE "label_default" PARTITION OF "label" DEFAULT;
CREATE TABLE "observation_default" PARTITION OF "observation" DEFAULT;

-- The claim statement reads free slots in priority and random-key order and nothing else.
CREATE INDEX "slot_free_idx" ON "slot" ("network", "netuid", "kind", "priority" DESC, "rnd") WHERE "state" = 'free';
-- The sweeper and "my open assignment" read open leases only.
CREATE INDEX "assignment_open_idx" ON "assignment" ("expires_at") WHERE "state" = 'open';
CREATE UNIQUE INDEX "assignment_one_open_per_labeller_idx" ON "assignment" ("labeller_id", "network", "netuid") WHERE "state" = 'open';
CREATE INDEX "assignment_slot_idx" ON "assignment" ("slot_id");
CREATE INDEX "outbox_waiting_idx" ON "outbox" ("id") WHERE "delivered_at" IS NULL;
-- One open round per subnet.
CREATE UNIQUE INDEX "round_one_open_idx" ON "round" ("network", "netuid") WHERE "state" <> 'closed';

-- Hot state columns are updated in place (HOT) when the page has room.
ALTER TABLE "slot" SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE "assignment" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "draft" SET (fillfactor = 60);

-- Closed vocabularies.
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('owner', 'manager', 'labeller'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_state_check" CHECK ("state" IN ('active', 'paused', 'ended'));
ALTER TABLE "invite" ADD CONSTRAINT "invite_role_check" CHECK ("role" IN ('owner', 'manager', 'labeller', 'validator', 'operator'));
ALTER TABLE "invite" ADD CONSTRAINT "invite_validator_check" CHECK (("role" = 'validator') = ("validator_id" IS NOT NULL));
ALTER TABLE "invite" ADD CONSTRAINT "invite_cap_check" CHECK ("used" BETWEEN 0 AND "cap");
ALTER TABLE "miner" ADD CONSTRAINT "miner_state_check" CHECK ("state" IN ('active', 'paused', 'deregistered'));
ALTER TABLE "round" ADD CONSTRAINT "round_state_check" CHECK ("state" IN ('open', 'closing', 'closed'));
ALTER TABLE "task" ADD CONSTRAINT "task_kind_check" CHECK ("kind" IN ('control', 'normal'));
ALTER TABLE "task" ADD CONSTRAINT "task_state_check" CHECK ("state" IN ('draft', 'open', 'closed', 'quarantined'));
ALTER TABLE "slot" ADD CONSTRAINT "slot_kind_check" CHECK ("kind" IN ('control', 'normal'));
ALTER TABLE "slot" ADD CONSTRAINT "slot_state_check" CHECK ("state" IN ('free', 'leased', 'submitted', 'void'));
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_state_check" CHECK ("state" IN ('open', 'submitted', 'late', 'surplus', 'skipped', 'expired'));
ALTER TABLE "label" ADD CONSTRAINT "label_ranks_check" CHECK (cardinality("ranks") BETWEEN 2 AND 8 AND 0 = ANY ("ranks"));
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_state_check" CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_state_check" CHECK ("state" IN ('queued', 'running', 'ready', 'failed', 'cancelled'));

-- Networks never mix: what hangs on a round is of the round's subnet.
ALTER TABLE "round" ADD CONSTRAINT "round_network_check" CHECK ("network" IN ('localnet', 'testnet', 'mainnet'));
ALTER TABLE "round" ADD CONSTRAINT "round_subnet_key" UNIQUE ("id", "network", "netuid");
ALTER TABLE "task" ADD CONSTRAINT "task_subnet_fkey" FOREIGN KEY ("round_id", "network", "netuid") REFERENCES "round" ("id", "network", "netuid") ON DELETE CASCADE;
ALTER TABLE "label" ADD CONSTRAINT "label_subnet_fkey" FOREIGN KEY ("round_id", "network", "netuid") REFERENCES "round" ("id", "network", "netuid") ON DELETE CASCADE;
ALTER TABLE "score" ADD CONSTRAINT "score_subnet_fkey" FOREIGN KEY ("round_id", "network", "netuid") REFERENCES "round" ("id", "network", "netuid") ON DELETE CASCADE;
