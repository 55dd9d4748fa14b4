import { attribute, type Tag } from "../container/xml.ts";

/** A field that has begun and not ended; what stands between is its result. */
export interface Field {
  instruction: string;
  isPage: boolean;
}

const pageField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s|$)/;

/** Follows fields as they begin and end. `words` stand before `tag`, inside the element that `tag` may close. */
export function trackField(fields: Field[], xml: string, tag: Tag, words: string): void {
  const field = fields.at(-1);
  if (tag.name === "instrText" && field) field.instruction += words;
  if (tag.name === "fldSimple" && tag.kind === "close") fields.pop();
  if (tag.name === "fldSimple" && tag.kind === "open") {
    const instruction = attribute(xml, tag, "instr") ?? "";
    fields.push({ instruction, isPage: pageField.test(instruction) });
  }
  if (tag.name !== "fldChar" || tag.kind === "close") return;
  const type = attribute(xml, tag, "fldCharType");
  if (type === "begin") fields.push({ instruction: "", isPage: false });
  else if (type === "separate" && field) field.isPage = pageField.test(field.instruction);
  else if (type === "end") fields.pop();
}

/** Whether we stand in a field that draws a page number. */
export function isPageField(fields: readonly Field[]): boolean {
  return fields.some((field) => field.isPage);
}
