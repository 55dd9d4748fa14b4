/**
 * The signed page: one person, one obligation, seven days. The same engine, draft and sending as in the chat.
 *
 * The address is the key, so nobody who does not hold it can make a request that does anything; requests that a
 * browser says come from another site are refused all the same. A GET changes nothing: messengers look at addresses
 * to draw a preview. Nothing is kept by the browser, no script runs, no other site learns the address.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { HtmlEscapedString } from "hono/utils/html";
import { takeOver } from "../../cases/assign-report.ts";
import type { CaseContext } from "../../cases/case.ts";
import { keepUpload } from "../../cases/keep-upload.ts";
import { type PrintWords, printReport } from "../../cases/print-report.ts";
import { mustPropose, proposeReport } from "../../cases/propose-report.ts";
import { submitReport } from "../../cases/submit-report.ts";
import { type OpenedLink, openWebLink } from "../../cases/web-link.ts";
import { answerReport, openReport, reportFor, type Step } from "../../cases/write-report.ts";
import { LARGEST_REPORT_FILE } from "../../documents/read/report-file.ts";
import { writePartyDocx } from "../../documents/write/party-docx.ts";
import { nextOf } from "../../domain/form/advance.ts";
import { fieldOf } from "../../domain/form/form.ts";
import { isInTime } from "../../domain/obligation/status.ts";
import { Problem } from "../../domain/problem.ts";
import type { Words, WordsFor } from "../../i18n.ts";
import * as pages from "./pages.ts";
import { formStyle } from "./style.ts";

export interface FormDeps {
  cases: CaseContext;
  wordsFor: WordsFor;
  printWords(words: Words): PrintWords;
  onBug(error: unknown): void;
}

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "no-store",
};
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

type Open = Extract<OpenedLink, { state: "open" }>;
type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

export function formRoutes(deps: FormDeps): Hono {
  const app = new Hono();
  const { cases, wordsFor } = deps;
  const show = async (c: Context, page: Page, status: 200 | 404 | 410 | 422 | 500 = 200) =>
    c.html(await page, status, headers);
  const closed = (c: Context, opened: Exclude<OpenedLink, Open> | null) => {
    const words = wordsFor(null);
    const key = opened ? opened.state : "unknown";
    return show(
      c,
      pages.onlyWords(words, words.t("page-closed"), words.t(`page-${key}`)),
      opened ? 410 : 404,
    );
  };
  const bug = (c: Context, error: unknown) => {
    deps.onBug(error);
    const words = wordsFor(null);
    return show(c, pages.onlyWords(words, words.t("page-closed"), words.t("page-bug")), 500);
  };

  app.get("/f/style.css", (c) =>
    c.body(formStyle, 200, { ...headers, "content-type": "text/css; charset=utf-8" }),
  );
  app.get("/f/:token", async (c) => {
    try {
      const opened = await openWebLink(cases, c.req.param("token"));
      if (opened?.state !== "open") return closed(c, opened);
      return await show(c, present(deps, opened, c.req.path, null, null));
    } catch (error) {
      return bug(c, error);
    }
  });
  app.get("/f/:token/ban-in.docx", async (c) => {
    try {
      const opened = await openWebLink(cases, c.req.param("token"));
      if (opened?.state !== "open") return closed(c, opened);
      const words = wordsFor(opened.by.locale);
      const made = await printReport(cases, opened.by, opened.link.obligationId, deps.printWords(words));
      const bytes = await writePartyDocx(made.document);
      const disposition = `attachment; filename="${made.name.replace(/[^\w.-]/g, "_")}"`;
      return c.body(new Uint8Array(bytes), 200, {
        ...headers,
        "content-type": DOCX,
        "content-disposition": disposition,
      });
    } catch (error) {
      if (error instanceof Problem) return closed(c, null);
      return bug(c, error);
    }
  });
  app.post(
    "/f/:token",
    bodyLimit({ maxSize: LARGEST_REPORT_FILE + 65_536, onError: (c) => tooLarge(c) as never }),
    async (c) => {
      if (isForeign(c)) return c.text("forbidden", 403, headers);
      try {
        const opened = await openWebLink(cases, c.req.param("token"));
        if (opened?.state !== "open") return closed(c, opened);
        const body = await c.req.parseBody({ all: true });
        const text = (key: string) => (typeof body[key] === "string" ? (body[key] as string) : "");
        try {
          const told = await act(deps, opened, text, [body.file ?? []].flat());
          if (told) return await show(c, present(deps, opened, c.req.path, told, null));
          return c.body(null, 303, { ...headers, location: c.req.path });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          const said = { kind: "wrong" as const, text: wordsFor(opened.by.locale).problem(error) };
          return await show(c, present(deps, opened, c.req.path, said, text("text") || null), 422);
        }
      } catch (error) {
        return bug(c, error);
      }
    },
  );
  const tooLarge = async (c: Context) => {
    const words = wordsFor(null);
    const problem = new Problem("file-too-large", { name: "", size: "> 20 MB", limit: "20 MB" });
    return show(c, pages.onlyWords(words, words.t("page-closed"), words.problem(problem)), 422);
  };
  return app;
}

/** From another site, as far as the browser says where from. */
function isForeign(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("origin");
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== c.req.header("host");
  } catch {
    return true;
  }
}

/** How things stand, whatever was asked. */
async function present(
  { cases, wordsFor }: FormDeps,
  { link, by }: Open,
  path: string,
  said: pages.Said | null,
  typed: string | null,
): Promise<HtmlEscapedString> {
  const words = wordsFor(by.locale);
  const work = await reportFor(cases, by, link.obligationId);
  const place = { words, path, work, name: by.name, expiresAt: link.expiresAt };
  if (work.state !== "open" || work.planState !== "published")
    return pages.onlyWords(words, words.t("page-closed"), words.problem(new Problem("obligation-closed")));
  if (!work.draft) {
    if (!work.sent || work.sent.review === "returned") return pages.start(place, said);
    const inTime = isInTime(
      work.firstSentAt ?? work.sent.submittedAt,
      work.effectiveDueBefore,
      work.returns,
      work.sent.submittedAt,
    );
    return pages.receipt(place, work.sent, inTime);
  }
  if (work.draft.holderId !== by.personId) {
    const holder = await cases.db.person.findUnique({ where: { id: work.draft.holderId } });
    return pages.held(place, holder?.name ?? "");
  }
  const next = nextOf(work.form, work.draft.state);
  if (next.kind === "nil") return pages.nilReview(place, said);
  if (next.kind === "review") return pages.review(place, next, await mustPropose(cases.db, by, work), said);
  return pages.question(place, next, said, typed);
}

/** What one button does. Words come back where something is to be said besides how things stand. */
async function act(
  deps: FormDeps,
  { link, by }: Open,
  text: (key: string) => string,
  files: readonly unknown[],
): Promise<pages.Said | null> {
  const { cases } = deps;
  const { obligationId } = link;
  const give = async (step: Step, field: string | null) => {
    const result = await answerReport(cases, by, obligationId, { step, field }, null);
    if (typeof result === "object" && !result.ok) throw result.problem;
    return null;
  };
  const field = text("field");
  switch (text("do")) {
    case "start":
    case "again":
      await openReport(cases, by, obligationId, null);
      return null;
    case "start-nil":
      await openReport(cases, by, obligationId, null);
      return give({ kind: "nil" }, null);
    case "take-over":
      await takeOver(cases, by, obligationId, null);
      return null;
    case "answer":
      return answer();
    case "skip":
    case "back":
    case "done":
    case "nil":
    case "review":
      return give({ kind: text("do") as "skip" | "back" | "done" | "nil" | "review" }, field);
    case "jump":
      return give({ kind: "jump", field: text("to") }, null);
    case "send":
      return send();
    default:
      throw new Problem("button-old");
  }

  async function answer(): Promise<null> {
    const { form } = await reportFor(cases, by, obligationId);
    const asked = fieldOf(form, field);
    if (!asked) throw new Problem("button-old");
    if (asked.kind === "files") {
      const uploads = files.filter((one): one is File => one instanceof File && one.size > 0);
      if (uploads.length === 0) throw new Problem("file-expected", { label: asked.label, text: "" });
      for (const one of uploads) {
        const bytes = new Uint8Array(await one.arrayBuffer());
        await give({ kind: "file", file: await keepUpload(cases, link, { name: one.name, bytes }) }, field);
      }
      return null;
    }
    const chosen = asked.kind === "choice" ? asked.options[Number(text("option") || -1)] : undefined;
    const typed = text("text").replaceAll("\r\n", "\n").trim();
    // Own words count before a dot that was there already.
    if (chosen && typed === "") return give({ kind: "option", value: chosen.value }, field);
    return give({ kind: "text", text: typed }, field);
  }

  async function send(): Promise<pages.Said | null> {
    const revision = Number(text("revision"));
    const work = await reportFor(cases, by, obligationId);
    if (!(await mustPropose(cases.db, by, work))) {
      await submitReport(cases, by, obligationId, revision, null);
      return null;
    }
    const outcome = await proposeReport(cases, by, obligationId, revision, null);
    const words = deps.wordsFor(by.locale);
    const to = typeof outcome === "object" ? outcome.to : "";
    const plan = work.planNumber ?? work.planTitle;
    return { kind: "good", text: words.t("hand-over-proposed-to", { to, plan }) };
  }
}
