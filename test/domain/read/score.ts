/**
 * Scores the reader against labelled documents: precision, recall and F1 of deadlines and of headers.
 * A deadline is right when its day or period, strictness, hour, vagueness and rhythm are all right; its kind is
 * counted apart; so are reports where none is wanted, actions, and what is said to be sure. Run as a program it
 * prints every set by itself (the documents modelled on real ones in their two parts), and with `--wrong` every
 * difference (of a held-out set only when it is named: nobody tunes on it).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import type { PlanReading, ReadMilestone, ReadSigner } from "../../../src/domain/plan/read/reading.ts";
import { wordsOf } from "../../../src/domain/plan/read/scan.ts";
import { metDocuments, scoreMet } from "./score-met.ts";

/** What a careful reader noted: fields left out are not judged. */
export type Label = Partial<Omit<PlanReading, "milestones">> & {
  milestones: Pick<
    ReadMilestone,
    "kind" | "action" | "due" | "strictBefore" | "period" | "recurrence" | "vague" | "quote"
  >[] &
    Partial<ReadMilestone>[];
  notMilestones?: string[];
};

export interface Sample {
  name: string;
  text: string;
  label: Label;
}

export interface Count {
  right: number;
  found: number;
  wanted: number;
}

export interface Score {
  documents: number;
  deadlines: Count;
  /** Kinds right among the deadlines that are right. */
  kinds: Count;
  headers: Count;
  byField: Record<string, Count>;
  /** Milestones called a report where no report is wanted then: each would bind every unit. */
  falseReports: number;
  /** Actions that say the same as the labelled one; documents without labelled actions are not counted. */
  actions: Count;
  /** Milestones said to be sure, and all; the right ones are counted among the sure. */
  sure: Count;
  wrong: string[];
}

const here = fileURLToPath(new URL(".", import.meta.url));

/** Folders of labelled documents; the real plans live beside the project and may be absent. */
export const folders = {
  tuned: join(here, "corpus"),
  heldOut: join(here, "corpus/held-out"),
  /** Labelled later, and before the reader saw them too. */
  heldOut2: join(here, "corpus/held-out-2"),
  /** The third to ninth written after the manner of offices the reader had not met: each was first read unmended. */
  heldOut3: join(here, "corpus/held-out-3"),
  heldOut4: join(here, "corpus/held-out-4"),
  heldOut5: join(here, "corpus/held-out-5"),
  heldOut6: join(here, "corpus/held-out-6"),
  heldOut7: join(here, "corpus/held-out-7"),
  heldOut8: join(here, "corpus/held-out-8"),
  heldOut9: join(here, "corpus/held-out-9"),
  plans: join(here, "../../../../shared/plans"),
};

/** Documents modelled on real ones. */
export const metFolder = join(folders.plans, "met");

/** Labelled documents of a folder, in order of name; none where the folder is absent. */
export function samplesOf(folder: string): Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => ({
      name: name.replace(/\.txt$/, ""),
      text: readFileSync(join(folder, name), "utf8"),
      label: JSON.parse(readFileSync(join(folder, name.replace(/\.txt$/, ".json")), "utf8")) as Label,
    }));
}

const none = (): Count => ({ right: 0, found: 0, wanted: 0 });

/** A score of nothing yet. */
export function emptyScore(documents: number): Score {
  return {
    documents,
    deadlines: none(),
    kinds: none(),
    headers: none(),
    byField: {},
    falseReports: 0,
    actions: none(),
    sure: none(),
    wrong: [],
  };
}

/** Scores documents; `wrong` lists each difference in one line. */
export function scoreOf(samples: readonly Sample[]): Score {
  const score = emptyScore(samples.length);
  for (const { name, text, label } of samples) {
    const { reading } = readPlan(text);
    scoreDeadlines(score, name, reading.milestones, label);
    for (const field of fieldsOf(label, reading)) scoreField(score, name, field);
  }
  return score;
}

/** One field of a header: what was wanted and what was found. */
export type Field = [field: string, wanted: string[], found: string[]];

export function scoreField(score: Score, name: string, [field, wanted, found]: Field): void {
  score.byField[field] ??= none();
  for (const count of [score.headers, score.byField[field]]) {
    count.wanted += wanted.length;
    count.found += found.length;
    count.right += wanted.filter((value) => found.includes(value)).length;
  }
  if (wanted.join("|") !== found.join("|"))
    score.wrong.push(`${name}: ${field}: ${found.join(" | ") || "-"} ≠ ${wanted.join(" | ") || "-"}`);
}

function scoreDeadlines(score: Score, name: string, found: readonly ReadMilestone[], label: Label): void {
  const labels = label.milestones as ReadMilestone[];
  score.deadlines.found += found.length;
  score.deadlines.wanted += labels.length;
  const pairs = pairUp(labels, found, (wanted, milestone) => whenOf(milestone) === whenOf(wanted));
  for (const wanted of labels) {
    const own = pairs.get(wanted);
    if (!own) {
      score.wrong.push(`${name}: missing ${wanted.kind} ${whenOf(wanted)} “${wanted.quote}”`);
      continue;
    }
    score.deadlines.right++;
    score.kinds.wanted++;
    score.kinds.found++;
    if (own.kind === wanted.kind) score.kinds.right++;
    else score.wrong.push(`${name}: kind ${own.kind} ≠ ${wanted.kind} “${wanted.quote}”`);
    if (!wanted.action) continue;
    score.actions.wanted++;
    score.actions.found++;
    if (saysTheSame(own.action, wanted.action)) score.actions.right++;
  }
  const right = new Set(pairs.values());
  for (const milestone of found) if (!right.has(milestone)) score.wrong.push(extra(name, milestone));
  const truly = new Set([...pairs].filter(([wanted]) => wanted.kind === "report").map(([, own]) => own));
  countSure(score, name, found, right, truly);
}

/** Counts what is said to be sure, and reports where none is wanted. */
export function countSure(
  score: Score,
  name: string,
  found: readonly ReadMilestone[],
  right: ReadonlySet<ReadMilestone>,
  reports: ReadonlySet<ReadMilestone>,
): void {
  for (const milestone of found) {
    score.sure.wanted++;
    if (milestone.sure === "high") {
      score.sure.found++;
      if (right.has(milestone)) score.sure.right++;
    } else
      score.wrong.push(
        `${name}: low (${milestone.doubt}) ${right.has(milestone) ? "right" : "wrong"} “${milestone.quote}”`,
      );
    if (milestone.kind !== "report" || reports.has(milestone)) continue;
    score.falseReports++;
    score.wrong.push(`${name}: FALSE REPORT ${milestone.sure} “${milestone.quote}” ${milestone.action}`);
  }
}

/** One line for a milestone that is not wanted. */
export function extra(name: string, milestone: ReadMilestone): string {
  return `${name}: extra ${milestone.kind} ${whenOf(milestone)} “${milestone.quote}” ${milestone.action.slice(0, 60)}`;
}

/** Each label with the finding that is most like it, the best pairs first; nothing is paired twice. */
export function pairUp<L extends { quote: string; kind: string }>(
  labels: readonly L[],
  found: readonly ReadMilestone[],
  same: (label: L, milestone: ReadMilestone) => boolean,
): Map<L, ReadMilestone> {
  const pairs = labels
    .flatMap((label) => found.filter((own) => same(label, own)).map((own) => ({ label, own })))
    .map((pair) => ({ ...pair, worth: likeness(pair.label, pair.own) }))
    .sort((a, b) => b.worth - a.worth);
  const paired = new Map<L, ReadMilestone>();
  const taken = new Set<ReadMilestone>();
  for (const { label, own } of pairs) {
    if (paired.has(label) || taken.has(own)) continue;
    paired.set(label, own);
    taken.add(own);
  }
  return paired;
}

function likeness(label: { quote: string; kind: string }, own: ReadMilestone): number {
  return (quotesMeet(own, label) ? 2 : 0) + (own.kind === label.kind ? 1 : 0);
}

function quotesMeet(a: { quote: string }, b: { quote: string }): boolean {
  const [x, y] = [wordsOf(a.quote), wordsOf(b.quote)];
  return x.includes(y) || y.includes(x);
}

/** An action is usable where it has most of the labelled words and not many more. */
export function saysTheSame(own: string, wanted: string): boolean {
  const words = (text: string) => new Set(wordsOf(text).match(/[\p{L}\d]+/gu) ?? []);
  const [a, b] = [words(own), words(wanted)];
  let shared = 0;
  for (const word of b) if (a.has(word)) shared++;
  return shared >= b.size * 0.6 && a.size <= b.size * 3 + 6;
}

/** The day or period of a milestone and all that changes it, as one comparable word. */
export function whenOf(milestone: ReadMilestone): string {
  return [
    milestone.due ?? milestone.period ?? "undated",
    milestone.strictBefore ? "before" : "",
    milestone.time ?? "",
    milestone.vague ? "vague" : "",
    milestone.recurrence ? milestone.recurrence.split(";").sort().join(";") : "",
  ].join(" ");
}

/** A field's text as it is compared. */
export const value = (text: string | null | undefined) =>
  text ? [wordsOf(text).replace(/[.;,\s]+$/, "")] : [];

function fieldsOf(label: Label, reading: PlanReading): Field[] {
  const fields: Field[] = [];
  for (const key of ["kind", "number", "issued", "title", "issuer"] as const) {
    if (key in label) fields.push([key, value(label[key]), value(reading[key])]);
  }
  if ("signer" in label) {
    const parts = (signer: ReadSigner | null | undefined) =>
      value(signer?.name).concat(value(signer?.position), value(signer?.onBehalfOf));
    fields.push(["signer", parts(label.signer), parts(reading.signer)]);
  }
  for (const key of ["recipients", "basis"] as const) {
    if (label[key]) fields.push([key, label[key].flatMap(value), reading[key].flatMap(value)]);
  }
  if (label.classified !== undefined)
    fields.push(["classified", [String(label.classified)], [String(reading.classified)]]);
  return fields;
}

/** F1, precision and recall as fractions of one. */
export function measures({ right, found, wanted }: Count): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : right / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** One line of figures. */
export function sayScore(name: string, score: Score): string {
  const say = (count: Count) => {
    const { precision, recall, f1 } = measures(count);
    return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${count.right}/${count.wanted})`;
  };
  const fields = Object.entries(score.byField).map(
    ([field, count]) => `${field} ${measures(count).f1.toFixed(2)}`,
  );
  return [
    `${name}: ${score.documents} documents`,
    `  deadlines ${say(score.deadlines)}; kinds right ${score.kinds.right}/${score.kinds.wanted}`,
    `  headers   ${say(score.headers)}; ${fields.join(", ")}`,
    `  false reports ${score.falseReports} (${((100 * score.falseReports) / score.documents).toFixed(1)} in 100 documents)` +
      `; actions usable ${score.actions.right}/${score.actions.wanted}` +
      `; low ${score.sure.wanted - score.sure.found} of ${score.sure.wanted}, of the sure right ${score.sure.right}/${score.sure.found}`,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.slice(2).filter((word) => word in folders);
  for (const [name, folder] of Object.entries(folders)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const score = scoreOf(samplesOf(folder));
    console.log(sayScore(name, score));
    if (process.argv.includes("--wrong") && (!name.startsWith("heldOut") || only.includes(name)))
      console.log(score.wrong.join("\n"));
  }
  for (const which of ["tuned", "kept"] as const) {
    const name = `met-${which}`;
    if (only.length > 0 && !process.argv.includes(name)) continue;
    const score = scoreMet(metDocuments(metFolder, which));
    console.log(sayScore(name, score));
    if (process.argv.includes("--wrong") && (which === "tuned" || process.argv.includes(name)))
      console.log(score.wrong.join("\n"));
  }
}
