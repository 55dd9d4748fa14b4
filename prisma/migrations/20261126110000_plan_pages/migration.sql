-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "withheld" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PlanFile" ADD COLUMN     "ordinal" INTEGER NOT NULL DEFAULT 0;

