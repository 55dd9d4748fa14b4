-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'page_filled';

-- AlterTable
ALTER TABLE "Report" ADD COLUMN     "salt" TEXT;

-- AlterTable
ALTER TABLE "WebLink" ADD COLUMN     "reportId" INTEGER;

-- CreateIndex
CREATE INDEX "WebLink_reportId_idx" ON "WebLink"("reportId");

-- AddForeignKey
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

