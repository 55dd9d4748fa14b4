/** A form filled in as a whole: in any order, in part, private questions too. */
import { describe, expect, it } from "vitest";
import { type DraftState, emptyDraft } from "../../../src/domain/form/draft.ts";
import { fill } from "../../../src/domain/form/fill.ts";
import type { FieldKey, Form } from "../../../src/domain/form/form.ts";
import { missing } from "../../../src/domain/form/standing.ts";
import { everyKind } from "./all-kinds.ts";
import { moment } from "./support.ts";

const around = { ...moment, register: [] };
const open = (cursor: FieldKey): DraftState => ({ ...emptyDraft(everyKind), cursor });

describe("a whole page at once", () => {
  const type = (draft: DraftState, key: string, text: string) =>
    fill(everyKind, draft, key, { kind: "text", text }, around);

  it("fills what is asked, private or not, and refuses what is wrong", () => {
    const draft = open("line");
    const filled = type(draft, "illness", "Khỏe");
    expect(filled).toMatchObject({
      draft: { cursor: "line", answers: { illness: { value: "Khỏe" } } },
      faults: [],
    });
    expect(type(draft, "called", "nhiều").faults).toMatchObject([{ problem: { code: "number-expected" } }]);
    const { draft: emptied } = type(filled.draft, "illness", " ");
    expect(emptied.answers).not.toHaveProperty("illness");
  });

  it("leaves alone what is worked out, and what is not asked any more", () => {
    const draft = open("line");
    for (const key of ["share", "why", "gone"]) expect(type(draft, key, "1")).toEqual({ draft, faults: [] });
  });

  it("keeps a far number until it is confirmed, with its reason, and does not ask twice", () => {
    const jumpy: Form = {
      title: "t",
      nil: true,
      fields: [{ kind: "integer", key: "n", title: "n", label: "N", required: true, jump: 3 }],
    };
    const moment = { ...around, last: { n: { value: 45, at: "" } } };
    const typed = (draft: DraftState, more: object) =>
      fill(jumpy, draft, "n", { kind: "text", text: "540", ...more }, moment).draft;
    const doubted = typed({ answers: {}, cursor: "nil" }, {});
    expect(doubted).toMatchObject({ cursor: "review", answers: { n: { value: 540, doubt: { last: 45 } } } });
    expect(missing(jumpy, doubted)).toHaveLength(1);
    const sure = typed(doubted, { sure: true, reason: " sáp   nhập " });
    expect(sure.answers.n).toMatchObject({ value: 540, reason: "sáp nhập" });
    expect(missing(jumpy, sure)).toEqual([]);
    expect(typed(sure, {}).answers.n).toEqual(sure.answers.n);
  });
});
