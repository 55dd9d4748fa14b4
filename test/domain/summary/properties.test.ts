import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../../src/domain/summary/exact.ts";
import { makePicture } from "../../../src/domain/summary/make-picture.ts";
import { type Owed, type Rules, usesOf, usualRules } from "../../../src/domain/summary/owed.ts";
import { tellFigures } from "../../../src/domain/summary/pattern.ts";
import type { Picture } from "../../../src/domain/summary/picture.ts";
import { anyOwed, NOW } from "./any-owed.ts";

const rules = fc.constantFrom<Rules>(usualRules, { ...usualRules, counts: "accepted" });
const pictureOf = (owed: readonly Owed[], by: Rules): Picture => makePicture({ plans: [], owed }, by, NOW);

describe("a picture", () => {
  it("has parts that sum to the whole", () => {
    fc.assert(
      fc.property(anyOwed, rules, (owed, by) => {
        const { progress, groups, figures, headings, rows } = pictureOf(owed, by);
        expect(progress.sent).toBe(progress.accepted + progress.awaiting + progress.returned);
        expect(progress.expected).toBe(progress.sent + progress.missing);
        expect(progress.done).toBe(progress["done-in-time"] + progress["done-late"]);
        for (const key of ["expected", "sent", "done", "missing", "waived", "nil", "covered"] as const)
          if (groups.length > 0) expect(sumOf(groups.map((one) => one.progress[key]))).toBe(progress[key]);
        for (const figure of figures) {
          expect(figure.value ?? 0).toBe(sumOf([figure.accepted.value, figure.awaiting.value]));
          expect(figure.reports).toBe(figure.accepted.reports + figure.awaiting.reports);
          expect(figure.value ?? 0).toBe(
            sumOf(figure.rows.map((row) => Number(rows[row]?.answers[figure.column]))),
          );
          expect(figure.answered).toBeLessThanOrEqual(figure.asked);
          if (by.counts === "accepted") expect(figure.awaiting.reports).toBe(0);
        }
        for (const { nothing, passages, answered } of headings) {
          expect(new Set([...nothing, ...passages.flatMap((one) => one.units)]).size).toBe(answered);
          expect(passages.every((one) => one.units.length > 0)).toBe(true);
        }
      }),
    );
  });

  it("does not depend on the order in which anything came", () => {
    fc.assert(
      fc.property(
        anyOwed.chain((owed) =>
          fc.tuple(fc.constant(owed), fc.shuffledSubarray(owed, { minLength: owed.length })),
        ),
        rules,
        ([owed, shuffled], by) => {
          expect(pictureOf(shuffled, by)).toEqual(pictureOf(owed, by));
        },
      ),
    );
  });

  it("of what is sent is the same whatever was looked at first", () => {
    fc.assert(
      fc.property(anyOwed, fc.array(fc.boolean()), (owed, looked) => {
        const reviewed = owed.map((one, i): Owed => {
          const waits = one.stage === "awaiting" && one.report !== null;
          return waits && looked[i]
            ? { ...one, stage: "accepted", report: one.report && { ...one.report, accepted: true } }
            : one;
        });
        const values = (picture: Picture) =>
          picture.figures.map((one) => [one.measure, one.value, one.answered]);
        expect(values(pictureOf(reviewed, usualRules))).toEqual(values(pictureOf(owed, usualRules)));
      }),
    );
  });

  it("keeps its totals when units merge: what was sent was sent", () => {
    fc.assert(
      fc.property(anyOwed, rules, fc.array(fc.boolean()), (owed, by, ended) => {
        const merged = owed.map((one, i) => (ended[i] && one.report ? { ...one, closed: true } : one));
        const { figures, progress, declared } = pictureOf(owed, by);
        expect(pictureOf(merged, by)).toMatchObject({ figures, progress, declared });
      }),
    );
  });

  it("never counts a unit and one above it both", () => {
    fc.assert(
      fc.property(anyOwed, rules, (owed, by) => {
        const uses = usesOf(owed, by);
        const counted = owed.filter((one) => uses.get(one.obligationId) === "counted");
        const ids = new Set(counted.map((one) => one.unit.id));
        for (const one of counted) expect(one.unit.above.some((above) => ids.has(above))).toBe(false);
        // And nobody is left out for a unit above that says nothing itself.
        for (const one of owed)
          if (uses.get(one.obligationId) === "covered")
            expect(one.unit.above.some((above) => ids.has(above))).toBe(true);
      }),
    );
  });

  it("adds like to like only, and tells each figure once", () => {
    fc.assert(
      fc.property(anyOwed, rules, (owed, by) => {
        const picture = pictureOf(owed, by);
        for (const figure of picture.figures) {
          const kinds = figure.rows.map(
            (row) => owed.find((one) => one.obligationId === picture.rows[row]?.obligationId)?.unit.kind,
          );
          if (figure.unit === "đoàn viên") expect(kinds.every((kind) => kind === "Đoàn")).toBe(true);
          if (figure.unit === "đảng viên") expect(kinds.every((kind) => kind !== "Đoàn")).toBe(true);
        }
        const told = tellFigures(picture).flatMap((one) =>
          one.kind === "figure" ? [one.figure] : one.figures,
        );
        const wanted = picture.figures.flatMap((figure, i) => (figure.answered > 0 ? [i] : []));
        expect(new Set(told)).toEqual(new Set(wanted));
      }),
    );
  });

  it("is plain JSON", () => {
    fc.assert(
      fc.property(anyOwed, (owed) => {
        const picture = pictureOf(owed, usualRules);
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture);
      }),
    );
  });
});

describe("sums", () => {
  it("are exact, in any order", () => {
    const cents = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }));
    fc.assert(
      fc.property(cents, (all) => {
        const values = all.map((one) => one / 100);
        const sum = Number((all.reduce((a, b) => a + b, 0) / 100).toFixed(2));
        expect(sumOf(values)).toBe(sum === 0 ? 0 : sum);
        expect(sumOf(values.toReversed())).toBe(sumOf(values));
      }),
    );
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(sumOf([1e12, 0.01, -1e12])).toBe(0.01);
  });
});
