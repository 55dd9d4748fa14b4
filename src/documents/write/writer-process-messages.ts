/** What passes between the process that asks (writer-process.ts) and the one that writes (writer-process-child.ts). */
import type { PartyDocument } from "./party-docx.ts";
import type { Book } from "./workbook/book.ts";

/** What can be written, as plain data; `at` (ISO) is the moment in the file's own dates. */
export type Job =
  | { readonly as: "book"; readonly book: Book; readonly at: string }
  | { readonly as: "report"; readonly document: PartyDocument; readonly at: string };

export type FromWriter =
  | { readonly say: "done"; readonly bytes: Uint8Array }
  | { readonly say: "bug"; readonly stack: string };
