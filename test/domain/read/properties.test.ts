/** What holds for any date, any document: written forms read back, quotes stand, citations add nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../../src/domain/plan/read/normalise.ts";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import { scanOf } from "../../../src/domain/plan/read/scan.ts";
import { folders, samplesOf } from "./score.ts";

const day = fc
  .date({ min: new Date("1995-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => ({ y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() }));
const two = (n: number) => String(n).padStart(2, "0");
const iso = ({ y, m, d }: { y: number; m: number; d: number }) => `${y}-${two(m)}-${two(d)}`;

type Form = (date: { y: number; m: number; d: number }) => string;
const forms: Record<string, Form> = {
  slashes: ({ y, m, d }) => `ngày ${two(d)}/${two(m)}/${y}`,
  bare: ({ y, m, d }) => `${d}/${m}/${y}`,
  dots: ({ y, m, d }) => `ngày ${two(d)}.${two(m)}.${y}`,
  dashes: ({ y, m, d }) => `ngày ${two(d)}-${two(m)}-${y}`,
  spaced: ({ y, m, d }) => `ngày ${d}/ ${two(m)}/${y}`,
  wide: ({ y, m, d }) => `ngày ${d}/ ${m} /${y}`,
  words: ({ y, m, d }) => `ngày ${two(d)} tháng ${two(m)} năm ${y}`,
  mixed: ({ y, m, d }) => `ngày ${d}/${m} năm ${y}`,
  half: ({ y, m, d }) => `ngày ${d} tháng ${m}/${y}`,
  nonBreaking: ({ y, m, d }) => `ngày\u00a0${d}/${m}/${y}`,
  broken: ({ y, m, d }) => `ngày\n${d}/${m}/${y}`,
  starred: ({ y, m, d }) => `**ngày ${d}/${m}/${y}**`,
  decomposed: ({ y, m, d }) => `ngày ${d} tháng ${m} năm ${y}`.normalize("NFD"),
};
const form = fc.constantFrom(...Object.keys(forms));
const cue = fc.constantFrom(
  ["trước", true],
  ["chậm nhất là", false],
  ["đến hết", false],
  ["hạn cuối là", false],
) as fc.Arbitrary<[string, boolean]>;

describe("properties", () => {
  it("any day in any written form reads back, after any cue", () => {
    fc.assert(
      fc.property(day, form, cue, (date, name, [words, strict]) => {
        const text = `Các chi bộ gửi báo cáo về Ban Tuyên giáo ${words} ${(forms[name] as Form)(date)} để tổng hợp.`;
        const [milestone, ...others] = readPlan(text).reading.milestones;
        expect(others).toEqual([]);
        expect(milestone).toMatchObject({
          kind: "report",
          due: iso(date),
          strictBefore: strict,
          yearImplied: false,
        });
      }),
      { numRuns: 400 },
    );
  });

  it("any range reads back", () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom("/", ".", "-"), (a, b, mark) => {
        fc.pre(iso(a) < iso(b));
        const say = ({ y, m, d }: typeof a) => `ngày ${two(d)}${mark}${two(m)}${mark}${y}`;
        const { milestones } = readPlan(
          `Tổ chức kiểm tra các đơn vị từ ${say(a)} đến hết ${say(b)}.`,
        ).reading;
        expect(milestones).toMatchObject([{ from: iso(a), due: iso(b) }]);
      }),
    );
  });

  it("any month, quarter and year reads back", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4 }), ({ y, m }, q) => {
        const read = (words: string) =>
          readPlan(`Các chi bộ tổ chức học tập, hoàn thành trong ${words}.`).reading.milestones;
        expect(read(`tháng ${m}/${y}`)).toMatchObject([{ period: `${y}-${two(m)}` }]);
        expect(read(`tháng ${two(m)} năm ${y}`)).toMatchObject([{ period: `${y}-${two(m)}` }]);
        expect(read(`quý ${["I", "II", "III", "IV"][q - 1]}/${y}`)).toMatchObject([{ period: `${y}-Q${q}` }]);
        expect(read(`năm ${y}`)).toMatchObject([{ period: String(y) }]);
      }),
    );
  });

  const citation = fc.tuple(
    fc.constantFrom("Chỉ thị", "Kế hoạch", "Nghị quyết", "Công văn", "Quy định", "Hướng dẫn", "Quyết định"),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom("-CT/TW", "-KH/TU", "-NQ/TW", "-CV/BTGTU", "/QĐ-UBND", "-HD/BTCTW"),
    fc.constantFrom(" ngày ", ", ngày "),
    day,
    fc.constantFrom("Bộ Chính trị", "Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân tỉnh"),
  );

  it("adding citations never adds or takes a milestone", () => {
    const samples = samplesOf(folders.tuned);
    fc.assert(
      fc.property(fc.constantFrom(...samples), citation, ({ text }, [kind, n, symbol, on, date, body]) => {
        const cited = `${kind} số ${n}${symbol}${on}${two(date.d)}/${date.m}/${date.y} của ${body}`;
        const count = (whole: string) => readPlan(whole).reading.milestones.length;
        const body_ = text.search(/\n(?:Nơi nhận|TM\.|T\/M)/u);
        fc.pre(body_ > 0);
        const more = `${text.slice(0, body_)}\n\nCác chi bộ tiếp tục thực hiện ${cited} và các văn bản có liên quan.\n${text.slice(body_)}`;
        expect(count(more)).toBe(count(text));
      }),
      { numRuns: 150 },
    );
  });

  it("quotes are exact substrings at their offsets, whatever the text", () => {
    const word = fc.constantFrom(
      "trước ngày",
      "25/4/2024",
      "tháng 4",
      "và",
      "đến hết",
      "quý II",
      "hằng năm",
      "định kỳ",
      "báo cáo",
      ";",
      ".",
      "\n",
      "(",
      ")",
      "“",
      "|",
      "ngày 5",
      "15h30",
      "từ",
      "năm 2024",
      "Thời gian:",
      "chậm nhất",
      "thứ Hai",
      "5/4",
      "hằng tháng",
      "7 ngày kể từ ngày ký",
      "Nơi nhận:",
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.boolean(), (words, decomposed) => {
        const raw = words.join(" ");
        const { text, reading } = readPlan(decomposed ? raw.normalize("NFD") : raw);
        for (const { quote, at } of reading.milestones) {
          expect(quote).not.toBe("");
          expect(text.slice(...at)).toBe(quote);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("any text at all is read without failing, and the scan keeps every offset", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (raw) => {
        const text = normalise(raw);
        expect(scanOf(text).length).toBe(text.length);
        readPlan(raw);
      }),
    );
  });

  it("reading is idempotent under normalisation", () => {
    for (const { text } of samplesOf(folders.tuned)) {
      const once = readPlan(text);
      expect(normalise(once.text)).toBe(once.text);
      expect(readPlan(once.text)).toEqual(once);
      expect(readPlan(text.normalize("NFD")).reading).toEqual(once.reading);
    }
  });
});
