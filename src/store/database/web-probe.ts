/**
 * How `doctor` learns that a phone out there reaches this very bot: it leaves a word and four digits in the data folder,
 * the bot shows the digits under an address that holds the word, and whoever opened it types them back. Ten minutes.
 */
import { timingSafeEqual } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const FILE = "web-probe.json";
const MINUTES = 10;
export const PROBE_PATH = "/f/thu";

const Kept = z.object({ word: z.string(), digits: z.string(), until: z.number() });

export interface Probe {
  /** The last part of the address. */
  word: string;
  digits: string;
}

export function beginProbe(folder: string, random: (count: number) => Uint8Array, now: Date): Probe {
  const word = Buffer.from(random(12)).toString("base64url");
  const digits = String((Buffer.from(random(4)).readUInt32BE() % 9_000) + 1_000);
  const kept = { word, digits, until: now.getTime() + MINUTES * 60_000 };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), JSON.stringify(kept), { mode: 0o600 });
  return { word, digits };
}

/** The digits for that word; null where nobody asks for them (any more). */
export function readProbe(folder: string, word: string, now: Date): string | null {
  try {
    const kept = Kept.parse(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
    const [given, wanted] = [Buffer.from(word), Buffer.from(kept.word)];
    const fits = given.length === wanted.length && timingSafeEqual(given, wanted);
    return fits && now.getTime() < kept.until ? kept.digits : null;
  } catch {
    return null;
  }
}

export const endProbe = (folder: string): void => rmSync(join(folder, FILE), { force: true });
