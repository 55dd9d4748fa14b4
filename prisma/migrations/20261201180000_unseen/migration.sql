-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "unseen" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "unseen" JSONB NOT NULL DEFAULT '[]';

