-- AlterEnum
ALTER TYPE "CampaignKind" ADD VALUE 'draft';

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "nudgedAt" TIMESTAMPTZ(3);
