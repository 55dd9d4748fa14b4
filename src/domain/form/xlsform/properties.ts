/** The properties that only one kind of question has, from the columns of our own. */
import { Problem } from "../../problem.ts";
import { LARGEST_AMOUNT, LARGEST_INTEGER, MOST_ROWS, YEARS } from "../form.ts";
import { amountText } from "../values.ts";
import { excerpt, flagIn, keyOf, numberIn, type Rule, ruleIn, wordsIn } from "./cells.ts";
import type { SurveyColumn } from "./columns.ts";
import type { FieldType, Kind } from "./kind.ts";
import type { Row } from "./sheet.ts";

const LONGEST_UNIT = 40;

interface Bounds {
  min?: number | undefined;
  max?: number | undefined;
}

/**
 * @param options how many there are to choose from
 * @param keep notes which questions a rule names, and gives the rule back
 */
export function propertiesOf(
  row: Row,
  kind: Kind,
  type: FieldType,
  options: number,
  keep: (column: SurveyColumn, rule: Rule | undefined) => string | undefined,
): Record<string, unknown> {
  const whole = (column: SurveyColumn, min: number, max: number) => numberIn(row, column, min, max);
  // A number that may be negative says so: where no least is given, it is 0.
  const bounds = (min: number, max: number, integral = true, usual: Bounds = {}) => {
    const low = numberIn(row, "dondoc_min", min, max, integral) ?? usual.min;
    const high = numberIn(row, "dondoc_max", min, max, integral) ?? usual.max;
    if (high !== undefined && (low ?? 0) > high)
      row.fault(
        "dondoc_min",
        new Problem("xls-crossed", { min: amountText(low ?? 0), max: amountText(high) }),
      );
    return { min: low, max: high };
  };
  const unit = () => wordsIn(row, "dondoc_unit", LONGEST_UNIT);
  const jump = () => numberIn(row, "dondoc_jump", 1.1, 1_000, false);
  switch (kind) {
    case "text": {
      const long = row.cell("appearance").split(/\s+/).includes("multiline") ? true : undefined;
      return { maxLength: whole("dondoc_max_length", 1, 100_000) ?? (long ? 2_000 : 500), long };
    }
    case "integer": {
      const limit = row.cell("dondoc_not_more_than");
      return {
        ...(row.cell("dondoc_kind").toLowerCase() === "year"
          ? bounds(YEARS.min, YEARS.max, true, YEARS)
          : bounds(0, LARGEST_INTEGER, true, type.is === "range" ? rangeIn(row, LARGEST_INTEGER) : {})),
        unit: unit(),
        notMoreThan: limit === "" ? undefined : keyOf(limit.replace(/^\$\{\s*|\s*\}$/g, "")),
        jump: jump(),
      };
    }
    case "decimal":
      return {
        ...bounds(
          -LARGEST_AMOUNT,
          LARGEST_AMOUNT,
          false,
          type.is === "range" ? rangeIn(row, LARGEST_AMOUNT) : {},
        ),
        unit: unit(),
        decimals: whole("dondoc_decimals", 0, 6),
        jump: jump(),
      };
    case "percent":
      return { max: numberIn(row, "dondoc_max", 1, 10_000, false), jump: jump() };
    case "date":
    case "days":
      return { notAfterToday: flagIn(row, "dondoc_not_after_today") };
    case "choices":
      return { max: whole("dondoc_max", 1, Math.max(1, options)) };
    case "register":
      return { of: row.cell("dondoc_kind").toLowerCase() };
    case "files":
      return { max: whole("dondoc_max", 1, 100) ?? 5 };
    case "group": {
      const count = whole("repeat_count", 1, MOST_ROWS);
      const { min, max } = bounds(0, MOST_ROWS, true, { min: count, max: count ?? MOST_ROWS });
      const item = wordsIn(row, "dondoc_item", LONGEST_UNIT);
      const unique = row
        .cell("dondoc_unique")
        .split(/[\s,;]+/)
        .filter((name) => name !== "");
      return {
        min,
        max,
        unique: unique.length > 0 ? unique.map(keyOf) : undefined,
        item,
      };
    }
    case "computed": {
      const formula = keep("calculation", ruleIn(row, "calculation"));
      if (row.cell("calculation") === "")
        row.fault("calculation", new Problem("xls-cell-empty", { column: "calculation" }));
      return { formula: formula ?? "0", decimals: whole("dondoc_decimals", 0, 6), unit: unit() };
    }
    default:
      return {};
  }
}

/** `parameters` of a range: "start=0 end=10 step=1". */
function rangeIn(row: Row, largest: number): Bounds {
  const text = row.cell("parameters");
  const pairs = new Map(
    [...text.matchAll(/(\w+)\s*=\s*(-?\d+(?:\.\d+)?)/g)].map((m) => [m[1], Number(m[2])]),
  );
  const [min, max] = [pairs.get("start") ?? 1, pairs.get("end") ?? 10];
  const wrong = min > max || Math.max(Math.abs(min), Math.abs(max)) > largest;
  if (wrong || (text !== "" && pairs.size === 0))
    row.fault("parameters", new Problem("xls-parameters", { text: excerpt(text) }));
  return wrong ? {} : { min, max };
}
