/** What a page shows of an answer, sent back as it is, is the same answer: nothing changes by passing through a page. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, GroupRow, Value } from "../../src/domain/form/draft.ts";
import { type Filling, type FillMoment, fill } from "../../src/domain/form/fill.ts";
import { type Field, fieldOf, type TextField } from "../../src/domain/form/form.ts";
import { parseForm } from "../../src/domain/form/parse-form.ts";
import { readText } from "../../src/domain/form/read/text.ts";
import { kept } from "../../src/domain/form/standing.ts";
import { fillingOf, type Shown, sentOf, shownOf, stampOf } from "../../src/web/form/body.ts";
import { allKinds } from "../support/all-kinds.ts";

const form = parseForm(JSON.parse(JSON.stringify(allKinds)));
const register = [1, 2, 3].map((ref) => ({ register: "unit" as const, ref, name: `Chi bộ ${ref}` }));
const moment: FillMoment = { today: "2024-04-15", at: "2024-04-15T01:00:00.000Z", register };

const words = fc
  .stringMatching(/^[\p{L}\p{N} ,.;|"<&'\n-]{1,60}$/u)
  .map((text) => text.normalize("NFC").trim())
  // As it lies in a draft: the reader has tidied it.
  .map((text) => readText(fieldOf(form, "opinion") as TextField, text))
  .filter((text): text is string => typeof text === "string" && /\p{L}{2}/u.test(text));
const day = fc.integer({ min: 0, max: 1_000 }).map((ago) => {
  const at = new Date(Date.UTC(2024, 3, 15) - ago * 86_400_000);
  return at.toISOString().slice(0, 10);
});
const row = fc.record({
  name: words.map((text) => text.replaceAll("\n", " ")),
  born: fc.integer({ min: 1940, max: 2010 }),
  post: fc.option(words.map((text) => text.replaceAll("\n", " "))),
});

const values: Record<string, fc.Arbitrary<Value>> = {
  met: day,
  called: fc.integer({ min: 0, max: 1_000_000 }),
  fund: fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100),
  read: fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
  how: fc.constantFrom("in", "online"),
  means: fc.subarray(["radio", "paper", "talk"], { minLength: 1 }),
  hard: fc.constantFrom("yes", "no"),
  partner: fc.constantFrom(...register),
  people: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: (one) => one.name }) as fc.Arbitrary<
    GroupRow[]
  >,
  opinion: words,
};

const through = (field: Field, value: Value): Answer | null => {
  const shown = shownOf(field, { value, at: "" });
  const filling = whole(field, shown);
  const { draft, faults } = fill(form, { answers: {}, cursor: "review" }, field.key, filling, moment);
  expect(faults).toEqual([]);
  return kept(draft, field);
};
/** As though the page had been empty before. */
const whole = (field: Field, shown: Shown): Filling => {
  const filling = fillingOf(field, shown, "");
  if (!filling) throw new Error("nothing to fill in");
  return filling;
};

describe("an answer through a page", () => {
  for (const [key, value] of Object.entries(values)) {
    const field = fieldOf(form, key) as Field;
    it(`is the same: ${field.kind}`, () => {
      fc.assert(
        fc.property(value, (one) => {
          expect(through(field, one)?.value).toEqual(one);
        }),
      );
    });
  }

  it("says nothing when it comes back untouched, so that it undoes nothing", () => {
    for (const [key, value] of Object.entries(values)) {
      const field = fieldOf(form, key) as Field;
      fc.assert(
        fc.property(value, (one) => {
          const shown = shownOf(field, { value: one, at: "" });
          expect(fillingOf(field, shown, stampOf(shown))).toBeNull();
        }),
        { numRuns: 30 },
      );
    }
  });

  it("is not confused by what nobody typed", () => {
    const field = fieldOf(form, "people") as Field;
    const body = {
      "g.people.0.name": "An",
      "g.people.999999.name": "x",
      "g.people.-1.name": "y",
      "g.people.0": "z",
    };
    expect(sentOf(field, body)).toMatchObject({ rows: [{ name: "An", born: "", post: "" }] });
  });
});
