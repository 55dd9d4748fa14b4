-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "CampaignState" ADD VALUE 'paused';
ALTER TYPE "CampaignState" ADD VALUE 'stopped';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'unreached';
ALTER TYPE "NoticeKind" ADD VALUE 'outage';

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "arrivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "outageId" INTEGER;

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "halt" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "insteadOfId" INTEGER;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "outageId" INTEGER;

-- CreateTable
CREATE TABLE "Lane" (
    "channel" TEXT NOT NULL,
    "holder" TEXT,
    "term" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "restUntil" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),

    CONSTRAINT "Lane_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Outage_channel_until_idx" ON "Outage"("channel", "until");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "Outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_insteadOfId_fkey" FOREIGN KEY ("insteadOfId") REFERENCES "Delivery"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_outageId_fkey" FOREIGN KEY ("outageId") REFERENCES "Outage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Written by hand, and listed in test/store/hand-written.ts. As text: a new value of an enumeration can't be used in
-- the transaction that adds it.
ALTER TABLE "Campaign" DROP CONSTRAINT "Campaign_finished";
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_finished" CHECK (("state"::text IN ('active', 'paused')) = ("finishedAt" IS NULL));
ALTER TABLE "Report" ADD CONSTRAINT "Report_counts_before_arrival" CHECK ("arrivedAt" IS NULL OR "submittedAt" <= "arrivedAt");
ALTER TABLE "Report" ADD CONSTRAINT "Report_outage_has_arrival" CHECK ("outageId" IS NULL OR "arrivedAt" IS NOT NULL);
ALTER TABLE "Outage" ADD CONSTRAINT "Outage_span" CHECK ("from" < "until");
