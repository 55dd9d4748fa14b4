-- CreateTable
CREATE TABLE "Summary" (
    "id" SERIAL NOT NULL,
    "boardId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "planIds" INTEGER[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SummaryDesk" (
    "key" TEXT NOT NULL,
    "boardId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SummaryDesk_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Summary_key_at_idx" ON "Summary"("key", "at");

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SummaryDesk" ADD CONSTRAINT "SummaryDesk_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- By hand, because Prisma cannot say it.
ALTER TABLE "Summary" ADD CONSTRAINT "Summary_of_plans" CHECK (cardinality("planIds") > 0);
CREATE FUNCTION "summary_is_final"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN RAISE EXCEPTION \'frozen summaries are never changed\' USING ERRCODE = \'integrity_constraint_violation\'\x3B END';
CREATE TRIGGER "Summary_final" BEFORE UPDATE OR DELETE ON "Summary" FOR EACH ROW EXECUTE FUNCTION "summary_is_final"();
