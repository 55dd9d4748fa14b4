/**
 * What the SHA-256 of a whole report is taken over: its answers, by their own SHA-256 (`canonicalAnswers`), and the
 * contents of its files. The hash of the answers is final when the report is sent. The files may still be on their
 * way from the messenger then, so the seal is made when the last of them is with us; a report without files is sealed
 * at once. A signed copy that follows later is no part of the version and so no part of its seal.
 */

/** A file of a report by its content; `sha256` in hex. */
export interface SealedFile {
  field: string;
  sha256: string;
}

/** `{"answers":"…","files":[["signed","…"],…]}`, files sorted by field, then by content. */
export function canonicalSeal(answersSha256: string, files: readonly SealedFile[]): string {
  const pairs = files.map((file) => [file.field, file.sha256] as const);
  pairs.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return JSON.stringify({ answers: answersSha256, files: pairs });
}
