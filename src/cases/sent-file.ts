import { Problem } from "../domain/problem.ts";
import type { CaseContext } from "./case.ts";

/** A file as a messenger names it, before it has an id of ours; its bytes are fetched afterwards. */
export interface SentFile {
  name: string;
  mime: string;
  size: number;
  remoteId: string;
}

/** Throws Problem disk-low: a full disk would end everything, and reports in words are still taken. */
export function checkRoom(ctx: CaseContext): void {
  if (!ctx.files.hasRoom()) throw new Problem("disk-low");
}

export type Download = (channel: string, remoteId: string) => Promise<Uint8Array>;
