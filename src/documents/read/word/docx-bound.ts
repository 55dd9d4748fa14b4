/**
 * Content controls that are bound to data of the file: Word shows what stands in the data, whatever text was stored in
 * the control when somebody last saved it. So the data are looked up as Word does, by a path of elements.
 */
import { readRelations } from "../container/relations.ts";
import { attribute, cutTags, decodeXml, unescapeXml } from "../container/xml.ts";
import type { Archive } from "../container/zip.ts";

/** What a control says about itself (`w:sdtPr`). */
export interface Control {
  path: string | null;
  store: string | null;
  /** "dd/MM/yyyy" where it shows a date. */
  dateFormat: string | null;
  /** What a list shows for a value. */
  readonly shown: Map<string, string>;
}

export const openControl = (): Control => ({ path: null, store: null, dateFormat: null, shown: new Map() });

/** What a control shows, or null where it is not bound or its data are not there. */
export type Bound = (control: Control) => string | null;

interface Element {
  readonly name: string;
  readonly values: Map<string, string>;
  readonly children: Element[];
  text: string;
}

/** The data that every file has: their numbers are Word's own. */
const wellKnown: Readonly<Record<string, string>> = {
  "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "docProps/core.xml",
  "{6668398D-A668-4E3E-A5EB-62B293D839F1}": "docProps/app.xml",
};
const mostElements = 20_000;

export async function readBound(archive: Archive): Promise<Bound> {
  const stores = new Map<string, Element>();
  for (const [id, part] of [...Object.entries(wellKnown), ...(await ownStores(archive))]) {
    const bytes = await archive.read(part);
    const tree = bytes && orNothing(() => readTree(decodeXml(bytes)));
    if (tree) stores.set(id.toUpperCase(), tree);
  }
  return (control) => {
    if (control.path === null) return null;
    const named = control.store === null ? undefined : stores.get(control.store.toUpperCase());
    const value = [...(named ? [named] : control.store === null ? stores.values() : [])]
      .map((tree) => lookUp(tree, control.path ?? ""))
      .find((found) => found !== null);
    if (value === undefined || value === null) return null;
    return control.shown.get(value) ?? sayDate(value, control.dateFormat) ?? value;
  };
}

/** Data that are broken are bound to nothing: the words stored in the control stand. */
function orNothing<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

async function ownStores(archive: Archive): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const item of archive.names.filter((name) => /^customXml\/item\d+\.xml$/i.test(name)).slice(0, 50)) {
    for (const { target } of (await readRelations(archive, item)).values()) {
      const bytes = await archive.read(target);
      const xml = bytes ? decodeXml(bytes) : "";
      for (const tag of cutTags(xml)) {
        const id = tag.kind === "close" ? null : attribute(xml, tag, "itemID");
        if (id !== null) found.push([id, item]);
      }
    }
  }
  return found;
}

function readTree(xml: string): Element {
  const root: Element = { name: "", values: new Map(), children: [], text: "" };
  const open = [root];
  let [from, count] = [0, 0];
  for (const tag of cutTags(xml)) {
    const top = open.at(-1) ?? root;
    top.text += unescapeXml(xml.slice(from, tag.start));
    from = tag.end;
    if (tag.kind === "close") {
      open.pop();
      const parent = open.at(-1);
      if (parent) parent.text += top.text;
      continue;
    }
    if (++count > mostElements) break;
    const values = [...xml.slice(tag.start, tag.end).matchAll(/([\w.-]+)\s*=\s*"([^"]*)"/g)];
    const element: Element = {
      name: tag.name,
      values: new Map(values.map(([, key = "", value = ""]) => [key, unescapeXml(value)])),
      children: [],
      text: "",
    };
    top.children.push(element);
    if (tag.kind === "open") open.push(element);
  }
  return root;
}

/** `/ns0:root[1]/ns0:han[1]`, `//han`, `/root/@han`: what Word itself writes, and no more. */
function lookUp(root: Element, path: string): string | null {
  let found: Element[] = [root];
  for (const step of path.replace(/^\/(?!\/)/, "").split(/(?<!\/)\//)) {
    const isDeep = step.startsWith("/");
    const part = /^(?:[\w.-]+:)?([\w.*-]+|@(?:[\w.-]+:)?[\w.-]+|text\(\))(?:\[(\d+)\])?$/.exec(
      step.replace(/^\//, ""),
    );
    if (!part) return null;
    const [, name = "", at] = part;
    if (name === "text()") continue;
    if (name.startsWith("@")) return found[0]?.values.get(name.replace(/^@(?:.*:)?/, "")) ?? null;
    const below = isDeep ? found.flatMap(allBelow) : found.flatMap((one) => one.children);
    const named = below.filter((one) => name === "*" || one.name === name);
    found = at === undefined ? named : named.slice(Number(at) - 1, Number(at));
  }
  return found[0]?.text ?? null;
}

function allBelow(element: Element): Element[] {
  return element.children.flatMap((child) => [child, ...allBelow(child)]);
}

/** A date of the data as the control writes it; null where either is none. */
function sayDate(value: string, format: string | null): string | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(value) ?? [];
  if (format === null || year === "") return null;
  const parts: Readonly<Record<string, string>> = {
    d: String(Number(day)),
    dd: day,
    M: String(Number(month)),
    MM: month,
    yy: year.slice(2),
    yyyy: year,
  };
  return format.replace(/'([^']*)'|(d{1,2}|M{1,2}|y{4}|y{2})(?![dMy])/g, (_, words, part) =>
    part === undefined ? words : (parts[part] ?? part),
  );
}
