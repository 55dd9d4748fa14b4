-- AlterEnum
ALTER TYPE "CampaignKind" ADD VALUE 'nudge';

-- AlterTable
ALTER TABLE "Campaign" ALTER COLUMN "planId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "DeliveryItem" (
    "deliveryId" INTEGER NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "rung" INTEGER,
    "dueBefore" TIMESTAMPTZ(3),

    CONSTRAINT "DeliveryItem_pkey" PRIMARY KEY ("deliveryId","obligationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "DeliveryItem_obligationId_rung_dueBefore_key" ON "DeliveryItem"("obligationId", "rung", "dueBefore");

-- AddForeignKey
ALTER TABLE "DeliveryItem" ADD CONSTRAINT "DeliveryItem_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryItem" ADD CONSTRAINT "DeliveryItem_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What reminders said so far moves into items before its columns go.
INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung", "dueBefore")
SELECT d."id", d."obligationId", CASE WHEN o."effectiveDueBefore" IS NULL THEN NULL ELSE d."rung" END,
       CASE WHEN d."rung" IS NULL THEN NULL ELSE o."effectiveDueBefore" END
  FROM "Delivery" d JOIN "Obligation" o ON o."id" = d."obligationId";

-- DropForeignKey
ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_obligationId_fkey";

-- DropIndex
DROP INDEX "Delivery_obligationId_rung_key";

-- AlterTable
ALTER TABLE "Delivery" DROP COLUMN "obligationId",
DROP COLUMN "rung",
ALTER COLUMN "unitId" DROP NOT NULL;

-- Written by hand, and listed in test/store/hand-written.ts.
CREATE UNIQUE INDEX "Delivery_person_once" ON "Delivery"("campaignId", "personId") WHERE "unitId" IS NULL;
ALTER TABLE "DeliveryItem" ADD CONSTRAINT "DeliveryItem_rung_of_deadline" CHECK (("rung" IS NULL) = ("dueBefore" IS NULL));
