/**
 * The signed page: one person, one obligation, seven days. The same draft, rules and sending as in the chat. And the
 * page on which the board reads a report with what is private in it (reading.ts).
 *
 * The address is the key, so nobody who does not hold it can make a request that does anything; requests that a
 * browser says come from another site are refused all the same. A GET changes nothing: messengers look at addresses
 * to draw a preview. Nothing is kept by the browser, no script runs, no site learns the address, and whoever asks
 * too often waits.
 */
import { type Context, Hono } from "hono";
import { openWebLink } from "../../cases/page/web-link.ts";
import { printReport } from "../../cases/report/print-report.ts";
import { reportFor } from "../../cases/report/write-report.ts";
import { writePartyDocx } from "../../documents/write/party-docx.ts";
import { writeTemplate } from "../../documents/write/xlsx.ts";
import { fieldOf } from "../../domain/form/form.ts";
import { Problem } from "../../domain/problem.ts";
import type { Words } from "../../i18n.ts";
import { PROBE_PATH, readProbe } from "../../store/database/web-probe.ts";
import { contactOf } from "../../store/people/web-links.ts";
import { netOf } from "../door/client.ts";
import { formHeaders } from "../door/headers.ts";
import { FormError, type SentForm } from "../door/sent-form.ts";
import { createThrottle } from "../door/throttle.ts";
import { act } from "./act.ts";
import type { FormDeps, Open } from "./deps.ts";
import { type Contact, type Html, onlyWords } from "./frame.ts";
import { isMadeByStaff } from "./hidden.ts";
import { present } from "./present.ts";
import { readingAct, readingGate } from "./reading.ts";
import { LARGEST_WHOLE, readSending } from "./sending.ts";
import { formStyle } from "./style.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** Of one page; and of addresses that open nothing, by where they are tried from. */
const OF_PAGE = { burst: 60, perMinute: 60 };
const OF_WRONG = { burst: 100, perMinute: 60 };

type Status = 200 | 400 | 403 | 404 | 410 | 413 | 422 | 429 | 500;

export function formRoutes(deps: FormDeps): Hono {
  const app = new Hono();
  const { cases, wordsFor } = deps;
  const now = () => cases.clock.now();
  const ofPage = createThrottle(OF_PAGE, now);
  const ofWrong = createThrottle(OF_WRONG, now);
  const show = async (c: Context, page: Html, status: Status = 200) => c.html(await page, status);
  const tell = (
    c: Context,
    text: string,
    status: Status,
    words = wordsFor(null),
    contact: Contact | null = null,
  ) => show(c, onlyWords(words, words.t("page-closed"), text, contact), status);

  /** Opens the address, or says why not; expected errors and bugs become pages. */
  const behind = (work: (c: Context, opened: Open) => Promise<Response>) => async (c: Context) => {
    const words = wordsFor(null);
    try {
      const opened = await openWebLink(cases, c.req.param("token") ?? "");
      const from = netOf(deps.clientOf?.(c) ?? "");
      const allowed = opened ? ofPage.allows(String(opened.id)) : ofWrong.allows(from);
      if (!allowed) return await tell(c, words.t("page-busy"), 429);
      if (!opened) return await tell(c, words.t("page-unknown"), 404);
      if (opened.state !== "open") {
        const text = words.t(`${opened.reading ? "read" : "page"}-${opened.state}`);
        const contact = opened.reading ? null : await contactOf(cases.db, opened.obligationId);
        return await tell(c, text, 410, words, contact);
      }
      return await work(c, opened);
    } catch (error) {
      if (error instanceof Problem) return tell(c, words.problem(error), 422);
      if (error instanceof FormError) return tell(c, saidOf(words, error), error.why === "large" ? 413 : 400);
      deps.onBug(error);
      return tell(c, words.t("page-bug"), 500);
    }
  };

  app.use("/f/*", formHeaders);
  app.get("/f/style.css", (c) => c.body(formStyle, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get(`${PROBE_PATH}/:word`, (c) => {
    const words = wordsFor(null);
    const digits = deps.dataDir && readProbe(deps.dataDir, c.req.param("word"), new Date());
    if (digits) return tell(c, words.t("page-probe", { digits }), 200);
    const allowed = ofWrong.allows(netOf(deps.clientOf?.(c) ?? ""));
    return tell(c, words.t(allowed ? "page-unknown" : "page-busy"), allowed ? 404 : 429);
  });
  app.get(
    "/f/:token",
    behind(async (c, opened) => {
      if (isReading(opened)) return show(c, await readingGate(deps, opened, c.req.path));
      const asked = { step: c.req.query("buoc"), more: c.req.query("them"), saved: c.req.query("luu") };
      return show(c, await present(deps, opened, c.req.path, asked));
    }),
  );
  app.get(
    "/f/:token/ban-in.docx",
    behind(async (c, opened) => {
      const { by, link } = opened;
      // Read without having been opened by a tap, and so without a trace.
      if (isReading(opened)) return tell(c, wordsFor(null).t("page-unknown"), 404);
      const words = deps.printTexts(wordsFor("vi"));
      // The page is the place for private answers; whose own it is may have them on paper.
      const made = await printReport(cases, by, link.obligationId, words, { reveal: !isMadeByStaff(opened) });
      return download(c, { name: made.name, bytes: new Uint8Array(await writePartyDocx(made.document)) });
    }),
  );
  app.get(
    "/f/:token/mau/:key",
    behind(async (c, opened) => {
      if (isReading(opened)) return tell(c, wordsFor(null).t("page-unknown"), 404);
      const { form } = await reportFor(cases, opened.by, opened.link.obligationId);
      const field = fieldOf(form, c.req.param("key") ?? "");
      if (field?.kind !== "group") throw new Problem("button-old");
      return download(c, { name: "mau-danh-sach.xlsx", bytes: await writeTemplate(field) });
    }),
  );
  app.post(
    "/f/:token",
    async (c, next) => (isForeign(c) ? tell(c, wordsFor(null).t("page-foreign"), 403) : next()),
    behind(async (c, opened) => {
      // Address, right and count have been looked at before any of the body is.
      const form = await readSending(deps, opened, c.req.raw);
      try {
        return await answer(c, opened, form);
      } finally {
        form.discard();
      }
    }),
  );
  async function answer(c: Context, opened: Open, { fields }: SentForm): Promise<Response> {
    if (isReading(opened)) {
      const read = await readingAct(deps, opened, c.req.path, fields);
      return "page" in read ? show(c, read.page) : download(c, read.file);
    }
    const done = await act(deps, opened, fields);
    if ("to" in done) return c.body(null, 303, { location: `${c.req.path}${done.to}` });
    return show(c, await present(deps, opened, c.req.path, {}, done), 422);
  }
  return app;
}

/** Broken on the way, or heavier than one page may be. */
const saidOf = (words: Words, { why }: FormError): string =>
  why === "large"
    ? words.t("page-too-large", { limit: `${LARGEST_WHOLE / 1_048_576} MB` })
    : words.t("page-broken");

const isReading = ({ link }: Open) => link.reportId !== null;

/** To be kept, never shown: whatever it is, nothing in it runs here. */
function download(c: Context, { name, bytes }: { name: string; bytes: Uint8Array }): Response {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\w.-]+/g, "_");
  const type = plain.endsWith(".docx") ? DOCX : plain.endsWith(".xlsx") ? XLSX : "application/octet-stream";
  const whole = plain === name ? "" : `; filename*=UTF-8''${encoded(name)}`;
  const disposition = `attachment; filename="${plain}"${whole}`;
  return c.body(new Uint8Array(bytes), 200, {
    "content-type": type,
    "content-disposition": disposition,
  });
}

const encoded = (name: string) =>
  encodeURIComponent(name.replace(/\p{Surrogate}/gu, "_")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );

/** From another site, as far as the browser says where from. Without a referrer a browser names no origin ("null"). */
function isForeign(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = c.req.header("origin");
  if (origin === undefined || origin === "null") return false;
  try {
    return new URL(origin).host !== c.req.header("host");
  } catch {
    return true;
  }
}
