-- AlterTable
ALTER TABLE "Form" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "FormVersion" ADD COLUMN     "ready" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "FormOffer" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "boardId" INTEGER NOT NULL,
    "formId" INTEGER,
    "key" TEXT NOT NULL,
    "base" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormTrial" (
    "personId" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "unitKind" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "cursor" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormTrial_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "FormOffer_personId_key" ON "FormOffer"("personId");

-- AddForeignKey
ALTER TABLE "FormOffer" ADD CONSTRAINT "FormOffer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormOffer" ADD CONSTRAINT "FormOffer_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormOffer" ADD CONSTRAINT "FormOffer_formId_fkey" FOREIGN KEY ("formId") REFERENCES "Form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormTrial" ADD CONSTRAINT "FormTrial_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every version so far came with dondoc.
UPDATE "FormVersion" SET "ready" = true;
