/** What stands in the column `type`, and what to do about a type that this project has nothing for. */
import { Problem } from "../../problem.ts";
import { excerpt } from "./cells.ts";
import type { Row } from "./sheet.ts";

/** The kinds of questions that XLSForm has and we take. */
export type QuestionType =
  | { is: "text" | "integer" | "decimal" | "range" | "date" | "files" | "calculate" | "acknowledge" }
  | { is: "choice" | "choices"; list: string; other: boolean };

export type RowType =
  | QuestionType
  | { is: "note" }
  | { is: "begin"; what: Bracket }
  | { is: "end"; what: Bracket };

export type Bracket = "repeat" | "group";

const plain: Readonly<Record<string, Exclude<QuestionType["is"], "choice" | "choices"> | "note">> = {
  text: "text",
  string: "text",
  integer: "integer",
  int: "integer",
  decimal: "decimal",
  range: "range",
  date: "date",
  image: "files",
  photo: "files",
  file: "files",
  note: "note",
  calculate: "calculate",
  acknowledge: "acknowledge",
  trigger: "acknowledge",
};

/** Types we know and don't take, by what to do instead. */
const refused: Readonly<Record<string, readonly string[]>> = {
  media: ["audio", "video", "background-audio"],
  place: ["geopoint", "geotrace", "geoshape", "start-geopoint", "location"],
  time: ["time", "datetime"],
  meta: [
    ...["start", "end", "today", "deviceid", "device id", "subscriberid", "simserial", "phonenumber"],
    ...["username", "email", "audit"],
  ],
  file: ["select_one_from_file", "select_multiple_from_file", "select_one_external", "csv-external"],
};

/** Null with a mistake noted. */
export function typeIn(row: Row): RowType | null {
  const text = row.cell("type").replace(/\s+/g, " ");
  const low = text.toLowerCase();
  const bracket = /^(begin|end)[ _](repeat|group)$/.exec(low);
  if (bracket) return { is: bracket[1] === "begin" ? "begin" : "end", what: bracket[2] as Bracket };
  if (Object.hasOwn(plain, low)) return { is: plain[low] as "text" };
  const [first = ""] = low.split(" ");
  const remedy = Object.keys(refused).find((one) =>
    refused[one]?.some((type) => type === low || type === first),
  );
  if (remedy) {
    row.fault("type", new Problem("xls-type-refused", { type: excerpt(text), remedy }));
    return null;
  }
  const select = /^select[ _]?(one|1|multiple|many)(?: (.*))?$/.exec(low);
  if (!select) {
    row.fault("type", new Problem("xls-type", { type: excerpt(text) }));
    return null;
  }
  const several = select[1] === "multiple" || select[1] === "many";
  // The list keeps its capitals: they tell lists apart.
  const words = text.split(" ").slice(/^select[ ](?:one|multiple)/.test(low) ? 2 : 1);
  const other =
    words.at(-1)?.toLowerCase() === "or_other" || words.slice(-2).join(" ").toLowerCase() === "or other";
  const list = words
    .filter((word, i) => !other || !/^(?:or_other|or|other)$/i.test(word) || i === 0)
    .join(" ");
  if (list === "") {
    row.fault("type", new Problem("xls-list-missing", { type: excerpt(text) }));
    return null;
  }
  if (several && other) {
    row.fault("type", new Problem("xls-other-several"));
    return null;
  }
  return { is: several ? "choices" : "choice", list, other };
}
