-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "only" JSONB,
ADD COLUMN     "paper" BOOLEAN NOT NULL DEFAULT false;


-- Questions of a returned report that were marked in the answers now stand in a list of their own.
UPDATE "Draft" SET "only" = (SELECT jsonb_agg(a.key) FROM jsonb_each("answers") a WHERE a.value ? 'ask'),
       "answers" = (SELECT jsonb_object_agg(a.key, a.value - 'ask') FROM jsonb_each("answers") a)
 WHERE EXISTS (SELECT 1 FROM jsonb_each("answers") a WHERE a.value ? 'ask');
