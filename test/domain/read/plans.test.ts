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

      it("actions are the label's", () => {
        for (const wanted of label.milestones) {
          const found = reading.milestones
            .filter((m) => wordsOf(m.quote) === wordsOf(wanted.quote ?? ""))
            .map((m) => wordsOf(m.action));
          expect(found).toContain(wordsOf(wanted.action ?? ""));
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
