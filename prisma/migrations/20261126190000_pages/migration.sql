-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "readAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "answers" JSONB;
