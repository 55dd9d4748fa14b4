-- CreateEnum
CREATE TYPE "ReportSource" AS ENUM ('chat', 'web', 'paper');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "NoticeKind" ADD VALUE 'assigned';
ALTER TYPE "NoticeKind" ADD VALUE 'unassigned';
ALTER TYPE "NoticeKind" ADD VALUE 'taken_over';
ALTER TYPE "NoticeKind" ADD VALUE 'proposed';
ALTER TYPE "NoticeKind" ADD VALUE 'proposal_back';
ALTER TYPE "NoticeKind" ADD VALUE 'proposal_sent';
ALTER TYPE "NoticeKind" ADD VALUE 'assigned_sent';
ALTER TYPE "NoticeKind" ADD VALUE 'file_refused';
ALTER TYPE "NoticeKind" ADD VALUE 'post_ended';
ALTER TYPE "NoticeKind" ADD VALUE 'post_begun';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "deputySends" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "source" "ReportSource" NOT NULL DEFAULT 'chat';

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "unread" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "facts" JSONB,
ADD COLUMN     "obligationId" INTEGER;

-- CreateTable
CREATE TABLE "Assignment" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebLink" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "byId" INTEGER NOT NULL,
    "tokenHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "uploads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WebLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperEntry" (
    "personId" INTEGER NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperEntry_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE INDEX "Assignment_obligationId_idx" ON "Assignment"("obligationId");

-- CreateIndex
CREATE INDEX "Assignment_personId_idx" ON "Assignment"("personId");

-- CreateIndex
CREATE INDEX "Proposal_obligationId_idx" ON "Proposal"("obligationId");

-- CreateIndex
CREATE UNIQUE INDEX "WebLink_tokenHash_key" ON "WebLink"("tokenHash");

-- CreateIndex
CREATE INDEX "WebLink_obligationId_idx" ON "WebLink"("obligationId");

-- CreateIndex
CREATE INDEX "PaperEntry_obligationId_idx" ON "PaperEntry"("obligationId");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperEntry" ADD CONSTRAINT "PaperEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperEntry" ADD CONSTRAINT "PaperEntry_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma can't say.
CREATE UNIQUE INDEX "Assignment_one_at_a_time" ON "Assignment"("obligationId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Proposal_one_open" ON "Proposal"("obligationId") WHERE "closedAt" IS NULL;
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_expires" CHECK ("expiresAt" > "createdAt");
