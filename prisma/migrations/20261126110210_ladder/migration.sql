-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "ladder" JSONB;

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "remindAt" TIMESTAMPTZ(3),
ADD COLUMN     "remindSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Snooze" (
    "deliveryId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("deliveryId")
);

-- CreateIndex
CREATE INDEX "Snooze_settledAt_at_idx" ON "Snooze"("settledAt", "at");

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


UPDATE "Obligation" SET "remindSince" = "createdAt";

-- Written by hand, and listed in test/store/hand-written.ts.
CREATE INDEX "Obligation_to_remind" ON "Obligation"("remindAt") WHERE "state" = 'open';

-- What moves a deadline, a state or a report makes the clock look again, whoever does it. (\x3B: see the first
-- migration.)
CREATE FUNCTION "obligation_look_again"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    NEW."remindAt" := NULL\x3B
    IF NEW."remindSince" IS NOT DISTINCT FROM OLD."remindSince" THEN NEW."remindSince" := NULL\x3B END IF\x3B
    RETURN NEW\x3B
  END';
CREATE TRIGGER "Obligation_look_again" BEFORE UPDATE OF "effectiveDueBefore", "state" ON "Obligation" FOR EACH ROW
  WHEN (OLD."effectiveDueBefore" IS DISTINCT FROM NEW."effectiveDueBefore" OR OLD."state" IS DISTINCT FROM NEW."state")
  EXECUTE FUNCTION "obligation_look_again"();
CREATE FUNCTION "report_look_again"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    UPDATE "Obligation" SET "remindAt" = NULL, "remindSince" = NULL WHERE "id" = NEW."obligationId"\x3B
    RETURN NULL\x3B
  END';
CREATE TRIGGER "Report_look_again" AFTER INSERT OR UPDATE OF "review" ON "Report" FOR EACH ROW EXECUTE FUNCTION "report_look_again"();
CREATE FUNCTION "plan_look_again"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN
    UPDATE "Obligation" o SET "remindAt" = NULL FROM "Milestone" m WHERE m."id" = o."milestoneId" AND m."planId" = NEW."id"\x3B
    RETURN NULL\x3B
  END';
CREATE TRIGGER "Plan_look_again" AFTER UPDATE OF "state" ON "Plan" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION "plan_look_again"();
