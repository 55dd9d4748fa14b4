/** Every kind of question, answered as people type. Wednesday, 24/4/2024. */
import { describe, expect, it, test } from "vitest";
import { Doubt } from "../../../src/domain/form/doubt.ts";
import type { DraftState } from "../../../src/domain/form/draft.ts";
import { valueText } from "../../../src/domain/form/values.ts";
import { give, open, say } from "./one-question.ts";
import { accepted, refusal } from "./support.ts";

/** What an answer became: its value, or the code of what is said. */
function became(key: string, text: string): unknown {
  const step = say(key, text);
  return step.ok ? step.draft.answers[key]?.value : step.problem.code;
}

describe("as people type", () => {
  test.each([
    ["called", "45", 45],
    ["called", "45 đ/c", 45],
    ["called", "Dạ 45 đồng chí ạ", 45],
    ["called", "45 dong chi", 45],
    ["called", "1.234", 1234],
    ["called", "ko", 0],
    ["called", "k có", 0],
    ["called", "khoong", 0],
    ["called", "không".normalize("NFD"), 0],
    ["called", "45/50", "number-which"],
    ["called", "-3", "number-negative"],
    ["called", "nhiều", "number-expected"],
    ["present", "48", "number-more-than"],
    ["money", "1.234,5", 1234.5],
    ["money", "1234.5", 1234.5],
    ["money", "1,5 triệu", 1.5],
    ["money", "1,5 trieeuj", 1.5],
    ["money", "1.234.567", 1_234_567],
    ["money", "2 tạ", "number-expected"],
    ["money", "1,234", "number-which"],
    ["money", "0,125", "number-places"],
    ["rate", "90%", 90],
    ["rate", "90 phần trăm", 90],
    ["rate", "95,7", 95.7],
    ["rate", "101", "number-too-large"],
    ["rate", "0,9", "number-which"],
    ["rate", "45/50", "number-which"],
    ["day", "22/4", "2024-04-22"],
    ["day", "22-4-2024", "2024-04-22"],
    ["day", "hôm qua", "2024-04-23"],
    ["day", "hom qua", "2024-04-23"],
    ["day", "thứ 6 tuần trước", "2024-04-19"],
    ["day", "thuws 6 tuaanf truowcs", "2024-04-19"],
    ["day", "thứ sáu tuần trước".normalize("NFD"), "2024-04-19"],
    ["day", "chủ nhật tuần trước", "2024-04-21"],
    ["day", "30/4", "date-in-future"],
    ["day", "31/2", "date-impossible"],
    ["day", "22, 23/4", "date-one"],
    ["days", "22, 23/4", ["2024-04-22", "2024-04-23"]],
    ["days", "từ 22 đến 24/4", ["2024-04-22", "2024-04-23", "2024-04-24"]],
    ["days", "ko", null],
    ["held", "có", "yes"],
    ["held", "rồi", "yes"],
    ["held", "ko", "no"],
    ["held", "chưa", "no"],
    ["held", "cos", "yes"],
    ["held", "có lẽ", "yesno-expected"],
    ["way", "truc tuyen", "online"],
    ["way", "2", "online"],
    ["way", "Trực t", "choice-expected"],
    ["way", "Qua loa đài", "Qua loa đài"],
    ["topics", "1, 3", ["a", "c"]],
    ["topics", "3 1", ["a", "c"]],
    ["topics", "chuyen de b và chuyên đề a", ["a", "b"]],
    ["topics", "1, 2, 3", "choices-too-many"],
    ["topics", "7", "choices-expected"],
    ["host", "sở a", { register: "unit", ref: 1, name: "Chi bộ Sở A" }],
    ["host", "#2", { register: "unit", ref: 2, name: "Chi bộ Sở B" }],
    ["host", "chi bộ", "register-which"],
    ["host", "Chi bộ Sở Z", "register-unknown"],
    ["host", "ko", null],
    ["speaker", "nguyen van a", { register: "person", ref: 7, name: "Nguyễn Văn A" }],
    ["line", "  một  dòng ", "một  dòng"],
    ["line", "👍", "text-expected"],
    ["story", "bỏ qua", null],
    ["plea", "hẹp", "answer-constraint"],
    ["plea", "Thiếu phòng họp", "Thiếu phòng họp"],
    ["papers", "xong", null],
  ] as [string, string, unknown][])("%s: “%s”", (key, text, value) =>
    expect(became(key, text)).toEqual(value));

  it("what could mean two things is asked, and each offer is understood", () => {
    for (const [key, text] of [
      ["called", "45/50"],
      ["money", "1,234"],
      ["rate", "0,9"],
      ["rate", "45/50"],
      ["host", "chi bộ"],
    ] as const) {
      const problem = refusal(say(key, text));
      expect(problem).toBeInstanceOf(Doubt);
      for (const { say: words } of (problem as Doubt).offers) {
        expect(words).toMatch(/^[-0-9.,%#a-z]{1,20}$/);
        expect(say(key, words)).toMatchObject({ ok: true });
      }
    }
    const { offers } = refusal(say("rate", "45/50")) as Doubt;
    expect(offers).toEqual([{ text: "90%", say: "90%" }]);
  });

  it("what was understood is shown back", () => {
    const shown = (key: string, text: string) => {
      const { understood } = accepted(say(key, text));
      return understood && valueText(understood.field, understood.value);
    };
    expect(shown("called", "1234 đ/c")).toBe("1.234");
    expect(shown("money", "1234.5")).toBe("1.234,5 triệu đồng");
    expect(shown("rate", "95,7")).toBe("95,7%");
    expect(shown("day", "hôm qua")).toBe("23/4/2024");
    expect(shown("held", "chua")).toBe("Không");
    expect(shown("topics", "1,3")).toBe("Chuyên đề A; Chuyên đề C");
    expect(shown("host", "sở b")).toBe("Chi bộ Sở B");
  });

  it("buttons answer too: one option, several of them, yes or no", () => {
    const tap = (draft: DraftState, value: string) => accepted(give(draft, { kind: "option", value })).draft;
    expect(tap(open("held"), "no").answers.held?.value).toBe("no");
    const two = tap(tap(open("topics"), "c"), "a");
    expect(two).toMatchObject({ cursor: "topics", answers: { topics: { value: ["a", "c"] } } });
    expect(refusal(give(two, { kind: "option", value: "b" })).code).toBe("choices-too-many");
    const none = tap(tap(two, "a"), "c");
    expect(none.answers.topics).toBeUndefined();
    expect(refusal(give(none, { kind: "done" })).code).toBe("choices-expected");
    expect(accepted(give(two, { kind: "done" })).next).toMatchObject({ field: { key: "host" } });
    expect(refusal(give(open("held"), { kind: "option", value: "maybe" })).code).toBe("button-old");
  });
});
