-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "CampaignKind" ADD VALUE 'returned';
ALTER TYPE "CampaignKind" ADD VALUE 'mending';
ALTER TYPE "CampaignKind" ADD VALUE 'withdrawal';
ALTER TYPE "CampaignKind" ADD VALUE 'signed';

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decidedById" INTEGER,
ADD COLUMN     "seal" TEXT,
ADD COLUMN     "sealedAt" TIMESTAMPTZ(3),
ADD COLUMN     "signedDue" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "ReportFile" ADD COLUMN     "addedAt" TIMESTAMPTZ(3),
ADD COLUMN     "addedById" INTEGER;

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "returnId" INTEGER;

-- CreateTable
CREATE TABLE "Return" (
    "id" SERIAL NOT NULL,
    "reportId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "reason" TEXT,
    "dueBefore" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "mendedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Return_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Return_reportId_idx" ON "Return"("reportId");

-- CreateIndex
CREATE INDEX "Return_dueBefore_idx" ON "Return"("dueBefore");

-- CreateIndex
CREATE INDEX "Report_review_submittedAt_idx" ON "Report"("review", "submittedAt");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma can't say. ("kind" goes by its text: a value added above can't be named before this is committed.)
ALTER TABLE "Report" ADD CONSTRAINT "Report_decided" CHECK (
  ("review" = 'awaiting') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL));
ALTER TABLE "Report" ADD CONSTRAINT "Report_sealed" CHECK (("seal" IS NULL) = ("sealedAt" IS NULL));
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_added" CHECK (("addedAt" IS NULL) = ("addedById" IS NULL));
ALTER TABLE "Return" ADD CONSTRAINT "Return_ends_one_way" CHECK (
  ("mendedAt" IS NULL OR "withdrawnAt" IS NULL) AND ("sentAt" IS NOT NULL OR ("mendedAt" IS NULL AND "withdrawnAt" IS NULL)));
ALTER TABLE "Return" ADD CONSTRAINT "Return_says_why" CHECK (
  "sentAt" IS NULL OR "reason" IS NOT NULL OR jsonb_array_length("fields") > 0);
ALTER TABLE "Return" ADD CONSTRAINT "Return_leaves_time" CHECK ("sentAt" IS NULL OR "dueBefore" > "sentAt");
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_names_return" CHECK (
  ("kind"::text IN ('returned', 'mending', 'withdrawal')) = ("returnId" IS NOT NULL));
CREATE UNIQUE INDEX "Return_sent_once" ON "Return"("reportId") WHERE "sentAt" IS NOT NULL AND "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "Return_written_once" ON "Return"("reportId", "byId") WHERE "sentAt" IS NULL;
CREATE INDEX "Report_unsealed" ON "Report"("id") WHERE "seal" IS NULL;
