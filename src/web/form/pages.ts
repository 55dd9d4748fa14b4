/** The pages of a signed link: the form, what is sent, what was sent. */
import { html } from "hono/html";
import type { Faults } from "../../cases/page/fill-report.ts";
import type { Next } from "../../domain/form/advance.ts";
import type { Answer, FileRef, GroupRow, Value } from "../../domain/form/draft.ts";
import type { Field, Form } from "../../domain/form/form.ts";
import type { RegisterEntry } from "../../domain/form/read/choices.ts";
import { answerIn, isRelevant, kept, standing } from "../../domain/form/standing.ts";
import { rowText, valueText } from "../../domain/form/values.ts";
import type { SentReport } from "../../store/report/drafts.ts";
import type { Shown } from "./body.ts";
import { anchorOf, question } from "./controls.ts";
import { button, foot, frame, type Html, head, type Place, planOf, type Said, say } from "./frame.ts";

/** What came back wrong, and what was typed there. */
export interface Refused {
  faults: Faults;
  typed: ReadonlyMap<string, Shown>;
}

export interface FormView extends Place {
  register: readonly RegisterEntry[];
  /** The list that more rows were asked for. */
  more: string | null;
  refused: Refused | null;
  said: Said | null;
}

/** Empty rows of a list that is begun, and further ones at a time. */
const ROWS = { first: 1, more: 5 };

/** Every question that is asked as the answers are now; what is wrong is listed above, with a way to each. */
export function formPage(view: FormView): Html {
  const { words, work, path, refused, said } = view;
  const { form } = work;
  const draft = work.draft?.state ?? { answers: {}, cursor: "review" as const };
  const fields = form.fields.filter((field) => isRelevant(form, draft, field));
  const wrong = fields.filter((field) => refused?.faults.has(field.key));
  let number = 0;
  const questions = fields.map((field) => {
    const answer = kept(draft, field);
    if (field.kind === "computed") {
      const worked = standing(form, draft, field);
      return computed(field, view.hides(field, worked) ? null : (worked?.value ?? null));
    }
    number++;
    const hidden = view.hides(field, answer);
    return question(words, {
      field,
      number,
      answer: hidden ? null : answer,
      hidden,
      typed: refused?.typed.get(field.key) ?? null,
      faults: refused?.faults.get(field.key) ?? [],
      mend: mendOf(view, field),
      last: lastOf(view, field),
      blanks: view.more === field.key ? ROWS.more : ROWS.first,
      register: view.register,
      path,
    });
  });
  const summary =
    wrong.length === 0
      ? ""
      : html`<div class="wrong" role="alert" tabindex="-1" autofocus><h2>${words.t("page-wrong", { count: wrong.length })}</h2>
<ul>${wrong.map((field) => html`<li><a href="#${anchorOf(field)}">${field.label}</a></li>`)}</ul></div>`;
  const upload = fields.some((field) => field.kind === "files" || field.kind === "group");
  const inside = html`${head(view)}${say(said)}${summary}
<p class="small">${words.t(view.paper ? "page-how-paper" : "page-how")}</p>
<form method="post" action="${path}" novalidate${upload ? html` enctype="multipart/form-data"` : ""}>
<button class="unseen" name="do" value="save" tabindex="-1" aria-hidden="true">${words.t("page-save")}</button>
${questions}
<div class="acts">${actsOf(view)}</div></form>${foot(view)}`;
  const title = words.t("page-title", { plan: planOf(view) });
  return frame(
    words,
    wrong.length > 0 ? `${words.t("page-wrong", { count: wrong.length })} · ${title}` : title,
    inside,
  );
}

/** What came on paper is sent where it is typed in: in the chat. */
function actsOf({ words, work: { form }, paper }: FormView): Html {
  if (paper) return html`<button name="do" value="save" class="first">${words.t("page-save-paper")}</button>`;
  return html`<button name="do" value="review" class="first">${words.t("page-go-on")}</button>
<button name="do" value="save">${words.t("page-save")}</button>
${form.nil ? html`<button name="do" value="nil" class="quiet">${words.t("report-nil")}</button>` : ""}`;
}

const computed = (field: Field, value: Value): Html =>
  value === null
    ? html``
    : html`<div class="question"><p><b>${field.title}</b>: ${valueText(field, value, true)}</p></div>`;

/** Why the board asks again: at the question concerned, or the common reason. */
function mendOf({ work: { mend } }: Place, field: Field): string | null {
  const concerned = mend?.fields.find((one) => one.key === field.key);
  return concerned ? (concerned.why ?? mend?.reason ?? null) : null;
}

function lastOf({ work: { last }, hides }: Place, field: Field): string | null {
  const before = last && Object.hasOwn(last.answers, field.key) ? last.answers[field.key] : undefined;
  if (!before || before.value === null || field.kind === "files" || field.kind === "group") return null;
  if (hides(field, before)) return null;
  return field.default?.from === "last" || "jump" in field ? valueText(field, before.value, true) : null;
}

/** All answers once more, before they are sent. */
export function reviewPage(
  place: Place,
  next: Extract<Next, { kind: "review" }>,
  proposes: boolean,
  said: Said | null,
): Html {
  const { work, words, path } = place;
  const lines = next.lines.map(({ field, answer }) =>
    line(place, field, answer, words.t("report-unanswered")),
  );
  const revision = String(work.draft?.revision ?? 0);
  const inside = html`${head(place)}${say(said)}<h2>${words.t("page-review")}</h2><dl>${lines}</dl>
${button(place, "send", words.t(proposes ? "hand-over-propose" : "report-send"), true, { revision })}
<p><a class="button" href="${path}">${words.t("page-back")}</a></p>${foot(place)}`;
  return frame(words, words.t("page-review"), inside);
}

function line({ words, hides }: Place, field: Field, answer: Answer | null, none: string): Html {
  const value = answer?.value ?? null;
  const text = value === null ? none : hides(field, answer) ? words.t("page-hidden") : said(field, value);
  return html`<dt>${field.label}</dt><dd>${text}</dd>`;
}

/** Lists and files one below the other. */
export function said(field: Field, value: Value): Html | string {
  if (field.kind === "group" && Array.isArray(value))
    return html`<ol>${(value as GroupRow[]).map((row) => html`<li>${rowText(field, row)}</li>`)}</ol>`;
  if (field.kind === "files" && Array.isArray(value))
    return html`<ul>${(value as FileRef[]).map(({ name }) => html`<li>${name}</li>`)}</ul>`;
  return valueText(field, value, true);
}

export function nilPage(place: Place, said: Said | null): Html {
  const { words, work } = place;
  const revision = String(work.draft?.revision ?? 0);
  const inside = html`${head(place)}${say(said)}<h2>${words.t("page-nil")}</h2>
${button(place, "send", words.t("report-nil-send"), true, { revision })}
${button(place, "again", words.t("report-nil-back"))}${foot(place)}`;
  return frame(words, words.t("page-nil"), inside);
}

export function receiptPage(place: Place, sent: SentReport, inTime: boolean, mayMend: boolean): Html {
  const { words, work, path } = place;
  const lines = sent.nil
    ? html`<p>${words.t("report-nil-said")}</p>`
    : html`<dl>${told(work.form, sent.answers).map(([field, answer]) => line(place, field, answer, "–"))}</dl>`;
  const inside = html`${head(place)}<p class="good" role="status">${words.t("report-receipt", { unit: work.unitName })}</p>
<p>${words.t("report-receipt-when", {
    plan: planOf(place),
    version: String(sent.version),
    moment: words.moment(sent.submittedAt),
    timeliness: words.t(inTime ? "report-in-time" : "report-late"),
  })}</p>
<p>${words.t("report-code", { code: sent.code })}</p>
<p class="small">SHA-256: <code>${sent.sha256}</code></p>
${sent.signedDue ? html`<p>${words.t("report-unsigned", { until: words.until(sent.signedDue) })}</p>` : ""}
<p><a class="button first" href="${path}/ban-in.docx">${words.t("page-print")}</a></p>
${lines}${mayMend ? button(place, "again", words.t("report-again")) : ""}${foot(place)}`;
  return frame(words, words.t("report-receipt", { unit: work.unitName }), inside);
}

/** What a report says, question by question; what was not asked in it is left out. */
function told(form: Form, answers: SentReport["answers"]): [Field, Answer | null][] {
  const state = { answers, cursor: "review" as const };
  return form.fields
    .filter((field) => isRelevant(form, state, field))
    .map((field) => [field, answerIn(form, answers, field)]);
}

/** Somebody else of the unit is writing it, or it lies with the secretary. */
export function heldPage(place: Place, text: string): Html {
  const { words } = place;
  const inside = html`${head(place)}<p class="note" role="status">${text}</p>
${button(place, "take-over", words.t("hand-over-mine"), true)}${foot(place)}`;
  return frame(words, text, inside);
}

/** Nothing more can be written here, and nothing was sent. */
export function shutPage(place: Place, text: string): Html {
  const inside = html`${head(place)}<p class="note" role="status">${text}</p>${foot(place)}`;
  return frame(place.words, text, inside);
}
