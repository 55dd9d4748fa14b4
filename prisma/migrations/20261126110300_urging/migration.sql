-- CreateEnum
CREATE TYPE "ExtensionState" AS ENUM ('asked', 'offered', 'granted', 'refused', 'declined', 'withdrawn', 'lapsed');

-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('waiting', 'ready', 'refused', 'sent', 'dropped');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'extension';
ALTER TYPE "NoticeKind" ADD VALUE 'extension_answer';
ALTER TYPE "NoticeKind" ADD VALUE 'waiver';
ALTER TYPE "NoticeKind" ADD VALUE 'letter';
ALTER TYPE "NoticeKind" ADD VALUE 'digest';
ALTER TYPE "NoticeKind" ADD VALUE 'deadline';
ALTER TYPE "NoticeKind" ADD VALUE 'calls';
ALTER TYPE "NoticeKind" ADD VALUE 'red_list';

-- AlterTable
ALTER TABLE "Board" ADD COLUMN     "habits" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "words" TEXT;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "extensionId" INTEGER,
ADD COLUMN     "letterId" INTEGER,
ADD COLUMN     "milestoneId" INTEGER,
ADD COLUMN     "waiverId" INTEGER;

-- CreateTable
CREATE TABLE "Extension" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "state" "ExtensionState" NOT NULL,
    "askedById" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "fromDueBefore" TIMESTAMPTZ(3) NOT NULL,
    "askedDueBefore" TIMESTAMPTZ(3) NOT NULL,
    "offeredDueBefore" TIMESTAMPTZ(3),
    "grantedDueBefore" TIMESTAMPTZ(3),
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReason" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "waivedById" INTEGER NOT NULL,
    "waivedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "liftedById" INTEGER,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallLog" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "promisedOn" DATE,
    "struckAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" SERIAL NOT NULL,
    "planId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "fileId" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "obligationIds" JSONB NOT NULL,
    "state" "LetterState" NOT NULL,
    "problem" JSONB,
    "unread" JSONB NOT NULL DEFAULT '[]',
    "checkedAt" TIMESTAMPTZ(3),
    "sourceIds" JSONB NOT NULL DEFAULT '[]',
    "campaignId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Urging" (
    "personId" INTEGER NOT NULL,
    "planId" INTEGER NOT NULL,
    "obligationIds" JSONB NOT NULL DEFAULT '[]',
    "words" TEXT,
    "dueBefore" TIMESTAMPTZ(3),
    "reason" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Urging_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Told" (
    "key" TEXT NOT NULL,
    "planId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB,

    CONSTRAINT "Told_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Extension_obligationId_idx" ON "Extension"("obligationId");

-- CreateIndex
CREATE INDEX "Waiver_obligationId_idx" ON "Waiver"("obligationId");

-- CreateIndex
CREATE INDEX "CallLog_obligationId_idx" ON "CallLog"("obligationId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_campaignId_key" ON "Letter"("campaignId");

-- CreateIndex
CREATE INDEX "Told_planId_at_idx" ON "Told"("planId", "at");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_extensionId_fkey" FOREIGN KEY ("extensionId") REFERENCES "Extension"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_waiverId_fkey" FOREIGN KEY ("waiverId") REFERENCES "Waiver"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_waivedById_fkey" FOREIGN KEY ("waivedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallLog" ADD CONSTRAINT "CallLog_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Urging" ADD CONSTRAINT "Urging_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Urging" ADD CONSTRAINT "Urging_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Told" ADD CONSTRAINT "Told_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what Prisma can't express.

-- One open request per obligation, one waiver in force.
CREATE UNIQUE INDEX "Extension_one_open" ON "Extension" ("obligationId") WHERE "state" IN ('asked', 'offered');
CREATE UNIQUE INDEX "Waiver_one_in_force" ON "Waiver" ("obligationId") WHERE "liftedAt" IS NULL;
-- The asker never decides.
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_not_by_asker" CHECK ("askedById" IS NULL OR "decidedById" IS NULL OR "askedById" <> "decidedById");
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_granted_whole" CHECK (("state" = 'granted') = ("grantedDueBefore" IS NOT NULL));
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_decided" CHECK ("state" NOT IN ('offered', 'granted', 'refused', 'declined') OR ("decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL));
