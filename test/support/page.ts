/**
 * The signed page as somebody in a golden chat uses it: opens the newest address of the chat, types beside the
 * questions by their numbers, presses a button. Read from the HTML; a real browser is in test/web.
 */
import { printTexts } from "../../src/chat/features/paper/print-texts.ts";
import { formRoutes } from "../../src/web/form/routes.ts";
import { bytesOf } from "./fixtures.ts";
import type { World } from "./world.ts";

export const WEB_URL = "https://bao-cao.example";

interface Control {
  tag: string;
  name: string;
  type: string;
  value: string;
  checked: boolean;
  label: string;
}

export interface Pages {
  /** What the page says, line by line. */
  open(path: string): Promise<string[]>;
  /** `typed`: "1=12/4", "4=Trực tiếp"; `press`: the words of a button. */
  send(typed: readonly string[], press: string): Promise<string[]>;
}

/** The signed pages of this world; a bug in them is the test's. */
export const signedPagesOf = (world: World) =>
  formRoutes({
    cases: world.cases,
    wordsFor: world.wordsFor,
    printTexts,
    onBug: (error) => {
      throw error;
    },
  });

export function pagesOf(world: World): Pages {
  const app = signedPagesOf(world);
  let path = "";
  let html = "";
  async function show(to: string): Promise<string[]> {
    html = await (await app.request(to)).text();
    return linesOf(html);
  }
  return {
    open(to) {
      path = to;
      return show(to);
    },
    async send(typed, press) {
      const form = formWith(html, press);
      const controls = filled(form, typed);
      const body = controls.some(({ value }) => value instanceof File)
        ? new FormData()
        : new URLSearchParams();
      for (const { name, value } of controls) body.append(name, value as string);
      body.append("do", buttonsOf(form).find((one) => one.words === press)?.value ?? "");
      const response = await app.request(path, { method: "POST", body });
      const to = response.headers.get("location");
      if (to) return show(to.split("#")[0] ?? to);
      html = await response.text();
      return linesOf(html);
    },
  };
}

function formWith(html: string, press: string): string {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const found = forms.find((form) => buttonsOf(form).some((one) => one.words === press));
  if (!found) throw new Error(`no button [${press}] on the page; it says:\n${linesOf(html).join("\n")}`);
  return found;
}

function buttonsOf(form: string): { value: string; words: string }[] {
  return [...form.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)].map(
    ([, attributes = "", inside = ""]) => ({
      value: attribute(attributes, "value"),
      words: plain(inside),
    }),
  );
}

/** Everything a browser would send, with what was typed in its place; `<tệp x.png>` is chosen in a control for files. */
function filled(form: string, typed: readonly string[]): { name: string; value: string | File }[] {
  const wanted = new Map(
    typed.map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]),
  );
  const parts = form.split(/(?=<(?:div|fieldset) class="question)/);
  return parts.flatMap((part) => {
    const number = /<span class="no">(\d+)\./.exec(part)?.[1] ?? "";
    const chosen = /^<tệp (.+)>$/.exec(wanted.get(number) ?? "")?.[1];
    const text = chosen === undefined ? wanted.get(number) : undefined;
    const controls = controlsOf(part);
    const ticks = controls.filter((one) => one.type === "radio" || one.type === "checkbox");
    const lines = controls.filter(
      (one) => one.type !== "hidden" && !ticks.includes(one) && one.type !== "file",
    );
    if (text !== undefined && ticks.length > 0) for (const one of ticks) one.checked = one.label === text;
    else if (text !== undefined)
      for (const [at, value] of text.split(" / ").entries()) {
        const line = lines[at];
        if (line) line.value = value;
      }
    const uploads = controls
      .filter((one) => one.type === "file" && chosen !== undefined)
      .map(({ name }) => ({ name, value: new File([new Uint8Array(bytesOf(chosen ?? ""))], chosen ?? "") }));
    const others = controls
      .filter((one) => one.type !== "file" && (!ticks.includes(one) || one.checked))
      .map(({ name, value }) => ({ name, value }));
    return [...others, ...uploads];
  });
}

function controlsOf(part: string): Control[] {
  const pattern = /<(input|textarea|select)([^>]*)>(?:([\s\S]*?)<\/(?:textarea|select)>)?/g;
  const found = [
    ...part.matchAll(/<input[^>]*>|<textarea[^>]*>[\s\S]*?<\/textarea>|<select[^>]*>[\s\S]*?<\/select>/g),
  ];
  return found.map((match) => {
    pattern.lastIndex = 0;
    const [, tag = "", attributes = "", inside = ""] = pattern.exec(match[0]) ?? [];
    const selected = /<option([^>]*) selected>([\s\S]*?)<\/option>/.exec(inside);
    const value =
      tag === "textarea"
        ? unescaped(inside)
        : tag === "select"
          ? selected
            ? attribute(selected[1] ?? "", "value") || plain(selected[2] ?? "")
            : ""
          : attribute(attributes, "value");
    const after = part.slice((match.index ?? 0) + match[0].length);
    return {
      tag,
      name: attribute(attributes, "name"),
      type: tag === "input" ? attribute(attributes, "type") : tag,
      value,
      checked: / checked/.test(attributes),
      label: plain(after.slice(0, Math.max(0, after.indexOf("</label>")))),
    };
  });
}

/** What one reads: headings, lines, and in brackets what can be typed into or pressed. */
function linesOf(html: string): string[] {
  const body = /<main>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;
  return body
    .replace(/<button class="unseen"[\s\S]*?<\/button>/g, "")
    .replace(/<input type="hidden"[^>]*>/g, "")
    .replace(/<input type="(?:radio|checkbox)"([^>]*)>/g, (_, attributes) =>
      / checked/.test(attributes) ? "(•) " : "( ) ",
    )
    .replace(/<input type="file"[^>]*>/g, "[tệp]\n")
    .replace(/<input[^>]* value="([^"]*)"[^>]*>/g, "[$1]\n")
    .replace(
      /<textarea[^>]*>([\s\S]*?)<\/textarea>/g,
      (_, inside: string) => `[${inside.replaceAll("\n", "⏎")}]\n`,
    )
    .replace(
      /<select[^>]*>([\s\S]*?)<\/select>/g,
      (_, inside: string) => `[${/ selected>([\s\S]*?)<\/option>/.exec(inside)?.[1] ?? ""} ▾]\n`,
    )
    .replace(/<(?:button|a class="button)[^>]*>([\s\S]*?)<\/(?:button|a)>/g, "\n[$1]\n")
    .replace(/<\/(?:p|h\d|label|legend|div|li|dt|dd|summary)>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .split("\n")
    .map((line) => unescaped(line).replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

const attribute = (attributes: string, name: string) =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
const plain = (html: string) =>
  unescaped(html.replace(/<[^>]+>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
const unescaped = (text: string) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
