-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "madeUntil" DATE;

