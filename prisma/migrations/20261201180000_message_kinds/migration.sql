-- A return that is taken back is called so. "correction" was never written.
ALTER TABLE "Campaign" DROP CONSTRAINT "Campaign_names_return";
ALTER TYPE "CampaignKind" RENAME VALUE 'withdrawal' TO 'return_taken_back';
UPDATE "Campaign" SET "key" = 'return-taken-back:' || substr("key", length('withdrawal:') + 1) WHERE "key" LIKE 'withdrawal:%';

-- AlterEnum
CREATE TYPE "CampaignKind_new" AS ENUM ('announcement', 'reminder', 'nudge', 'returned', 'mending', 'return_taken_back', 'signed', 'draft');
ALTER TABLE "Campaign" ALTER COLUMN "kind" TYPE "CampaignKind_new" USING ("kind"::text::"CampaignKind_new");
ALTER TYPE "CampaignKind" RENAME TO "CampaignKind_old";
ALTER TYPE "CampaignKind_new" RENAME TO "CampaignKind";
DROP TYPE "CampaignKind_old";

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "error" TEXT;

-- What Prisma can't say.
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_names_return" CHECK (
  ("kind"::text IN ('returned', 'mending', 'return_taken_back')) = ("returnId" IS NOT NULL));
