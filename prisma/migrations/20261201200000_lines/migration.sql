-- DropIndex
DROP INDEX "Delivery_state_notBefore_idx";

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "preferredId" INTEGER;

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "lastWroteAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "accountId" INTEGER,
ADD COLUMN     "line" TEXT;

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "line" TEXT;

-- AlterTable
ALTER TABLE "Lane" ADD COLUMN     "endedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Delivery_state_line_notBefore_idx" ON "Delivery"("state", "line", "notBefore");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_preferredId_fkey" FOREIGN KEY ("preferredId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Until now there was one line, and a person's first account that was not blocked was written to. What names a message
-- belongs to that account.
CREATE TEMPORARY TABLE "account_until_now" AS
  SELECT DISTINCT ON ("personId") "personId", "id", "channel" FROM "Account"
   ORDER BY "personId", ("blockedAt" IS NOT NULL), "id";

UPDATE "Notice" n SET "accountId" = a."id", "line" = a."channel"
  FROM "account_until_now" a WHERE a."personId" = n."personId" AND n."messageId" IS NOT NULL;

-- Being sent when the process before this one died: their own line takes them up again.
UPDATE "Delivery" d SET "accountId" = a."id", "line" = a."channel"
  FROM "account_until_now" a WHERE a."personId" = d."personId" AND d."state" = 'sending';

-- Those of nobody who has an account were in nobody's hands.
UPDATE "Delivery" SET "state" = 'pending' WHERE "state" = 'sending' AND "line" IS NULL;

UPDATE "Plan" p SET "sourceIds" = coalesce(
  (SELECT jsonb_agg(jsonb_build_object('accountId', a."id", 'messageId', m.value))
     FROM "account_until_now" a, jsonb_array_elements(p."sourceIds") m WHERE a."personId" = p."ownerId"), '[]')
 WHERE jsonb_typeof(p."sourceIds") = 'array' AND p."sourceIds" <> '[]';

UPDATE "Letter" l SET "sourceIds" = coalesce(
  (SELECT jsonb_agg(jsonb_build_object('accountId', a."id", 'messageId', m.value))
     FROM "account_until_now" a, jsonb_array_elements(l."sourceIds") m WHERE a."personId" = l."byId"), '[]')
 WHERE jsonb_typeof(l."sourceIds") = 'array' AND l."sourceIds" <> '[]';

DROP TABLE "account_until_now";
