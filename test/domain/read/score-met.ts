/**
 * Scores documents modelled on real ones, with what a stranger's clerk noted of them. A label that is a double of
 * another, that was replaced in the same text, or that is but a condition may be found and may be left out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import type { ReadMilestone } from "../../../src/domain/plan/read/reading.ts";
import {
  countSure,
  emptyScore,
  extra,
  pairUp,
  type Score,
  saysTheSame,
  scoreField,
  value,
  whenOf,
} from "./score.ts";

/** A deadline as labelled. `recurring` says that it repeats, whatever its kind. */
interface MetLabel {
  kind: "report" | "task" | "event" | "recurring";
  due?: string | null;
  period?: string | null;
  from?: string | null;
  time?: string | null;
  strict_before?: boolean;
  vague?: boolean;
  quote: string;
  action?: string;
  duplicate?: boolean;
  superseded?: boolean;
  soft?: boolean;
}

interface MetDocument {
  name: string;
  text: string;
  issued?: string | null;
  number?: string | null;
  issuer?: string | null;
  deadlines: MetLabel[];
}

/** Kept back until all was mended: at first sight F1 0.957, kinds 28 of 32, 3 false reports (before: 0.943, 23, 5). */
const keptBack = new Set("003 008 012 016 020 026 029 033 038 043 047 055 060 066 072 078".split(" "));

/** The documents of one part; a folder that is absent has none. */
export function metDocuments(folder: string, which: "tuned" | "kept"): MetDocument[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && keptBack.has(name.slice(0, 3)) === (which === "kept"))
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(join(folder, name), "utf8")) as Omit<MetDocument, "name">),
      name: name.replace(/\.json$/, ""),
    }));
}

/** Scores them; `wrong` lists each difference in one line. */
export function scoreMet(documents: readonly MetDocument[]): Score {
  const score = emptyScore(documents.length);
  for (const document of documents) {
    const { reading } = readPlan(document.text);
    scoreDeadlines(score, document, reading.milestones);
    for (const field of ["number", "issued", "issuer"] as const)
      if (field in document)
        scoreField(score, document.name, [field, value(document[field]), value(reading[field])]);
  }
  return score;
}

const optional = (label: MetLabel) => Boolean(label.duplicate || label.superseded || label.soft);

function scoreDeadlines(
  score: Score,
  { name, deadlines }: MetDocument,
  found: readonly ReadMilestone[],
): void {
  const wanted = deadlines.filter((label) => !optional(label));
  const pairs = pairUp(wanted, found, sameWhen);
  const left = found.filter((own) => ![...pairs.values()].includes(own));
  const allowed = pairUp(deadlines.filter(optional), left, sameWhen);
  score.deadlines.wanted += wanted.length;
  score.deadlines.found += found.length - allowed.size;
  score.deadlines.right += pairs.size;
  for (const label of wanted) {
    const own = pairs.get(label);
    if (!own) {
      score.wrong.push(
        `${name}: missing ${label.kind} ${label.due ?? label.period ?? "vague"} “${label.quote}”`,
      );
      continue;
    }
    if (label.kind !== "recurring") {
      score.kinds.wanted++;
      score.kinds.found++;
      if (own.kind === label.kind) score.kinds.right++;
      else score.wrong.push(`${name}: kind ${own.kind} ≠ ${label.kind} ${whenOf(own)} “${label.quote}”`);
    }
    score.actions.wanted++;
    score.actions.found++;
    if (label.action ? saysTheSame(own.action, label.action) : isUsable(own.action)) score.actions.right++;
    else score.wrong.push(`${name}: action ${own.action}`);
  }
  for (const own of left) if (![...allowed.values()].includes(own)) score.wrong.push(extra(name, own));
  const all = [...pairs, ...allowed];
  const mayReport = all.filter(([label]) => label.kind === "report" || label.kind === "recurring");
  countSure(score, name, found, new Set(all.map(([, own]) => own)), new Set(mayReport.map(([, own]) => own)));
}

/** The day, period or repetition; where the label has an hour or a first day, those too. */
function sameWhen(label: MetLabel, found: ReadMilestone): boolean {
  const strict =
    (label.strict_before ?? false) ===
    (found.strictBefore || (label.strict_before === true && found.time !== null));
  if (label.kind === "recurring" || label.vague)
    return (found.recurrence !== null || found.vague) && strict && repeatsAs(label.period, found.recurrence);
  if (found.recurrence !== null) return false;
  if (!label.due) return Boolean(label.period) && found.due === null && found.period === label.period;
  return (
    found.due === label.due &&
    strict &&
    (!label.from || found.from === label.from) &&
    (!label.time || found.time === label.time)
  );
}

/** "yearly@12-10", "monthly@20", "quarterly@last-month-10". */
function repeatsAs(period: string | null | undefined, recurrence: string | null): boolean {
  const [rhythm, when] = period?.split("@") ?? [];
  if (!rhythm || !when) return true;
  const [month, day] = /^\d\d-\d\d$/.test(when)
    ? when.split("-").map(Number)
    : [null, Number(when.split("-").at(-1))];
  const months = rhythm === "quarterly" ? "3,6,9,12" : month;
  const rule =
    rhythm === "monthly"
      ? `FREQ=MONTHLY;BYMONTHDAY=${day}`
      : `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${day}`;
  return recurrence === rule;
}

/** Without a labelled action: it says what takes place or is to be done, and no more than that. */
export function isUsable(action: string): boolean {
  const words = action.trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 60 &&
    /\p{L}{2}/u.test(action) &&
    !/^(?:thời gian|thời hạn|tại|ở|địa điểm|đến|từ|ngày|và|hoặc|nhưng|thì|là)(?!\p{L})/iu.test(action) &&
    !/[:(]$/.test(action)
  );
}
