/**
 * The page on which the board reads what is private in a report. Looking at the address shows only what it is about:
 * messengers and browsers fetch addresses by themselves. The tap on "Mở" shows the answers, and is written down.
 */
import { html } from "hono/html";
import { closeReading, readPrivateFile, readPrivately, reportOf } from "../../cases/page/read-privately.ts";
import { type PrintTexts, printVersion } from "../../cases/report/print-report.ts";
import { writePartyDocx } from "../../documents/write/party-docx.ts";
import type { Field } from "../../domain/form/form.ts";
import { answerIn } from "../../domain/form/standing.ts";
import { Problem } from "../../domain/problem.ts";
import type { Words } from "../../i18n.ts";
import { cameInTime, type ReviewReport } from "../../store/report/reviews.ts";
import { type Body, lastText } from "./body.ts";
import type { FormDeps, Open } from "./deps.ts";
import { frame, type Html, onlyWords } from "./frame.ts";
import { said } from "./pages.ts";

/** A page, or a file to be kept. */
export type Read = { page: Html } | { file: { name: string; bytes: Uint8Array } };

interface Place {
  words: Words;
  path: string;
  name: string;
  expiresAt: Date;
  report: ReviewReport;
  now: Date;
}

/** What the page is about; nothing of the answers. */
export async function readingGate(deps: FormDeps, opened: Open, path: string): Promise<Html> {
  const place = placeOf(deps, opened, path, await reportOf(deps.cases.db, opened.link));
  const { words } = place;
  const inside = html`${head(place)}<p class="note">${words.t("read-before", { name: place.name })}</p>
${button(path, "open", words.t("read-open"), true)}${foot(place)}`;
  return frame(words, titleOf(place), inside);
}

/** What a button of the page does. */
export async function readingAct(deps: FormDeps, opened: Open, path: string, body: Body): Promise<Read> {
  const { cases } = deps;
  const { by, link } = opened;
  const words = deps.wordsFor(by.locale);
  const [what = "", id = ""] = lastText(body, "do").split(".");
  switch (what) {
    case "open": {
      const report = await readPrivately(cases, by, link, "page");
      return { page: reportPage(placeOf(deps, opened, path, report)) };
    }
    case "file":
      return { file: await readPrivateFile(cases, by, link, Number(id)) };
    case "word": {
      const report = await readPrivately(cases, by, link, "word");
      return { file: await wordOf(deps, report, deps.printTexts(deps.wordsFor("vi"))) };
    }
    case "close":
      await closeReading(cases, by, link.reportId ?? -1, null);
      return { page: onlyWords(words, words.t("read-closed-title"), words.t("read-revoked")) };
    default:
      throw new Problem("button-old");
  }
}

async function wordOf({ cases }: FormDeps, report: ReviewReport, print: PrintTexts) {
  const { document, name } = await printVersion(cases, { ...report, planId: report.plan.id }, print, {
    reveal: true,
  });
  return { name, bytes: new Uint8Array(await writePartyDocx(document)) };
}

function placeOf(
  { cases, wordsFor }: FormDeps,
  { by, link }: Open,
  path: string,
  report: ReviewReport,
): Place {
  const now = cases.clock.now();
  return { words: wordsFor(by.locale), path, name: by.name, expiresAt: link.expiresAt, report, now };
}

const titleOf = ({ words, report }: Place) =>
  words.t("page-title", { plan: report.plan.number ?? report.plan.title });

function head(place: Place): Html {
  const { words, report, now } = place;
  return html`<header><h1>${titleOf(place)}</h1>
${report.plan.number ? html`<p>${report.plan.title}</p>` : ""}
<p><b>${report.unitName}</b></p>
<p class="small">${words.t("report-whole-when", {
    code: report.code,
    version: String(report.version),
    moment: words.moment(report.submittedAt),
    timeliness: words.t(cameInTime(report, now) ? "report-in-time" : "report-late"),
  })}</p></header>`;
}

const foot = ({ words, name, expiresAt }: Place): Html =>
  html`<footer class="small"><p>${words.t("read-foot", { name, until: words.moment(expiresAt) })}</p></footer>`;

const button = (path: string, act: string, text: string, first = false): Html =>
  html`<form method="post" action="${path}"><button name="do" value="${act}"${first ? html` class="first"` : ""}>${text}</button></form>`;

function reportPage(place: Place): Html {
  const { words, path, report } = place;
  const { form, answers, newest, version } = report;
  const files = (field: Field) =>
    report.files.filter((one) => one.field === field.key && one.addedAt === null);
  const lines = form.fields.flatMap((field) => {
    const value = answerIn(form, answers, field)?.value ?? null;
    if (value === null && !field.required) return [];
    const take = files(field).map((one) =>
      one.sha256 === null
        ? html`<p class="small">${words.t("plans-file-coming", { name: one.name })}</p>`
        : button(path, `file.${one.id}`, words.t("read-file", { name: one.name })),
    );
    const reason = answerIn(form, answers, field)?.reason;
    return [
      html`<dt${field.private ? html` class="private"` : ""}>${field.private ? "🔒 " : ""}${field.label}</dt><dd${field.private ? html` class="private"` : ""}>${take.length > 0 ? take : said(field, value)}${reason ? html` (${reason})` : ""}</dd>`,
    ];
  });
  const inside = html`${head(place)}
${newest > version ? html`<p class="note">${words.t("review-older", { version: String(newest) })}</p>` : ""}
<p class="note">${words.t("read-with-care")}</p>
<dl>${lines}</dl>
<div class="acts">${button(path, "word", words.t("read-word"))}
${button(path, "close", words.t("read-close"))}</div>${foot(place)}`;
  return frame(words, titleOf(place), inside);
}
