import { listZip } from "./container/zip.ts";

/** Whether a file of Office holds pictures: looking at them takes longer than a page of the web may wait. */
export function holdsPictures(bytes: Uint8Array): boolean {
  return (listZip(bytes) ?? []).some((name) => /(^|\/)media\//i.test(name));
}
