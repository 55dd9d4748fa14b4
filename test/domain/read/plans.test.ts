/** The five real plans, read from beside the project: exactly what a careful reader finds, and nothing else. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import { wordsOf } from "../../../src/domain/plan/read/scan.ts";
import { folders, type Label, samplesOf } from "./score.ts";

const present = existsSync(folders.plans);

it.runIf(process.env.REQUIRE_ALL === "1")("the real plans are there", () => {
  expect(present, "REQUIRE_ALL=1 needs the five plans in ../shared/plans").toBe(true);
});

const listOf = (text: string): string[] => wordsOf(text).match(/[\p{L}\d]+/gu) ?? [];

/** Every word of `wanted` stands in `found`, in the same order. */
function holds(found: string, wanted: string): boolean {
  const asked = listOf(wanted);
  let next = 0;
  for (const word of listOf(found)) if (word === asked[next]) next++;
  return next === asked.length;
}

/** The label adds in brackets what the sentence leaves to the one before it. */
const withoutNote = (action: string) => action.replace(/\s\([^)]*\)$/, "");

/**
 * These labels leave words out of the middle of the sentence ("các cơ quan tỉnh", "năm 2024 - 2025", the actor);
 * the reader keeps the document's own.
 */
const abridged = ["nội dung cốt lõi của Chuyên đề", "đánh giá kết quả triển khai thực hiện Chuyên đề"];

describe.skipIf(!present)("the real plans (skipped where ../shared/plans is absent)", () => {
  for (const { name, text, label } of samplesOf(folders.plans)) {
    describe(name, () => {
      const { text: normal, reading } = readPlan(text);
      const tidy = (entries: readonly string[]) => entries.map(wordsOf);

      it("header", () => {
        expect(reading.number).toBe(label.number);
        expect(reading.issued).toBe(label.issued);
        expect(wordsOf(reading.title ?? "")).toBe(wordsOf(label.title ?? ""));
        expect(wordsOf(reading.issuer ?? "")).toBe(wordsOf(label.issuer ?? ""));
        expect(reading.signer).toEqual(label.signer);
        expect(tidy(reading.recipients)).toEqual(tidy(label.recipients ?? []));
        expect(reading.classified).toBe(label.classified);
      });

      it("milestones", () => {
        const facts = (m: Label["milestones"][number]) => ({
          kind: m.kind,
          due: m.due,
          period: m.period,
          strictBefore: m.strictBefore,
          vague: m.vague,
          repeats: m.recurrence !== null,
          quote: wordsOf(m.quote ?? ""),
        });
        const order = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));
        expect(reading.milestones.map(facts).sort(order)).toEqual(label.milestones.map(facts).sort(order));
      });

      it("actions are the label's, word for word", () => {
        for (const wanted of label.milestones) {
          const said = withoutNote(wanted.action ?? "");
          const found = reading.milestones
            .filter((m) => wordsOf(m.quote) === wordsOf(wanted.quote ?? ""))
            .map((m) => withoutNote(m.action));
          if (abridged.some((words) => said.endsWith(words)))
            expect(
              found.some((action) => holds(action, said)),
              said,
            ).toBe(true);
          else expect(found.map((action) => listOf(action).join(" "))).toContain(listOf(said).join(" "));
        }
      });

      it("quotes stand at their offsets and nothing is invented", () => {
        const wantedQuotes = label.milestones.map((m) => wordsOf(m.quote ?? ""));
        for (const { quote, at } of reading.milestones) {
          expect(normal.slice(...at)).toBe(quote);
          expect(wantedQuotes).toContain(wordsOf(quote));
        }
      });
    });
  }

  it("the plans' five owners: what the board itself owes is told apart", () => {
    const owed = samplesOf(folders.plans).flatMap(({ text }) =>
      readPlan(text)
        .reading.milestones.filter((m) => m.kind === "report" && wordsOf(m.quote) === "định kỳ")
        .map((m) => m.owedBy),
    );
    expect(owed.sort()).toEqual(["issuer", "issuer", "units", "units"]);
  });
});
