/** A plan's text, read as a careful clerk does. Pure: the same text always gives the same reading. */
import { isClassified } from "./classification.ts";
import { isToUs, readAddressees } from "./header/addressees.ts";
import { readHeader } from "./header.ts";
import { defaultZone } from "./last-moment.ts";
import { readMilestones } from "./milestones.ts";
import { normalise } from "./normalise.ts";
import type { PlanReading } from "./reading.ts";
import { pageOf } from "./scan.ts";
import { blocksOf } from "./sections.ts";

/** `zone`: IANA name deadlines are reckoned in. `ours`: names of the reader's own committee, to whom a letter may be. */
export interface ReadOptions {
  zone?: string;
  ours?: readonly string[];
}

/** `text` is the normalised NFC text that every offset of the reading refers to. */
export interface ReadResult {
  text: string;
  reading: PlanReading;
}

/**
 * Reads a plan from its raw text (any newlines, any Unicode form, TCVN3 or VNI).
 * @throws Problem `text-font-unreadable` for a legacy encoding that can't be converted.
 */
export function readPlan(rawText: string, options: ReadOptions = {}): ReadResult {
  const text = normalise(rawText);
  const page = pageOf(text);
  const blocks = blocksOf(page);
  const { header, bodyStart } = readHeader(page, blocks);
  const toUs = isToUs(readAddressees(page), options.ours ?? []);
  const milestones = readMilestones(page, blocks, header, bodyStart, options.zone ?? defaultZone, toUs);
  return { text, reading: { ...header, classified: isClassified(text), milestones } };
}
