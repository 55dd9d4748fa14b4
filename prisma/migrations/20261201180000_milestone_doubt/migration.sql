-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "doubt" TEXT;

