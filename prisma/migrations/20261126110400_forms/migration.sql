-- AlterEnum
ALTER TYPE "CampaignKind" ADD VALUE 'nudge';

-- AlterTable
ALTER TABLE "Form" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "nudgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "only" JSONB,
ADD COLUMN     "paper" BOOLEAN NOT NULL DEFAULT false;

