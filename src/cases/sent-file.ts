import { z } from "zod";
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

/** A message in somebody's chat: it is that account's, and the same number in another chat is another message. */
export interface SourceMessage {
  accountId: number;
  messageId: number;
}

const Sources = z.array(z.object({ accountId: z.number().int(), messageId: z.number().int() }));

/** The messages that something came in, as they are stored. */
export const sourcesOf = (stored: unknown): SourceMessage[] => Sources.catch([]).parse(stored);

/** @param line whose messenger has it; null, or one that is not run here: it throws */
export type Download = (line: string | null, remoteId: string) => Promise<Uint8Array>;
