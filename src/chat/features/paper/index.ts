/** Reports without a chat: signed pages, printed sheets, paper typed in, the report as Word, its files for staff. */
import { Composer, InputFile } from "grammy";
import { unitForStaff } from "../../../cases/obligation/unit-for-staff.ts";
import { revokeLinks } from "../../../cases/page/web-link.ts";
import { enterPaper, stopPaper } from "../../../cases/report/enter-paper.ts";
import { printReport } from "../../../cases/report/print-report.ts";
import { openReport } from "../../../cases/report/write-report.ts";
import { writePaperSheet } from "../../../documents/write/paper-sheet.ts";
import { writePartyDocx } from "../../../documents/write/party-docx.ts";
import { dayOf, plusDays } from "../../../domain/moment.ts";
import { boardsOf, checkOwnUnit, ownUnits } from "../../../domain/people/reach.ts";
import { Problem } from "../../../domain/problem.ts";
import { findUnit } from "../../../store/people/register.ts";
import { openLinks } from "../../../store/people/web-links.ts";
import { findObligations, type ObligationRow } from "../../../store/plan/obligations.ts";
import { findReportWork } from "../../../store/report/drafts.ts";
import { onAction } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { enterReport } from "../../dialogues/enter-report.ts";
import { sendLink } from "../../dialogues/send-link.ts";
import { planOwed } from "../../phrases/plan.ts";
import { paperActions } from "./actions.ts";
import { printTexts } from "./print-texts.ts";
import { askReceived, entering, ownPages, unitTask, unitTasks } from "./view.ts";

/** Days back a paper may have come; older ones are a matter for words. */
const DAYS_BACK = 7;

export function paperFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onAction(composer, paperActions.tasks, async (ctx, unitId) => {
    const { db, clock } = ctx.deps.cases;
    const unit = await findUnit(db, unitId);
    if (!unit) throw new Problem("unit-not-found", { code: String(unitId) });
    const boards = boardsOf(known(ctx));
    const owed = (await findObligations(db, { units: [unitId], openOnly: true }, clock.now())).filter(
      (one) => one.planState === "published" && boards.includes(one.boardId),
    );
    await ctx.change(unitTasks(ctx.words, unit, owed));
  });
  onAction(composer, paperActions.task, async (ctx, obligationId) => {
    await ctx.change(await taskScreen(ctx, obligationId));
  });
  onAction(composer, paperActions.link, async (ctx, obligationId) => {
    const owed = await forStaff(ctx, obligationId);
    await sendLink(ctx, owed, false);
  });
  onAction(composer, paperActions.revoke, async (ctx, obligationId) => {
    const count = await revokeLinks(ctx.deps.cases, known(ctx), obligationId, "all", ctx.key);
    await ctx.change(await taskScreen(ctx, obligationId));
    return ctx.words.t("paper-revoked", { count });
  });
  onAction(composer, paperActions.sheet, async (ctx, obligationId) => {
    await ctx.answerTap();
    await sendSheet(ctx, await forStaff(ctx, obligationId));
  });
  onAction(composer, paperActions.enter, async (ctx, obligationId) => {
    const owed = await forStaff(ctx, obligationId);
    const days = Array.from({ length: DAYS_BACK }, (_, ago) => plusDays(today(ctx), -ago));
    await ctx.change(askReceived(ctx.words, owed, days));
  });
  onAction(composer, paperActions.received, async (ctx, obligationId, daysAgo) => {
    const owed = await forStaff(ctx, obligationId);
    const by = await enterPaper(ctx.deps.cases, known(ctx), obligationId, daysAgo, ctx.key);
    if (typeof by !== "object") return;
    ctx.who = by;
    await ctx.change(entering(ctx.words, owed, plusDays(today(ctx), -daysAgo)));
    await openReport(ctx.deps.cases, by, obligationId, null);
    await ctx.answerTap();
    await enterReport(ctx, obligationId);
  });
  onAction(composer, paperActions.stop, async (ctx, obligationId) => {
    await stopPaper(ctx.deps.cases, known(ctx), obligationId, ctx.key);
    await ctx.conversation.exitAll();
    await ctx.change({ text: ctx.words.t("paper-stopped") });
  });
  onAction(composer, paperActions.ownList, async (ctx) => {
    const { db, clock } = ctx.deps.cases;
    const units = ownUnits(known(ctx));
    const owed = (await findObligations(db, { units, openOnly: true }, clock.now())).filter(
      (one) => one.planState === "published" && one.formVersionId !== null,
    );
    const [only] = owed;
    if (owed.length === 1 && only) await sendLink(ctx, only, true);
    else await ctx.show(ownPages(ctx.words, owed));
  });
  onAction(composer, paperActions.own, async (ctx, obligationId) => {
    const { db, clock } = ctx.deps.cases;
    const [owed] = await findObligations(db, { ids: [obligationId] }, clock.now());
    if (!owed) throw new Problem("obligation-not-found");
    checkOwnUnit(known(ctx), owed.unitId);
    await sendLink(ctx, owed, true);
  });
  onAction(composer, paperActions.ownRevoke, async (ctx, obligationId) => {
    const count = await revokeLinks(ctx.deps.cases, known(ctx), obligationId, "own", ctx.key);
    // The address goes out of the chat with the page.
    await ctx.change({ text: ctx.words.t("paper-revoked", { count }) });
  });
  onAction(composer, paperActions.print, async (ctx, obligationId) => {
    const made = await printReport(
      ctx.deps.cases,
      known(ctx),
      obligationId,
      printTexts(ctx.deps.wordsFor("vi")),
      { reveal: false },
    );
    await ctx.answerTap();
    await ctx.replyWithDocument(new InputFile(await writePartyDocx(made.document), made.name), {
      caption: ctx.words.t("paper-print-caption"),
    });
  });
  return composer;
}

const today = (ctx: BotContext) => dayOf(ctx.deps.cases.clock.now(), ctx.deps.cases.zone);

async function forStaff(ctx: BotContext, obligationId: number): Promise<ObligationRow> {
  const { db, clock } = ctx.deps.cases;
  await unitForStaff(db, known(ctx), "people.manage", obligationId);
  const [owed] = await findObligations(db, { ids: [obligationId] }, clock.now());
  if (!owed) throw new Problem("obligation-not-found");
  return owed;
}

async function taskScreen(ctx: BotContext, obligationId: number) {
  const { db, clock } = ctx.deps.cases;
  const owed = await forStaff(ctx, obligationId);
  return unitTask(
    ctx.words,
    owed,
    await openLinks(db, obligationId, clock.now()),
    ctx.deps.cases.webUrl() !== null,
  );
}

async function sendSheet(ctx: BotContext, owed: ObligationRow): Promise<void> {
  const work = await findReportWork(ctx.deps.cases.db, owed.id);
  if (!work) throw new Problem("obligation-not-found");
  const { t, until } = ctx.deps.wordsFor("vi");
  const words = ctx.deps.wordsFor("vi");
  const sheet = await writePaperSheet({
    title: t("sheet-title", { plan: planOwed(words, owed) }),
    unit: owed.unitName,
    due: owed.effectiveDueBefore && t("report-due", { until: until(owed.effectiveDueBefore) }),
    code: owed.code,
    qr: owed.code,
    form: work.form,
    words: {
      unit: t("sheet-unit"),
      code: t("sheet-code"),
      howTo: t("sheet-how-to"),
      other: t("sheet-other"),
      optional: t("sheet-optional"),
      private: t("sheet-private"),
      several: t("sheet-several"),
      most: (count) => t("sheet-most", { count }),
      signed: t("sheet-signed"),
      yes: t("sheet-yes"),
      no: t("sheet-no"),
    },
  });
  await ctx.replyWithDocument(new InputFile(sheet, `phieu-${owed.code}.docx`), {
    caption: ctx.words.t("paper-sheet-caption", { unit: owed.unitName }),
  });
}
