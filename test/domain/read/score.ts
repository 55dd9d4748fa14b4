/**
 * Scores the reader against labelled documents: precision, recall and F1 of deadlines and of headers.
 * A deadline is right when its day or period, strictness, hour, vagueness and rhythm are all right; its kind is
 * counted apart. Run as a program it prints the tuned corpus, the held-out set and the real plans, and with
 * `--wrong` every difference (of the held-out set only when it is named: nobody tunes on it).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import type { PlanReading, ReadMilestone, ReadSigner } from "../../../src/domain/plan/read/reading.ts";
import { wordsOf } from "../../../src/domain/plan/read/scan.ts";

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

/** Scores documents; `wrong` lists each difference in one line. */
export function scoreOf(samples: readonly Sample[]): Score {
  const none = (): Count => ({ right: 0, found: 0, wanted: 0 });
  const score: Score = {
    documents: samples.length,
    deadlines: none(),
    kinds: none(),
    headers: none(),
    byField: {},
    wrong: [],
  };
  for (const { name, text, label } of samples) {
    const { reading } = readPlan(text);
    scoreDeadlines(score, name, reading.milestones, label);
    for (const [field, wanted, found] of fieldsOf(label, reading)) {
      score.byField[field] ??= none();
      for (const count of [score.headers, score.byField[field]]) {
        count.wanted += wanted.length;
        count.found += found.length;
        count.right += wanted.filter((value) => found.includes(value)).length;
      }
      if (wanted.join("|") !== found.join("|"))
        score.wrong.push(`${name}: ${field}: ${found.join(" | ") || "-"} ≠ ${wanted.join(" | ") || "-"}`);
    }
  }
  return score;
}

function scoreDeadlines(score: Score, name: string, found: readonly ReadMilestone[], label: Label): void {
  const left = [...found];
  score.deadlines.found += found.length;
  score.deadlines.wanted += label.milestones.length;
  for (const wanted of label.milestones as ReadMilestone[]) {
    const same = left.filter((milestone) => whenOf(milestone) === whenOf(wanted));
    const best =
      same.find((milestone) => milestone.kind === wanted.kind && quotesMeet(milestone, wanted)) ??
      same.find((m) => quotesMeet(m, wanted)) ??
      same[0];
    if (!best) {
      score.wrong.push(`${name}: missing ${wanted.kind} ${whenOf(wanted)} “${wanted.quote}”`);
      continue;
    }
    left.splice(left.indexOf(best), 1);
    score.deadlines.right++;
    score.kinds.wanted++;
    score.kinds.found++;
    if (best.kind === wanted.kind) score.kinds.right++;
    else score.wrong.push(`${name}: kind ${best.kind} ≠ ${wanted.kind} “${wanted.quote}”`);
  }
  for (const milestone of left)
    score.wrong.push(
      `${name}: extra ${milestone.kind} ${whenOf(milestone)} “${milestone.quote}” ${milestone.action.slice(0, 60)}`,
    );
}

function quotesMeet(a: ReadMilestone, b: ReadMilestone): boolean {
  const [x, y] = [wordsOf(a.quote), wordsOf(b.quote)];
  return x.includes(y) || y.includes(x);
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

function fieldsOf(label: Label, reading: PlanReading): [string, string[], string[]][] {
  const fields: [string, string[], string[]][] = [];
  const value = (text: string | null | undefined) => (text ? [wordsOf(text).replace(/[.;,\s]+$/, "")] : []);
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
}
