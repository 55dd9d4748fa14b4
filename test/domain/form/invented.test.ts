/** What a trial takes for the last period: only where a question looks back, and only what would fit there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextOf } from "../../../src/domain/form/advance.ts";
import { fits } from "../../../src/domain/form/fits.ts";
import { fieldOf } from "../../../src/domain/form/form.ts";
import { inventedLast } from "../../../src/domain/form/invented.ts";
import { anyForm } from "./xlsform/any-form.ts";

describe("an invented last period", () => {
  it("answers no question that does not look back, and fits those that it answers", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const [key, { value }] of Object.entries(inventedLast(form))) {
          const field = fieldOf(form, key);
          if (!field) throw new Error(key);
          const looks = field.default?.from === "last" || ("jump" in field && field.jump !== undefined);
          expect([looks, fits(field, value)]).toEqual([true, true]);
        }
      }),
    );
  });

  it("is the same every time, and its numbers are offered by the button", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const last = inventedLast(form);
        expect(inventedLast(form)).toEqual(last);
        for (const field of form.fields) {
          if (field.kind !== "integer" || field.default?.from !== "last") continue;
          const next = nextOf(form, { answers: {}, cursor: field.key }, { last, privately: true });
          if (next.kind === "ask" && next.field.key === field.key)
            expect(next.suggestion).toEqual({ from: "last", value: last[field.key]?.value });
        }
      }),
    );
  });
});
