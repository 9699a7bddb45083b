-- CreateTable
CREATE TABLE "fingerprint" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "problem_id" UUID,
    "completion_id" UUID,
    "part" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "shingles" INTEGER NOT NULL,
    "sketch_low" BIT(256) NOT NULL,
    "sketch_high" BIT(256) NOT NULL,
    "bands" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fingerprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fingerprint_signature" (
    "fingerprint_id" BIGINT NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "fingerprint_signature_pkey" PRIMARY KEY ("fingerprint_id")
);

-- CreateTable
CREATE TABLE "embedding" (
    "fingerprint_id" BIGINT NOT NULL,
    "embedder" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "signs" BIT(576) NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "embedding_pkey" PRIMARY KEY ("fingerprint_id","embedder")
);

-- CreateIndex
CREATE INDEX "fingerprint_bands_idx" ON "fingerprint" USING GIN ("bands");

-- CreateIndex
CREATE UNIQUE INDEX "fingerprint_kind_content_hash_key" ON "fingerprint"("kind", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "fingerprint_problem_id_part_key" ON "fingerprint"("problem_id", "part");

-- CreateIndex
CREATE UNIQUE INDEX "fingerprint_completion_id_part_key" ON "fingerprint"("completion_id", "part");

-- CreateIndex
CREATE INDEX "embedding_bands_idx" ON "embedding" USING GIN ("bands");

-- AddForeignKey
ALTER TABLE "fingerprint" ADD CONSTRAINT "fingerprint_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprint" ADD CONSTRAINT "fingerprint_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprint_signature" ADD CONSTRAINT "fingerprint_signature_fingerprint_id_fkey" FOREIGN KEY ("fingerprint_id") REFERENCES "fingerprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "embedding" ADD CONSTRAINT "embedding_fingerprint_id_fkey" FOREIGN KEY ("fingerprint_id") REFERENCES "fingerprint"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- ------------------------------------------------------------------ written by hand from here

-- A row describes one problem or one completion, as its kind says.
ALTER TABLE "fingerprint" ADD CONSTRAINT "fingerprint_subject_check" CHECK (
  ("kind" = 'problem' AND "problem_id" IS NOT NULL AND "completion_id" IS NULL)
  OR ("kind" = 'completion' AND "completion_id" IS NOT NULL AND "problem_id" IS NULL)
);

-- With a list of pending entries every search would read what the last inserts have left there: works are searched for as
-- often as they are inserted.
ALTER INDEX "fingerprint_bands_idx" SET (fastupdate = off);
ALTER INDEX "embedding_bands_idx" SET (fastupdate = off);

-- Signatures and vectors are as random as bytes can be: compressing them is tried in vain.
ALTER TABLE "fingerprint_signature" ALTER COLUMN "signature" SET STORAGE EXTERNAL;
ALTER TABLE "embedding" ALTER COLUMN "vector" SET STORAGE EXTERNAL;
