/** The pages of a signed link, as HTML that needs no script. Everything said by people is escaped by `html`. */
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Next } from "../../domain/form/advance.ts";
import type { Field } from "../../domain/form/form.ts";
import { valueText } from "../../domain/form/values.ts";
import type { Words } from "../../i18n.ts";
import type { ReportWork, SentReport } from "../../store/drafts.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Place {
  words: Words;
  /** Path of this page: "/f/…". */
  path: string;
  work: ReportWork;
  /** Who fills it in. */
  name: string;
  expiresAt: Date;
}

export interface Said {
  kind: "wrong" | "note" | "good";
  text: string;
}

export function frame(words: Words, title: string, inside: Html): Html {
  return html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="/f/style.css">
</head>
<body><main>${inside}</main></body>
</html>`;
}

/** A page that says one thing: the link is over, wrong, taken back. */
export function onlyWords(words: Words, title: string, text: string): Html {
  return frame(words, title, html`<header><h1>${title}</h1></header><p>${text}</p>`);
}

function head({ words, work, name }: Place): Html {
  const plan = work.planNumber ?? work.planTitle;
  return html`<header><h1>${words.t("page-title", { plan })}</h1>
<p class="small">${words.t("page-for", { unit: work.unitName, name })}</p>
${work.effectiveDueBefore ? html`<p class="small">${words.t("report-due", { until: words.until(work.effectiveDueBefore) })}</p>` : ""}</header>`;
}

function foot({ words, expiresAt }: Place): Html {
  return html`<footer class="small"><p>${words.t("page-foot", { until: words.moment(expiresAt) })}</p></footer>`;
}

const say = (said: Said | null): Html =>
  said ? html`<p class="${said.kind}" role="status">${said.text}</p>` : html``;

/** A form with one button and what goes with it. */
function button(
  place: Place,
  act: string,
  text: string,
  first = false,
  more: Record<string, string> = {},
): Html {
  return html`<form method="post" action="${place.path}"><input type="hidden" name="do" value="${act}">${Object.entries(
    more,
  ).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  )}<button${first ? html` class="first"` : ""}>${text}</button></form>`;
}

export function start(place: Place, said: Said | null): Html {
  const { words, work } = place;
  const inside = html`${head(place)}${say(said)}<h2>${work.planTitle}</h2>
<p>${words.t("page-welcome", { count: work.form.fields.length })}</p>
${button(place, "start", words.t("page-start"), true)}
${work.form.nil ? button(place, "start-nil", words.t("report-nil")) : ""}${foot(place)}`;
  return frame(words, words.t("page-title", { plan: work.planNumber ?? "" }), inside);
}

export function held(place: Place, holder: string): Html {
  const { words } = place;
  const inside = html`${head(place)}<p class="note">${words.t("page-held", { name: holder })}</p>
${button(place, "take-over", words.t("hand-over-mine"), true)}${foot(place)}`;
  return frame(words, words.t("page-held", { name: holder }), inside);
}

export function question(
  place: Place,
  next: Extract<Next, { kind: "ask" }>,
  said: Said | null,
  typed: string | null,
): Html {
  const { words } = place;
  const { field } = next;
  const with_ = { field: field.key };
  const kept = next.answer && next.answer.value !== null;
  const aside = html`
${next.canBack ? button(place, "back", words.t("report-back"), false, with_) : ""}
${kept ? button(place, "done", words.t(field.kind === "files" ? "report-done" : "report-keep"), false, with_) : next.canSkip ? button(place, "skip", words.t("report-skip"), false, with_) : ""}`;
  const inside = html`${head(place)}
<p class="small">${words.t("page-place", { index: next.index, total: next.total })}</p>
<progress max="${next.total}" value="${next.answered}">${next.answered}/${next.total}</progress>
${say(said)}${next.conflict ? html`<p class="wrong">${words.problem(next.conflict)}</p>` : ""}
<form method="post" action="${place.path}" enctype="multipart/form-data">
<input type="hidden" name="do" value="answer"><input type="hidden" name="field" value="${field.key}">
${asked(words, field, next.answer?.value ?? null, typed)}
<button class="first">${words.t(field.kind === "files" ? "page-send-file" : "page-next")}</button></form>
<div class="pair">${aside}</div>
${next.canNil ? button(place, "nil", words.t("report-nil"), false, with_) : ""}
${next.canReview ? button(place, "review", words.t("report-review"), false, with_) : ""}${foot(place)}`;
  return frame(words, field.title, inside);
}

/** The question with its control; names of controls: "text", "option", "file". */
function asked(words: Words, field: Field, value: unknown, typed: string | null): Html {
  const title = html`<h2 id="q">${field.title}</h2>${field.hint ? html`<p class="small" id="h">${field.hint}</p>` : ""}
${"private" in field && field.private ? html`<p class="small">🔒 ${words.t("page-private")}</p>` : ""}`;
  const shown = typed ?? (value === null ? "" : valueText(field, value as never));
  if (field.kind === "choice") {
    const other = typeof value === "string" && !field.options.some((one) => one.value === value) ? value : "";
    return html`${title}<div role="radiogroup" aria-labelledby="q">${field.options.map(
      (one, at) =>
        html`<label class="option"><input type="radio" name="option" value="${String(at)}"${one.value === value ? html` checked` : ""}> ${one.label}</label>`,
    )}</div>${field.other ? html`<label>${words.t("page-other")}<input type="text" name="text" maxlength="200" value="${typed ?? other}"></label>` : ""}`;
  }
  if (field.kind === "files") {
    const files = Array.isArray(value) ? (value as { name: string }[]) : [];
    return html`${title}${files.length > 0 ? html`<p class="good">${files.map((one) => one.name).join(", ")}</p>` : ""}
<input type="file" name="file" aria-labelledby="q" accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.heic,application/pdf,image/jpeg,image/png,image/heic" multiple>
<p class="small">${words.t("page-files")}</p>`;
  }
  if ((field.kind === "text" && field.long) || (field.kind as string) === "group")
    return html`${title}<textarea name="text" aria-labelledby="q" maxlength="8000">${shown === "–" ? "" : shown}</textarea>`;
  const numeric = ["integer", "decimal", "percent"].includes(field.kind);
  return html`${title}<input type="text" name="text" aria-labelledby="q" maxlength="2000" autocomplete="off"${numeric ? html` inputmode="decimal"` : ""} value="${shown === "–" ? "" : shown}">`;
}

export function review(
  place: Place,
  next: Extract<Next, { kind: "review" }>,
  proposes: boolean,
  said: Said | null,
): Html {
  const { words, work } = place;
  const lines = next.lines.map(
    ({ field, answer }) => html`<li><p><span class="small">${field.label}</span>
${answer ? valueText(field, answer.value) : words.t("report-unanswered")}</p>${button(place, "jump", words.t("page-edit"), false, { to: field.key })}</li>`,
  );
  const revision = String(work.draft?.revision ?? 0);
  const inside = html`${head(place)}${say(said)}<h2>${words.t("page-review")}</h2><ol>${lines}</ol>
${
  next.missing.length > 0
    ? html`<p class="note">${words.t("page-missing", { count: next.missing.length })}</p>`
    : button(place, "send", words.t(proposes ? "hand-over-propose" : "report-send"), true, { revision })
}${foot(place)}`;
  return frame(words, words.t("page-review"), inside);
}

export function nilReview(place: Place, said: Said | null): Html {
  const { words, work } = place;
  const inside = html`${head(place)}${say(said)}<h2>${words.t("page-nil")}</h2>
${button(place, "send", words.t("report-nil-send"), true, { revision: String(work.draft?.revision ?? 0) })}
${button(place, "jump", words.t("report-nil-back"), false, { to: work.form.fields[0]?.key ?? "" })}${foot(place)}`;
  return frame(words, words.t("page-nil"), inside);
}

export function receipt(place: Place, sent: SentReport, inTime: boolean): Html {
  const { words, work } = place;
  const lines = sent.nil
    ? [html`<li><p>${words.t("report-nil-said")}</p></li>`]
    : work.form.fields.map(
        (field) => html`<li><p><span class="small">${field.label}</span>
${valueText(field, sent.answers[field.key]?.value ?? null)}</p></li>`,
      );
  const inside = html`${head(place)}<p class="good">${words.t("report-receipt", { unit: work.unitName })}</p>
<p>${words.t("report-receipt-when", {
    plan: work.planNumber ?? work.planTitle,
    version: String(sent.version),
    moment: words.moment(sent.submittedAt),
    timeliness: words.t(inTime ? "report-in-time" : "report-late"),
  })}</p>
<p>${words.t("report-code", { code: sent.code })}</p>
<p><a class="button first" href="${place.path}/ban-in.docx">${words.t("page-print")}</a></p>
<ol>${lines}</ol>${sent.review === "accepted" ? "" : button(place, "again", words.t("report-again"))}${foot(place)}`;
  return frame(words, words.t("report-receipt", { unit: work.unitName }), inside);
}
