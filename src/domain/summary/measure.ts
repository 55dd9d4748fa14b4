/**
 * What a number counts, and how many answers become one. Two answers are added only where they count the same thing:
 * the same question (its `name`), the same unit of measure, the same way of summing up, and the words of the same
 * kinds of units. Whatever is in doubt stands apart: two totals where one would do are untidy, one total over unlike
 * things is wrong.
 */

import { numberOf } from "../form/expression/evaluate.ts";
import { parseExpression, referencesOf } from "../form/expression/parse.ts";
import {
  type ComputedField,
  type Field,
  type Form,
  fieldOf,
  isNumeric,
  isYear,
  type TotalMode,
} from "../form/form.ts";
import { holdsShare } from "../form/parse-rules.ts";
import { wordedField, wordingFor } from "../form/wording.ts";

/** `ratio`: worked out anew from totals, never from the answers of single units. */
export type Way = TotalMode | "ratio";

/** One thing that is counted, and by whom. */
export interface Measure {
  /** The same for whatever may be added. */
  id: string;
  label: string;
  /** Of measure: "đồng chí"; "" where the form does not say. */
  unit: string;
  way: Way;
}

/** Worked out once for each form, question and kind of unit: thousands of answers ask for it. */
const known = new WeakMap<Form, Map<string, Measure | null>>();

/** Null for what is no number. */
export function measureOf(form: Form, field: Field, unitKind: string): Measure | null {
  const measures = known.get(form) ?? new Map<string, Measure | null>();
  known.set(form, measures);
  const key = `${field.key}|${unitKind}`;
  const before = measures.get(key);
  if (before !== undefined) return before;
  const measure = judged(form, field, unitKind);
  measures.set(key, measure);
  return measure;
}

function judged(form: Form, field: Field, unitKind: string): Measure | null {
  if (!isNumeric(field) && field.kind !== "computed") return null;
  const own = wordingFor(field, unitKind);
  const worded = wordedField(field, unitKind);
  const unit = unitOf(worded);
  const way = wayOf(form, worded);
  // Other words for the same thing say so by naming what is counted; otherwise they may mean another thing.
  const other = own && own.unit === undefined && (own.title !== undefined || own.label !== undefined);
  const said = other ? `|${plain(worded.label)}` : unit === "" ? `|${nounsOf(worded)}` : "";
  return { id: `${way}|${plain(unit)}${said}`, label: worded.label, unit, way };
}

/** How a field sums up: as the form says, else as its kind and its words have it. */
export function wayOf(form: Form, field: Field): Way {
  if (field.kind === "computed") return computedWay(form, field);
  if (field.total !== undefined) return field.total;
  if (field.kind !== "integer" && field.kind !== "decimal") return "none";
  if (isYear(field) || holdsShare(field)) return "none";
  const words = `${plain(field.label)} | ${plain(field.title)}`;
  if (code.test(plain(field.label)) || inherent.test(words) || mean.test(plain(field.unit ?? "")))
    return "none";
  if (stock.test(words)) return "last";
  return field.kind === "decimal" && field.unit === undefined ? "none" : "sum";
}

/** Names that are written as numbers. */
const code =
  /^(?:mã|số hiệu|số (?:văn bản|công văn|quyết định|nghị quyết|kế hoạch|thẻ|cccd|căn cước|điện thoại|tài khoản)|điện thoại|stt|tt|thứ tự|xếp (?:thứ|hạng)|hạng|khóa|năm)(?:$|[^\p{L}])/u;
/** What a unit has by itself, and what many have together is no sum of it. */
const inherent =
  /(?:^|[^\p{L}])(?:tỷ lệ|tỉ lệ|bình quân|trung bình|phần trăm|điểm số|số điểm|độ tuổi|tuổi đời|tuổi đảng)(?:$|[^\p{L}])/u;
const mean = /^(?:%|‰|điểm|tuổi|°c|độ|đồng chí\/.*|.*\/.*)$/u;
/** What there is at a date; of several periods only the last one counts. */
const stock =
  /(?:^|[^\p{L}])(?:(?:hiện (?:có|nay|tại|đang)|đến (?:nay|cuối (?:kỳ|năm|quý|tháng)|thời điểm|ngày)|tại thời điểm|cuối kỳ)(?!\p{L})|tổng số (?:đảng viên|đoàn viên|hội viên|đoàn viên, hội viên|chi bộ|biên chế)(?: của (?:đơn vị|chi bộ|đảng bộ))?(?=\s*(?:$|[?.:|])))/u;

/**
 * What is worked out from numbers: twice the numbers give the same (a share, a mean: worked out anew from the totals)
 * or twice as much (an amount: added as they are). Anything else is not added unless the form says so.
 */
function computedWay(form: Form, field: ComputedField): Way {
  if (field.total !== undefined) return field.total;
  if (/^\s*count(?:-selected)?\(\s*\$\{\s*[a-z][a-z0-9_]*\s*\}\s*\)\s*$/.test(field.formula)) return "sum";
  const names = referencesOf(parseExpression(field.formula));
  const parts = names.map((name) => fieldOf(form, name));
  const ways = parts.map((part) => (part && isNumeric(part) ? wayOf(form, part) : "none"));
  // A formula with conditions gives for the totals something else than for each unit.
  if (!/^(?:coalesce|min|max|round|div|[\d.,+\-*()\s])*$/.test(field.formula.replace(/\$\{[^}]*\}/g, "")))
    return "none";
  if (names.length === 0 || ways.some((way) => way !== "sum" && way !== "last")) return "none";
  const degree = degreeOf(field.formula, names);
  if (degree === 0) return "ratio";
  if (degree !== 1 || holdsShare(field)) return "none";
  return ways.every((way) => way === ways[0]) ? (ways[0] ?? "none") : "none";
}

/** 0 or 1 where the formula grows so with its numbers, wherever it is tried; else null. */
function degreeOf(formula: string, names: readonly string[]): 0 | 1 | null {
  const at = (scale: number, seed: number) =>
    numberOf(formula, {
      self: null,
      of: (key) => scale * (7 + ((names.indexOf(key) * 13 + seed * 17) % 29)),
    });
  const grows = (degree: 0 | 1) =>
    [1, 2, 3, 4, 5].every((seed) => {
      const [one, many] = [at(1, seed), at(8, seed)];
      return (
        one !== null &&
        many !== null &&
        Math.abs(many - one * 8 ** degree) < 1e-9 * Math.max(1, Math.abs(many))
      );
    });
  return grows(0) ? 0 : grows(1) ? 1 : null;
}

function unitOf(field: Field): string {
  if (field.kind === "percent") return "%";
  return ("unit" in field ? field.unit : undefined)?.normalize("NFC").replace(/\s+/g, " ").trim() ?? "";
}

/** Where no unit of measure is named: which of the things that must not be mixed the words speak of. */
const nouns = [
  "lượt",
  "đảng viên",
  "đoàn viên",
  "hội viên",
  "quần chúng",
  "đồng chí",
  "người",
  "cuộc",
  "lớp",
  "buổi",
  "bài",
  "tin",
  "triệu",
  "tỷ",
  "nghìn",
];

function nounsOf(field: Field): string {
  const words = ` ${plain(`${field.label} ${field.title}`).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  return nouns.filter((noun) => words.includes(` ${noun} `)).join("+");
}

/** One spelling of what is the same to people. */
export const plain = (text: string): string =>
  text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
