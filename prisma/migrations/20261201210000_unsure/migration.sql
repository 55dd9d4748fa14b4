-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "unsureId" INTEGER;

