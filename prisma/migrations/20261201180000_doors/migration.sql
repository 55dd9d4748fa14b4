-- AlterEnum
ALTER TYPE "NoticeKind" ADD VALUE 'code_guesses';

-- Names that came before they were cleaned where they come in: a line break in one makes its file unfetchable.
UPDATE "StoredFile" SET "name" = regexp_replace("name", '[\u0009-\u000d\u0085\u2028\u2029]+', ' ', 'g')
WHERE "name" ~ '[\u0009-\u000d\u0085\u2028\u2029]';
UPDATE "StoredFile" SET "name" = regexp_replace("name", '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g')
WHERE "name" ~ '[\u0001-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]';
UPDATE "StoredFile" SET "name" = 'tep' WHERE btrim("name") = '';
