-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'machine';
