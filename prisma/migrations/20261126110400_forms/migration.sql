-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "only" JSONB,
ADD COLUMN     "paper" BOOLEAN NOT NULL DEFAULT false;

