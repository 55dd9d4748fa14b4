/** Forms of every shape that the engine takes, within what a file may hold. */
import fc from "fast-check";
import type { Form } from "../../../../src/domain/form/form.ts";
import { parseForm } from "../../../../src/domain/form/parse-form.ts";

const syllables = [
  "Số",
  "người",
  "đã dự",
  "học tập",
  "Ngày nào?",
  "x = 1, y",
  "“trích”",
  "#2",
  "a|b",
  "ở\ncơ sở",
];
const words = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(" ").trim());
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const yes = fc.constant(true);
const factor = fc.constantFrom(1.1, 2, 2.5, 10);
const unit = fc.constantFrom("đồng chí", "cuộc", "triệu đồng");
const between = (min: number, max: number) =>
  fc.tuple(maybe(fc.integer({ min, max })), maybe(fc.integer({ min, max }))).map(([a, b]) => ({
    min: a !== undefined && b !== undefined ? Math.min(a, b) : a,
    max: a !== undefined && b !== undefined ? Math.max(a, b) : b,
  }));
const options = fc
  .uniqueArray(fc.constantFrom("a", "b", "yes", "no", "A1", "hai ba"), { minLength: 1, maxLength: 4 })
  .map((values) =>
    values.map((value) => ({
      value,
      label: value === "yes" ? "Có" : value === "no" ? "Không" : `Mục ${value}`,
    })),
  );

type Made = Record<string, unknown>;

const kinds: Record<string, fc.Arbitrary<Made>> = {
  text: fc.record({
    kind: fc.constant("text"),
    maxLength: fc.integer({ min: 1, max: 5000 }),
    long: maybe(yes),
  }),
  integer: fc
    .tuple(between(0, 1000), maybe(unit), maybe(factor))
    .map(([bounds, unit, jump]) => ({ kind: "integer", ...bounds, unit, jump })),
  decimal: fc
    .tuple(
      fc.oneof(between(0, 50), fc.constant({ min: -9.5, max: -1 })),
      maybe(unit),
      maybe(fc.integer({ min: 0, max: 6 })),
      maybe(factor),
    )
    .map(([bounds, unit, decimals, jump]) => ({ kind: "decimal", ...bounds, unit, decimals, jump })),
  percent: fc.record({
    kind: fc.constant("percent"),
    max: maybe(fc.constantFrom(50, 99.5, 200)),
    jump: maybe(factor),
  }),
  date: fc.record({ kind: fc.constant("date"), notAfterToday: maybe(fc.boolean()) }),
  days: fc.record({ kind: fc.constant("days"), notAfterToday: maybe(fc.boolean()) }),
  yesno: fc.constant({ kind: "yesno" }),
  choice: fc.record({ kind: fc.constant("choice"), options, other: maybe(yes) }),
  choices: options.chain((all) =>
    fc.record({
      kind: fc.constant("choices"),
      options: fc.constant(all),
      max: maybe(fc.integer({ min: 1, max: all.length })),
    }),
  ),
  register: fc.record({ kind: fc.constant("register"), of: fc.constantFrom("unit", "person") }),
  files: fc.record({ kind: fc.constant("files"), max: fc.integer({ min: 1, max: 100 }) }),
  computed: fc
    .tuple(fc.constantFrom("1 + 2", "round(7 div 3, 1)"), maybe(fc.integer({ min: 0, max: 6 })), maybe(unit))
    .map(([formula, decimals, unit]) => ({ kind: "computed", formula, decimals, unit })),
};

const said = fc.record({
  title: words,
  label: words.map((text) => text.replace("\n", " ")),
  hint: maybe(words),
  required: fc.boolean(),
});
const wording = fc.array(
  fc.record({
    kinds: fc.uniqueArray(fc.constantFrom("Đoàn cơ sở", "Hội", "Đảng bộ cơ sở"), {
      minLength: 1,
      maxLength: 2,
    }),
    title: maybe(words),
    label: maybe(words),
    hint: maybe(words),
    unit: maybe(unit),
  }),
  { minLength: 1, maxLength: 2 },
);
const more = fc.record({
  above: maybe(words),
  constraint: maybe(fc.constantFrom(". > 1 and . < 9", "string-length(.) < 5", "not(. = 'x')")),
  constraintMessage: maybe(words),
  private: maybe(fc.boolean()),
  wording: maybe(wording),
  total: fc.constantFrom("sum", "last", "mean", "none", undefined),
  together: maybe(fc.constantFrom("Tổng số người dự", "Tổng số cuộc")),
  sentence: maybe(fc.constantFrom("Có ${own} dự học.", "Dự ${own} trên ${own}")),
});
const given = maybe(
  fc.oneof(
    fc.constant({ from: "last" }),
    fc
      .constantFrom("Mục a", "hôm nay", "có", "12", "Như kỳ trước")
      .map((value) => ({ from: "constant", value })),
  ),
);

const column = fc
  .constantFrom("text", "integer", "decimal", "date", "yesno", "choice")
  .chain((kind) => fc.tuple(said, kinds[kind] as fc.Arbitrary<Made>))
  .map(([base, own]): Made => ({ ...base, ...own, jump: undefined }));
const group = fc
  .tuple(
    fc.array(column, { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 200 }),
    maybe(fc.constant(0)),
    fc.boolean(),
    maybe(fc.constantFrom("người", "đồng chí")),
  )
  .map(([columns, max, min, unique, item]): Made => {
    const named = columns.map((one, i) => ({ ...one, key: `c${i}` }));
    return {
      kind: "group",
      columns: named,
      max,
      min,
      item,
      unique: unique ? named.slice(0, 2).map((one) => one.key) : undefined,
    };
  });

const field = fc.tuple(
  said,
  more,
  given,
  fc.oneof({ weight: 8, arbitrary: fc.oneof(...Object.values(kinds)) }, group),
);

/** What may be said of how this question is summed up: of numbers, and of shares no more than that they are not. */
function summedUp(i: number, rules: Made, own: Made): Made {
  const counts = ["integer", "decimal", "computed"].includes(String(own.kind));
  const { total, together, sentence } = rules;
  const adds = counts && rules.private !== true && total !== "none" && total !== "mean";
  return {
    total: counts || total === "none" ? total : undefined,
    // Limits may make one a part of the other.
    together: adds && own.kind !== "integer" ? together : undefined,
    sentence:
      counts && rules.private !== true && typeof sentence === "string"
        ? sentence.replaceAll("own", `q${i}`)
        : undefined,
  };
}

/** Rules that look at earlier questions only, so that none leads back. */
export const anyForm: fc.Arbitrary<Form> = fc
  .tuple(
    words.map((text) => text.replace("\n", " ")),
    fc.boolean(),
    fc.array(fc.tuple(field, fc.nat(3)), { minLength: 1, maxLength: 12 }),
  )
  .map(([title, nil, made]) => {
    const fields = made.map(([[base, rules, from, own], link], i): Made => {
      // What is private is not looked at by what is not.
      const earlier = made
        .slice(0, i)
        .map(([[, rules, , one]], at) => ({ key: `q${at}`, kind: one.kind, private: rules.private }))
        .filter((one) => one.private !== true);
      const number = earlier.findLast((one) => one.kind === "integer");
      const last = earlier.at(-1);
      return {
        key: `q${i}`,
        ...base,
        ...rules,
        ...summedUp(i, rules, own),
        default: link === 1 && number ? { from: "sum", of: [number.key] } : from,
        relevant: link === 2 && last ? `\${${last.key}} != ''` : undefined,
        ...own,
        ...(own.kind === "computed" ? { above: undefined } : {}),
        ...(own.kind === "integer" && link === 3 && number ? { notMoreThan: number.key } : {}),
      };
    });
    return parseForm(JSON.parse(JSON.stringify({ title, nil, fields })));
  });
