/** What every page of a signed link has around it. Everything said by people is escaped by `html`. */
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Problem } from "../../domain/problem.ts";
import type { Words } from "../../i18n.ts";
import type { ReportWork } from "../../store/report/drafts.ts";
import type { Hides } from "./hidden.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Place {
  words: Words;
  /** Path of this page: "/f/…". */
  path: string;
  work: ReportWork;
  /** Who fills it in. */
  name: string;
  /** Staff, in a unit's name, from its paper: they send it in the chat. */
  paper: boolean;
  /** What was answered as private before this page was made, where it does not show that. */
  hides: Hides;
  expiresAt: Date;
  contact: Contact | null;
  /** What became of files that no chat could tell of; said until it has been read. */
  told: readonly string[];
}

/** Whom to turn to. */
export interface Contact {
  name: string;
  board: string;
  phone: string | null;
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
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="/f/style.css">
</head>
<body><main>${inside}</main></body>
</html>`;
}

/** A page that says one thing: the link is over, wrong, taken back. */
export function onlyWords(words: Words, title: string, text: string, contact: Contact | null = null): Html {
  return frame(
    words,
    title,
    html`<header><h1>${title}</h1></header><p>${text}</p>${contactLine(words, contact)}`,
  );
}

const contactLine = (words: Words, contact: Contact | null): Html =>
  contact
    ? html`<p>${words.t("announcement-contact", { ...contact, phone: contact.phone ?? "none" })}</p>`
    : html``;

export const planOf = ({ work }: Place): string => work.planNumber ?? work.planTitle;

export function head(place: Place): Html {
  const { words, work, name } = place;
  return html`<header><h1>${words.t("page-title", { plan: planOf(place) })}</h1>
${work.planNumber ? html`<p>${work.planTitle}</p>` : ""}
<p class="small">${words.t(place.paper ? "page-for-paper" : "page-for", { unit: work.unitName, name })}</p>
${work.effectiveDueBefore ? html`<p class="due">${words.t("report-due", { until: words.until(work.effectiveDueBefore) })}</p>` : ""}</header>${untold(place)}`;
}

function untold(place: Place): Html {
  const { words, told } = place;
  if (told.length === 0) return html``;
  return html`<div class="wrong" role="alert">${told.map((text) => html`<p>${text}</p>`)}
${button(place, "known", words.t("page-known"))}</div>`;
}

export function foot({ words, expiresAt, contact }: Place): Html {
  return html`<footer class="small">${contactLine(words, contact)}
<p>${words.t("page-foot", { until: words.moment(expiresAt) })}</p></footer>`;
}

/** A Problem in the words of the page: nothing here lies in a messenger. */
export const pageProblem = (words: Words, problem: Problem): string =>
  problem.code === "answer-classified" ? words.t("page-secret") : words.problem(problem);

export const say = (said: Said | null): Html =>
  said ? html`<p class="${said.kind}" role="status">${said.text}</p>` : html``;

/** A form with one button and what goes with it. */
export function button(
  place: Place,
  act: string,
  text: string,
  first = false,
  more: Record<string, string> = {},
): Html {
  return html`<form method="post" action="${place.path}">${Object.entries(more).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  )}<button name="do" value="${act}"${first ? html` class="first"` : ""}>${text}</button></form>`;
}
