/** A form → the sheets of an XLSForm, which `importXlsForm` reads back as the same form. */
import type { Column, Field, Form, Option } from "../form.ts";
import { isYesNo } from "./choices.ts";
import { LANGUAGE, ownColumns, type SurveyColumn, WORDING_SHEET } from "./columns.ts";
import { defaultCell } from "./default.ts";
import type { SheetRows } from "./sheet.ts";

type Cells = Partial<Record<SurveyColumn, string>>;

/** Columns that stand in every file, in the order people expect; ours follow where they hold something. */
const usual: readonly SurveyColumn[] = [
  ...(["type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message"] as const),
  ...(["default", "calculation", "readonly", "appearance"] as const),
];
const spoken: readonly string[] = ["label", "hint", "constraint_message"];

/** @param settings `id` becomes `form_id`, `version` is told to people and to other tools */
export function exportXlsForm(form: Form, settings: { id: string; version: string }): SheetRows[] {
  const lists = createLists();
  const rows = form.fields.flatMap((field) => surveyRows(field, lists));
  const own = ownColumns.filter((column) => rows.some((row) => row[column] !== undefined));
  const columns = [...usual, ...own];
  const heading = (column: string) => (spoken.includes(column) ? `${column}::${LANGUAGE}` : column);
  const wordings = form.fields.flatMap((field) =>
    (field.wording ?? []).map((one) => [
      ...[field.key, one.kinds.join("; ")],
      ...[one.title ?? "", one.label ?? "", one.hint ?? "", one.unit ?? ""],
    ]),
  );
  return [
    {
      name: "survey",
      rows: [columns.map(heading), ...rows.map((row) => columns.map((column) => row[column] ?? ""))],
    },
    { name: "choices", rows: [["list_name", "name", heading("label")], ...lists.rows()] },
    {
      name: "settings",
      rows: [
        ["form_title", "form_id", "version", "default_language", "dondoc_nil"],
        [form.title, settings.id, settings.version, LANGUAGE, flag(form.nil)],
      ],
    },
    ...(wordings.length > 0
      ? [{ name: WORDING_SHEET, rows: [["name", "kinds", "label", "short", "hint", "unit"], ...wordings] }]
      : []),
  ];
}

function surveyRows(field: Field, lists: ReturnType<typeof createLists>): Cells[] {
  const row = { ...baseCells(field), ...kindCells(field, lists, field.key) };
  const notes = (field.above ?? "").split("\n").filter((line) => line.trim() !== "");
  const above = notes.map((label, at): Cells => ({ type: "note", name: `${field.key}_n${at + 1}`, label }));
  if (field.kind !== "group") return [...above, row];
  return [
    ...above,
    row,
    ...field.columns.map((column) => ({
      ...baseCells(column),
      ...kindCells(column, lists, `${field.key}_${column.key}`),
    })),
    { type: "end_repeat" },
  ];
}

function baseCells(field: Field | Column): Cells {
  return filled({
    name: field.key,
    label: field.title,
    dondoc_short: field.label,
    hint: field.hint,
    required: field.required ? "yes" : "",
    relevant: field.relevant,
    constraint: field.constraint,
    constraint_message: field.constraintMessage,
    default: defaultCell(field.default, field),
    dondoc_private: field.private === undefined ? "" : flag(field.private),
    dondoc_total: field.total,
    dondoc_together: field.together,
    dondoc_sentence: field.sentence,
  });
}

function kindCells(field: Field, lists: ReturnType<typeof createLists>, listName: string): Cells {
  switch (field.kind) {
    case "text":
      return filled({
        type: "text",
        appearance: field.long ? "multiline" : "",
        dondoc_max_length: number(field.maxLength),
      });
    case "integer":
      return filled({
        type: "integer",
        ...bounds(field),
        dondoc_unit: field.unit,
        dondoc_not_more_than: field.notMoreThan,
        dondoc_jump: number(field.jump),
      });
    case "decimal":
      return filled({
        type: "decimal",
        ...bounds(field),
        dondoc_unit: field.unit,
        dondoc_decimals: number(field.decimals),
        dondoc_jump: number(field.jump),
      });
    case "percent":
      return filled({
        type: "decimal",
        dondoc_kind: "percent",
        dondoc_max: number(field.max),
        dondoc_jump: number(field.jump),
      });
    case "date":
    case "days":
      return filled({
        type: field.kind === "date" ? "date" : "text",
        dondoc_kind: field.kind === "days" ? "days" : "",
        dondoc_not_after_today: field.notAfterToday === undefined ? "" : flag(field.notAfterToday),
      });
    case "yesno":
      return filled({ type: `select_one ${lists.yesNo()}` });
    case "choice":
      return filled({
        type: `select_one ${lists.name(field.options, listName)}${field.other ? " or_other" : ""}`,
        dondoc_kind: !field.other && isYesNo(field.options) ? "choice" : "",
      });
    case "choices":
      return filled({
        type: `select_multiple ${lists.name(field.options, listName)}`,
        dondoc_max: number(field.max),
      });
    case "register":
      return { type: "text", dondoc_kind: field.of };
    case "files":
      return filled({ type: "file", dondoc_max: number(field.max) });
    case "group":
      return filled({
        type: "begin_repeat",
        ...bounds(field),
        dondoc_unique: field.unique?.join(" "),
        dondoc_item: field.item,
      });
    case "computed":
      return filled({
        type: "calculate",
        calculation: field.formula,
        dondoc_decimals: number(field.decimals),
        dondoc_unit: field.unit,
      });
  }
}

/** Lists as they are needed, each written once; names don't clash, whatever the questions are called. */
function createLists() {
  const named = new Map<string, { name: string; options: readonly Option[] }>();
  const name = (options: readonly Option[], wanted: string): string => {
    const id = JSON.stringify(options.map(({ value, label }) => [value, label]));
    const before = named.get(id);
    if (before) return before.name;
    const taken = new Set([...named.values()].map((list) => list.name));
    let free = wanted;
    for (let i = 2; taken.has(free); i++) free = `${wanted}_${i}`;
    named.set(id, { name: free, options });
    return free;
  };
  return {
    name,
    yesNo: () =>
      name(
        [
          { value: "yes", label: "Có" },
          { value: "no", label: "Không" },
        ],
        "yes_no",
      ),
    rows: () =>
      [...named.values()].flatMap((list) => list.options.map((one) => [list.name, one.value, one.label])),
  };
}

const bounds = (field: { min?: number; max?: number }) => ({
  dondoc_min: number(field.min),
  dondoc_max: number(field.max),
});

const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
const flag = (value: boolean) => (value ? "yes" : "no");

function filled(cells: Record<string, string | undefined>): Cells {
  return Object.fromEntries(
    Object.entries(cells).filter(([, text]) => text !== undefined && text !== ""),
  ) as Cells;
}
