/** One question of a form as controls that need no script: its words, what is wrong, what stands in it. */
import { html } from "hono/html";
import type { Answer, FileRef } from "../../domain/form/draft.ts";
import type { Fault } from "../../domain/form/fill.ts";
import type { Column, Field, GroupField } from "../../domain/form/form.ts";
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import { valueText } from "../../domain/form/values.ts";
import type { Words } from "../../i18n.ts";
import { named, type Shown, shownOf, stampOf } from "./body.ts";
import { type Html, pageProblem } from "./frame.ts";

/** A question and all that is shown with it. */
export interface Asked {
  field: Field;
  /** Place among the questions, from 1. */
  number: number;
  /** What is kept in the draft, as far as this page shows it. */
  answer: Answer | null;
  /** There is an answer that it does not show: an empty control leaves it as it is. */
  hidden: boolean;
  /** What is in the controls instead, where it could not be taken. */
  typed: Shown | null;
  faults: readonly Fault[];
  /** What the board asks to be mended here. */
  mend: string | null;
  /** What was answered last time. */
  last: string | null;
  /** Further empty rows of a list. */
  blanks: number;
  register: readonly RegisterEntry[];
  /** Of this page. */
  path: string;
}

export const anchorOf = (field: Field): string => `muc-${field.key}`;
const id = (kind: string, field: Field) => `${kind}-${field.key}`;
const several = ["choice", "choices", "yesno", "group"];

export function question(words: Words, asked: Asked): Html {
  const { field, number, faults, answer } = asked;
  const own = faults.filter((one) => one.row === undefined && !one.pasted);
  const wrong = faults.length > 0;
  const title = html`<span class="no">${String(number)}.</span> ${field.title}${
    field.required ? "" : html` <span class="small">(${words.t("page-optional")})</span>`
  }`;
  const beside = html`${field.hint ? html`<p class="small" id="${id("goi-y", field)}">${field.hint}</p>` : ""}
${field.private ? html`<p class="small">🔒 ${words.t("page-private")}</p>` : ""}
${asked.hidden ? html`<p class="note">${words.t("page-hidden-how")}</p>` : ""}
${asked.mend === null ? "" : html`<p class="note">${words.t("report-mend-why", { why: asked.mend })}</p>`}
${asked.last === null ? "" : html`<p class="small">${words.t("page-last", { value: asked.last })}</p>`}
${own.length === 0 ? "" : html`<p class="wrong" id="${id("loi", field)}">${own.map((one) => pageProblem(words, one.problem)).join(" ")}</p>`}`;
  const was = stampOf(shownOf(field, answer));
  const stamp = html`<input type="hidden" name="${named.was(field.key)}" value="${was}">`;
  const looks = wrong ? "question bad" : "question";
  const above = (field.above ?? "").split("\n").filter((line) => line !== "");
  const headed = above.map((line) => html`<p class="above">${line}</p>`);
  if (several.includes(field.kind))
    return html`${headed}<fieldset class="${looks}" id="${anchorOf(field)}"${described(field, own.length > 0)}><legend>${title}</legend>${beside}${stamp}${controls(words, asked)}</fieldset>`;
  return html`${headed}<div class="${looks}" id="${anchorOf(field)}"><label for="${id("o", field)}">${title}</label>${beside}${stamp}${controls(words, asked)}</div>`;
}

function described(field: Field, wrong: boolean): Html | string {
  const ids = [...(field.hint ? [id("goi-y", field)] : []), ...(wrong ? [id("loi", field)] : [])];
  return ids.length === 0 ? "" : html` aria-describedby="${ids.join(" ")}"`;
}

function controls(words: Words, asked: Asked): Html {
  const { field, answer, typed, faults } = asked;
  const shown = typed ?? shownOf(field, answer);
  const invalid = faults.length > 0 ? html` aria-invalid="true"` : "";
  const about = html`${described(field, faults.length > 0)}${invalid}`;
  const name = named.value(field.key);
  switch (field.kind) {
    case "choice":
    case "yesno":
    case "choices":
      return options(words, asked, shown);
    case "group":
      return rows(words, field, shown, asked);
    case "files":
      return files(words, field, (answer?.value ?? []) as FileRef[], about);
    case "register":
      return html`<select id="${id("o", field)}" name="${name}"${about}><option value=""></option>${registerOptions(asked, shown.text)}</select>`;
    case "computed":
      return html``;
    case "text":
      return field.long || field.maxLength > 200 || shown.text.includes("\n")
        ? html`<textarea id="${id("o", field)}" name="${name}" maxlength="${String(field.maxLength)}" rows="${field.long ? "8" : "3"}"${about}>${shown.text}</textarea>`
        : html`<input type="text" id="${id("o", field)}" name="${name}" maxlength="${String(field.maxLength)}" autocomplete="off" value="${shown.text}"${about}>`;
    default:
      return html`${line(field, shown.text, about)}${doubt(words, asked, shown)}`;
  }
}

function line(field: Field, text: string, about: Html): Html {
  const numeric = field.kind === "integer" ? "numeric" : "decimal";
  const mode = field.kind === "date" || field.kind === "days" ? "" : html` inputmode="${numeric}"`;
  const unit = "unit" in field ? field.unit : field.kind === "percent" ? "%" : undefined;
  return html`<div class="line"><input type="text" id="${id("o", field)}" name="${named.value(field.key)}" maxlength="200" autocomplete="off"${mode} value="${text}"${about}>${unit ? html`<span>${unit}</span>` : ""}</div>`;
}

/** A number far from the last one: ticked where it is right, with the reason. */
function doubt(words: Words, { field, answer, typed }: Asked, shown: Shown): Html {
  const asked = answer?.doubt;
  if (!asked) return answer?.reason && !typed ? reason(words, field, shown.reason) : html``;
  const vars = {
    last: valueText(field, asked.last, true),
    value: valueText(field, answer.value, true),
  };
  return html`<div class="note"><p>${words.t("page-doubt", vars)}</p>
<label class="option"><input type="checkbox" name="${named.sure(field.key)}" value="1"${shown.sure ? html` checked` : ""}> ${words.t("page-sure", vars)}</label>
${reason(words, field, shown.reason)}</div>`;
}

const reason = (words: Words, field: Field, text: string): Html =>
  html`<label for="${id("ly-do", field)}">${words.t("page-reason")}</label><input type="text" id="${id("ly-do", field)}" name="${named.reason(field.key)}" maxlength="300" autocomplete="off" value="${text}">`;

function options(words: Words, { field }: Asked, shown: Shown): Html {
  const known =
    field.kind === "yesno"
      ? ["yes", "no"].map((value) => ({ value, label: valueText({ ...field, private: false }, value) }))
      : field.kind === "choice" || field.kind === "choices"
        ? field.options
        : [];
  const kind = field.kind === "choices" ? "checkbox" : "radio";
  // A dot can't be taken away again without a script.
  const none = kind === "radio" && !field.required ? [{ value: "", label: words.t("page-no-answer") }] : [];
  const tick = ({ value, label }: { value: string; label: string }) =>
    html`<label class="option"><input type="${kind}" name="${named.value(field.key)}" value="${value}"${shown.options.includes(value) ? html` checked` : ""}> ${label}</label>`;
  const own =
    field.kind === "choice" && field.other
      ? html`<label for="${id("khac", field)}">${words.t("page-other")}</label><input type="text" id="${id("khac", field)}" name="${named.other(field.key)}" maxlength="200" autocomplete="off" value="${shown.other}">`
      : "";
  return html`${[...known, ...none].map(tick)}${own}`;
}

function registerOptions({ field, answer, register }: Asked, chosen: string): Html[] {
  const kind = field.kind === "register" ? field.of : "unit";
  const entries = register.filter((one) => one.register === kind);
  const value = answer?.value;
  const gone =
    typeof value === "object" &&
    value !== null &&
    "ref" in value &&
    !entries.some((one) => one.ref === value.ref)
      ? [value]
      : [];
  return [...gone, ...entries].map(
    (one) =>
      html`<option value="#${String(one.ref)}"${chosen === `#${one.ref}` ? html` selected` : ""}>${one.name}</option>`,
  );
}

function files(words: Words, field: Field, present: readonly FileRef[], about: Html): Html {
  const list = present.map(
    (file) =>
      html`<li><span>${file.name}</span> <label class="small"><input type="checkbox" name="${named.drop(field.key)}" value="${String(file.id)}"> ${words.t("page-drop-file")}</label></li>`,
  );
  return html`${list.length > 0 ? html`<ul class="files">${list}</ul>` : ""}
<input type="file" id="${id("o", field)}" name="${named.value(field.key)}" multiple accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.heic,.heif"${about}>
<p class="small">${words.t("page-files", { max: field.kind === "files" ? field.max : 1 })}</p>`;
}

/** A list: a box for each row, empty ones after the last, and below it room for a list pasted whole. */
function rows(words: Words, field: GroupField, shown: Shown, { faults, blanks, path }: Asked): Html {
  const empty = Math.max(0, Math.min(field.max - shown.rows.length, blanks));
  const all = [...shown.rows, ...Array.from({ length: empty }, (): Record<string, string> => ({}))];
  const item = field.item ?? words.t("report-group-item");
  const boxes = all.map((row, at) => {
    const wrong = faults.filter((one) => one.row === at && !one.pasted);
    const cells = field.columns.map((column) => cell(words, field, column, row[column.key] ?? "", at, wrong));
    return html`<div class="row" role="group" aria-label="${item} ${String(at + 1)}"><p class="small">${item} ${String(at + 1)}</p><div class="cells">${cells}</div></div>`;
  });
  const pasted = faults.filter((one) => one.pasted);
  const titles = field.columns.map((column) => column.label).join(", ");
  return html`<p class="small">${words.t("page-rows", { max: field.max })}</p>${boxes}
${shown.rows.length + empty < field.max ? html`<button name="do" value="more.${field.key}">${words.t("page-more", { item })}</button>` : ""}
<details${shown.pasted || pasted.length > 0 ? html` open` : ""}><summary>${words.t("page-paste")}</summary>
<label for="${id("dan", field)}">${words.t("page-paste-how", { titles, item })}</label>
${pasted.map((one) => html`<p class="wrong">${pastedFault(words, one)}</p>`)}
<textarea id="${id("dan", field)}" name="${named.pasted(field.key)}" rows="5">${shown.pasted}</textarea>
<label for="${id("bang", field)}">${words.t("page-table")}</label>
<input type="file" id="${id("bang", field)}" name="${named.table(field.key)}" accept=".xlsx,.csv">
<p><a class="button quiet" href="${path}/mau/${field.key}">${words.t("page-template")}</a></p></details>`;
}

/** In the words of the chat: "Dòng 3 (Lý Thị Tư), Năm sinh: …". */
function pastedFault(words: Words, { row, begins = "", of = "", problem }: Fault): string {
  const said = pageProblem(words, problem);
  if (row === undefined) return said;
  const named = `${of}: `;
  return words.t("report-row-fault", {
    row: String(row + 1),
    begins,
    column: of,
    problem: said.startsWith(named) ? said.slice(named.length) : said,
  });
}

/** A column of numbers and days needs less room than one of words. */
const few = ({ kind }: Column) => kind === "integer" || kind === "date" || kind === "yesno";

function cell(
  words: Words,
  field: GroupField,
  column: Column,
  text: string,
  at: number,
  faults: readonly Fault[],
): Html {
  const wrong = faults.find((one) => one.column === column.key);
  const name = named.cell(field.key, at, column.key);
  const error = `loi-${name}`;
  const ids = [...(column.hint ? [`goi-y-${name}`] : []), ...(wrong ? [error] : [])].join(" ");
  const about = html`${wrong ? html` aria-invalid="true"` : ""}${ids ? html` aria-describedby="${ids}"` : ""}`;
  const chosen = (labels: readonly string[]) =>
    html`<select id="${name}" name="${name}"${about}><option value=""></option>${labels.map(
      (label) => html`<option${label === text ? html` selected` : ""}>${label}</option>`,
    )}</select>`;
  const input =
    column.kind === "choice"
      ? chosen(column.options.map((one) => one.label))
      : column.kind === "yesno"
        ? chosen([valueText(column, "yes"), valueText(column, "no")])
        : html`<input type="text" id="${name}" name="${name}" maxlength="500" autocomplete="off"${column.kind === "integer" ? html` inputmode="numeric"` : ""} value="${text}"${about}>`;
  const hint = column.hint ? html`<p class="small" id="goi-y-${name}">${column.hint}</p>` : "";
  return html`<div class="${few(column) ? "few" : ""}"><label for="${name}">${column.label}${column.required ? "" : ` (${words.t("page-optional")})`}</label>${hint}
${wrong ? html`<p class="wrong" id="${error}">${words.problem(wrong.problem)}</p>` : ""}${input}</div>`;
}
