/** A list of people: one by one, pasted, from a table; what is wrong with a row or with the list. */
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { advance, correct, nextOf } from "../../../src/domain/form/advance.ts";
import type { DraftState, GroupRow } from "../../../src/domain/form/draft.ts";
import type { Form, GroupField } from "../../../src/domain/form/form.ts";
import type { Input } from "../../../src/domain/form/input.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import { RowFaults } from "../../../src/domain/form/read/rows.ts";
import { missing } from "../../../src/domain/form/standing.ts";
import { valueText } from "../../../src/domain/form/values.ts";
import { accepted, moment, refusal } from "./support.ts";

const column = (key: string, kind: string, label: string, more: object) => ({
  key,
  kind,
  title: label,
  label,
  required: true,
  ...more,
});
const form: Form = parseForm({
  title: "Cử người dự",
  nil: false,
  fields: [
    {
      key: "people",
      kind: "group",
      title: "Danh sách?",
      label: "Danh sách",
      required: true,
      max: 3,
      unique: ["name", "born"],
      item: "người",
      columns: [
        column("name", "text", "Họ tên", { maxLength: 60 }),
        column("born", "integer", "Năm sinh", { min: 1950, max: 2010 }),
        column("post", "text", "Chức vụ", { maxLength: 60, required: false }),
      ],
    },
    { key: "end", kind: "text", title: "Ý kiến?", label: "Ý kiến", required: false, maxLength: 100 },
  ],
});
const field = form.fields[0] as GroupField;
const empty: DraftState = { answers: {}, cursor: "people" };
const give = (draft: DraftState, input: Input) => advance(form, draft, input, moment);
const say = (draft: DraftState, text: string) => give(draft, { kind: "text", text });
const rowsOf = (draft: DraftState) => (draft.answers.people?.value ?? []) as GroupRow[];
const pasted = (text: string, draft = empty) => {
  const step = say(draft, text);
  if (step.ok) return { rows: rowsOf(step.draft), faults: step.faults ?? [], draft: step.draft };
  if (!(step.problem instanceof RowFaults)) throw step.problem;
  return { rows: rowsOf(draft), faults: step.problem.faults, draft };
};
const thanh = { name: "Nguyễn Hữu Thành", born: 1985, post: "Phó Trưởng phòng" };
const cuc = { name: "Lê Thị Cúc", born: 1990, post: null };

describe("one by one", () => {
  it("each column is asked, the optional one may be skipped, and “xong” ends it", () => {
    let draft = empty;
    const asked: string[] = [];
    for (const [text, step] of [
      ["Nguyễn Hữu Thành", null],
      ["1985", null],
      ["Phó Trưởng phòng", null],
      ["Lê Thị Cúc", null],
      ["1990", null],
      ["bỏ qua", { kind: "skip" } as Input],
    ] as const) {
      const next = nextOf(form, draft);
      if (next.kind !== "ask" || !next.group) throw new Error(next.kind);
      asked.push(`${next.group.row + 1} ${next.group.column?.key}`);
      draft = accepted(step ? give(draft, step) : say(draft, text)).draft;
    }
    expect(asked).toEqual(["1 name", "1 born", "1 post", "2 name", "2 born", "2 post"]);
    expect(rowsOf(draft)).toEqual([thanh, cuc]);
    const { next, understood } = accepted(say(draft, "xong"));
    expect(next).toMatchObject({ kind: "ask", field: { key: "end" } });
    expect(understood && valueText(understood.field, understood.value)).toBe(
      "2 người: Nguyễn Hữu Thành, 1985, Phó Trưởng phòng; Lê Thị Cúc, 1990",
    );
  });

  it("a wrong cell is said and nothing is lost; a row half done can't be sent or ended", () => {
    const begun = accepted(say(empty, "Nguyễn Hữu Thành")).draft;
    expect(refusal(say(begun, "năm ngoái")).vars.label).toBe("Năm sinh");
    expect(refusal(say(begun, "1899")).code).toBe("number-too-small");
    expect(refusal(give(begun, { kind: "done" })).code).toBe("answer-required");
    expect(missing(form, begun).map((one) => one.key)).toEqual(["people"]);
    expect(rowsOf(begun)).toEqual([{ name: "Nguyễn Hữu Thành" }]);
  });

  it("a whole row in one message is a row", () => {
    expect(pasted("Nguyễn Hữu Thành, 1985, Phó Trưởng phòng").rows).toEqual([thanh]);
    expect(pasted("Lê Thị Cúc, 1990").rows).toEqual([cuc]);
  });

  it("a row is taken out by a tap; with the last one the answer is gone", () => {
    const { draft } = pasted(
      "Nguyễn Hữu Thành, 1985, Phó Trưởng phòng\nLê Thị Cúc; 1990".replaceAll(";", ","),
    );
    const one = accepted(give(draft, { kind: "remove", row: 0 })).draft;
    expect(rowsOf(one)).toEqual([cuc]);
    expect(refusal(give(one, { kind: "remove", row: 4 })).code).toBe("button-old");
    expect(accepted(give(one, { kind: "remove", row: 0 })).draft.answers).not.toHaveProperty("people");
  });
});

describe("a list", () => {
  test.each([
    ["commas", "Nguyễn Hữu Thành, 1985, Phó Trưởng phòng\nLê Thị Cúc, 1990"],
    ["numbers in front", "1. Nguyễn Hữu Thành, 1985, Phó Trưởng phòng\n2. Lê Thị Cúc, 1990"],
    ["a table of Excel", "Nguyễn Hữu Thành\t1985\tPhó Trưởng phòng\nLê Thị Cúc\t1990\t"],
    ["a table with its ordinals", "1\tNguyễn Hữu Thành\t1985\tPhó Trưởng phòng\n2\tLê Thị Cúc\t1990"],
    [
      "ordinals, heading",
      "STT | Họ tên | Năm sinh | Chức vụ\n1 | Nguyễn Hữu Thành | 1985 | Phó Trưởng phòng\n2 | Lê Thị Cúc | 1990",
    ],
    [
      "the template",
      "Họ tên * | Năm sinh * | Chức vụ\nNguyễn Hữu Thành | 1985 | Phó Trưởng phòng\n\nLê Thị Cúc | 1990 | -",
    ],
    ["semicolons", "- Nguyễn Hữu Thành; 1985; Phó Trưởng phòng\n- Lê Thị Cúc; 1990;"],
    ["loose accents", "Nguyễn Hữu Thành, 1985, Phó Trưởng phòng\r\nLê Thị Cúc, 1990".normalize("NFD")],
  ])("%s", (_, text) => expect(pasted(text)).toMatchObject({ rows: [thanh, cuc], faults: [] }));

  it("commas in the last column are its own", () => {
    expect(pasted("Lê Thị Cúc, 1990, Phó Bí thư, Trưởng phòng\nA B, 1991").rows[0]).toEqual({
      ...cuc,
      post: "Phó Bí thư, Trưởng phòng",
    });
  });

  it("of wrong rows it is said which and why; the right ones are taken", () => {
    const { rows, faults } = pasted(
      "Họ tên | Năm sinh | Chức vụ\nNguyễn Hữu Thành | 1985 | Phó Trưởng phòng\n\nTrần Thị Hợp | năm 90\n | 1991 | Trưởng phòng",
    );
    expect(rows).toEqual([thanh]);
    expect(faults.map(({ row, begins, column: name, problem }) => [row, begins, name, problem.code])).toEqual(
      [
        [4, "Trần Thị Hợp", "Năm sinh", "year-expected"],
        [5, "1991", "Họ tên", "answer-required"],
      ],
    );
  });

  it("of which nothing can be taken changes nothing", () => {
    const problem = refusal(say(empty, "Nguyễn Hữu Thành, không rõ\nLê Thị Cúc, không rõ"));
    expect(problem).toBeInstanceOf(RowFaults);
    expect(problem.vars.count).toBe(2);
  });

  it("over the quota, or with somebody twice, is kept, said, and can't be sent before it is put right", () => {
    const four = pasted("A A, 1981\nB B, 1982\nC C, 1983\nD D, 1984");
    expect(four.rows).toHaveLength(4);
    expect(nextOf(form, four.draft)).toMatchObject({
      conflict: { code: "group-over-quota", vars: { count: 4, max: 3 } },
    });
    expect(refusal(give(four.draft, { kind: "done" })).code).toBe("group-over-quota");
    const three = accepted(give(four.draft, { kind: "remove", row: 3 })).draft;
    expect(accepted(give(three, { kind: "done" })).next).toMatchObject({ field: { key: "end" } });

    const duplicates = pasted("Lê Thị Cúc, 1990\nlê thị  cúc, 1990, Bí thư");
    expect(nextOf(form, duplicates.draft)).toMatchObject({
      conflict: { code: "group-twice", vars: { row: 2, first: 1 } },
    });
    expect(missing(form, duplicates.draft).map((one) => one.key)).toEqual(["people"]);
  });

  it("too wide or too long is refused in words", () => {
    const narrow: Form = {
      ...form,
      fields: [{ ...field, columns: field.columns.slice(0, 2), unique: ["name"] } as GroupField],
    };
    const step = advance(
      narrow,
      empty,
      { kind: "text", text: "Lê Thị Cúc, 1990, Phó Bí thư\nA B, 1991" },
      moment,
    );
    expect(accepted(step).faults).toMatchObject([{ row: 1, problem: { code: "row-too-wide" } }]);
    expect(refusal(say(empty, "A B, 1990\n".repeat(201))).code).toBe("rows-too-many");
  });
});

describe("any list that is typed cell by cell", () => {
  const name = fc
    .tuple(
      fc.constantFrom("Nguyễn", "Trần", "Lê", "Đỗ", "Vũ Thị", "Y", "Hồ"),
      fc.stringMatching(/^[A-ZĐ][a-zăâđêôơư]{1,8}$/u),
    )
    .map((parts) => parts.join(" "));
  const person = fc.record({
    name,
    born: fc.integer({ min: 1950, max: 2010 }),
    post: fc.option(fc.constantFrom("Bí thư", "Chuyên viên"), { nil: null }),
  });
  const people = fc.uniqueArray(person, {
    minLength: 1,
    maxLength: 3,
    selector: (one) => one.name.toLowerCase(),
  });

  it("is the same list when it is pasted", () => {
    fc.assert(
      fc.property(people, fc.constantFrom(", ", "\t", " | ", "; "), (all, mark) => {
        const text = `${all.map((one) => [one.name, one.born, one.post ?? "-"].join(mark)).join("\n")}\n`;
        let draft = empty;
        for (const one of all) {
          draft = accepted(say(draft, one.name)).draft;
          draft = accepted(say(draft, String(one.born))).draft;
          draft = accepted(one.post ? say(draft, one.post) : give(draft, { kind: "skip" })).draft;
        }
        expect(pasted(text).rows).toEqual(rowsOf(draft));
        expect(rowsOf(draft)).toEqual(all);
      }),
    );
  });
});

describe("the message that gave rows, edited", () => {
  const names = ["Phạm An", "Vũ Bình", "Lê Cường", "Đỗ Dũng", "Bùi Em", "Hồ Giang"];
  const line = (name: string, year: number) => `${name}, ${year}, Chuyên viên`;
  /** Messages of one or several rows; 1 for the first. */
  const written = (messages: readonly string[]) =>
    messages.reduce(
      (draft, text, at) =>
        accepted(give(draft, { kind: "text", text: `${text}\n`, messageId: at + 1 })).draft,
      empty,
    );

  it("gives the list that these words would have given from the start", () => {
    const years = fc.array(fc.integer({ min: 1950, max: 2010 }), { minLength: 6, maxLength: 6 });
    const sizes = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sizes, years, fc.nat(2), fc.integer({ min: 1, max: 2 }), (cut, born, which, size) => {
        let next = 0;
        const messages = cut.map((count) => {
          const rows = Array.from({ length: count }, () => line(names[next] ?? "", born[next++] ?? 1950));
          return rows.join("\n");
        });
        const at = which % messages.length;
        const after = ["Ngô Hà", "Mai Lan"]
          .slice(0, size)
          .map((name) => line(name, 1980))
          .join("\n");
        const before = written(messages);
        const edited = correct(form, before, at + 1, after, moment);
        if (!edited?.ok) throw new Error("refused");
        const anew = written(messages.map((text, i) => (i === at ? after : text)));
        expect(rowsOf(edited.draft)).toEqual(rowsOf(anew));
        expect(edited.draft.answers.people?.gave).toEqual(anew.answers.people?.gave);
        expect(edited.draft.cursor).toBe(before.cursor);
      }),
    );
  });

  it("changes one cell where it gave one, and the whole row where it says one", () => {
    let draft = accepted(give(empty, { kind: "text", text: "Phạm An", messageId: 1 })).draft;
    draft = accepted(give(draft, { kind: "text", text: "1985", messageId: 2 })).draft;
    draft = accepted(give(draft, { kind: "skip" })).draft;
    const cell = accepted(correct(form, draft, 2, "1986", moment) as never);
    expect(rowsOf(cell.draft)).toEqual([{ name: "Phạm An", born: 1986, post: null }]);
    const row = accepted(correct(form, draft, 1, "Phạm Ân, 1987, Bí thư", moment) as never);
    expect(rowsOf(row.draft)).toEqual([{ name: "Phạm Ân", born: 1987, post: "Bí thư" }]);
    expect(refusal(correct(form, draft, 2, "năm con trâu", moment) as never).code).toBe("year-expected");
  });

  it("leaves the list alone where a line can't be read, where its row is gone, or where nobody knows its rows", () => {
    const draft = written([line("Phạm An", 1985), line("Vũ Bình", 1990)]);
    const wrong = refusal(correct(form, draft, 1, "Phạm An, 19xx", moment) as never);
    expect([wrong.code, (wrong as RowFaults).faults.length]).toEqual(["rows-unchanged", 1]);
    const less = accepted(give(draft, { kind: "remove", row: 0 })).draft;
    expect(correct(form, less, 1, line("Phạm An", 1986), moment)).toBeNull();
    const old: DraftState = { ...draft, answers: { people: { value: rowsOf(draft), messageId: 2, at: "" } } };
    expect(refusal(correct(form, old, 2, line("Vũ Bình", 1991), moment) as never).code).toBe("group-edited");
  });
});
