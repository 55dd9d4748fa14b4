-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "readAt" TIMESTAMPTZ(3);
