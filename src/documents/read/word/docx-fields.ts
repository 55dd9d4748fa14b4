/**
 * Fields: Word shows the result of each and not what it is made of, be that other fields with results of their own.
 * A few have none and are shown by what they say: buttons, formulas, the lists and boxes of old forms.
 */
import { attribute, type Tag } from "../container/xml.ts";

interface Field {
  instruction: string;
  inResult: boolean;
  isPage: boolean;
  /** Something stood behind the mark that parts instruction and result. */
  hasResult: boolean;
  /** Of a list or a box of an old form. */
  readonly entries: string[];
  chosen: number;
  isChecked: boolean | null;
}

export interface Fields {
  /** Follows fields as they begin and end; what one without a result is shown by, where it ends, else null. */
  follow(xml: string, tag: Tag, words: string): string | null;
  /** Whether what stands here is shown. */
  isShown(): boolean;
}

const pageField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s|$)/i;

export function createFields(): Fields {
  const fields: Field[] = [];
  const begin = (instruction: string, inResult: boolean) =>
    fields.push({
      instruction,
      inResult,
      isPage: pageField.test(instruction),
      hasResult: inResult,
      entries: [],
      chosen: 0,
      isChecked: null,
    });
  return {
    follow(xml, tag, words) {
      const field = fields.at(-1);
      if (tag.name === "instrText" && field) field.instruction += words;
      if (tag.name === "t" && tag.kind === "close" && field?.inResult && words.trim() !== "")
        field.hasResult = true;
      if (field && tag.kind !== "close") noteForm(field, xml, tag);
      if (tag.name === "fldSimple" && tag.kind === "close") fields.pop();
      if (tag.name === "fldSimple" && tag.kind === "open") begin(attribute(xml, tag, "instr") ?? "", true);
      if (tag.name !== "fldChar" || tag.kind === "close") return null;
      const type = attribute(xml, tag, "fldCharType");
      if (type === "begin") begin("", false);
      else if (type === "separate" && field) {
        field.inResult = true;
        field.isPage = pageField.test(field.instruction);
      } else if (type === "end") {
        fields.pop();
        if (field && !field.hasResult && fields.every((one) => one.inResult && !one.isPage))
          return sayWithout(field);
      }
      return null;
    },
    isShown: () => fields.every((field) => field.inResult && !field.isPage),
  };
}

function noteForm(field: Field, xml: string, tag: Tag): void {
  const value = () => attribute(xml, tag, "val");
  if (tag.name === "listEntry") field.entries.push(value() ?? "");
  else if (tag.name === "result") field.chosen = Number(value() ?? 0);
  else if (tag.name === "default" && field.entries.length === 0 && field.isChecked !== null)
    field.isChecked = value() !== "0" && value() !== "false";
  else if (tag.name === "default" && field.isChecked === null) field.chosen = Number(value() ?? 0) || 0;
  else if (tag.name === "checkBox") field.isChecked = false;
  else if (tag.name === "checked") field.isChecked = value() !== "0" && value() !== "false";
}

/** What a field without a result is shown by. */
function sayWithout(field: Field): string | null {
  const [name = "", ...rest] = field.instruction.trim().split(/\s+/);
  switch (name.toUpperCase()) {
    case "FORMCHECKBOX":
      return field.isChecked ? "☑" : "☐";
    case "FORMDROPDOWN":
      return field.entries[field.chosen] ?? field.entries[0] ?? null;
    case "MACROBUTTON":
    case "GOTOBUTTON":
      return rest.slice(1).join(" ");
    case "QUOTE":
      return rest.join(" ").replace(/["“”]/g, "");
    case "EQ":
      return rest
        .join(" ")
        .replace(/\\[a-z]+(\([^()]{0,20}\)(?=\())?/gi, " ")
        .replace(/[()]/g, " ");
    default:
      return null;
  }
}
