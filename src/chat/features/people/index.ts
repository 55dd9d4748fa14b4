/** /invite, and the tap by which the board says who a newcomer is. */
import { Composer, InputFile } from "grammy";
import { ALREADY } from "../../../cases/case.ts";
import { type Decided, decideEnrolment } from "../../../cases/people/decide-enrolment.ts";
import { invite } from "../../../cases/people/invite.ts";
import { qrPng } from "../../../documents/write/qr.ts";
import { may } from "../../../domain/people/permissions.ts";
import { boardsWith, type Place } from "../../../domain/people/reach.ts";
import { findEnrolment } from "../../../store/people/enrolments.ts";
import { secretaryOf } from "../../../store/people/hand-overs.ts";
import { findWho, unitContacts } from "../../../store/people/people.ts";
import { findBoard, listBoards } from "../../../store/people/register.ts";
import { authorise, onAction, onCommand } from "../../actions.ts";
import { publishCommands } from "../../commands.ts";
import { type BotContext, known } from "../../context.ts";
import { inviteCommand, peopleActions } from "./actions.ts";
import { refreshMenu } from "./register.ts";
import { enrolmentCard, invitation, inviteBoardMenu, inviteMenu, invitePost, told } from "./view.ts";

export function peopleFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, inviteCommand, async (ctx) => {
    await ctx.show(await menuScreen(ctx, 0));
  });
  onAction(composer, peopleActions.page, async (ctx, page) => {
    await ctx.change(await menuScreen(ctx, page));
  });
  onAction(composer, peopleActions.unit, async (ctx, unitId) => {
    const [unit] = await unitContacts(ctx.deps.cases.db, [unitId]);
    if (unit) await ctx.change(invitePost(ctx.words, unit));
  });
  onAction(composer, peopleActions.post, async (ctx, unitId, post) => {
    const [unit] = await unitContacts(ctx.deps.cases.db, [unitId]);
    await send(ctx, { unitId, post }, unit?.name ?? "");
  });
  onAction(composer, peopleActions.boards, async (ctx) => {
    const boards = await listBoards(ctx.deps.cases.db, boardsWith(known(ctx), "invitation.board"));
    await ctx.change(inviteBoardMenu(ctx.words, boards));
  });
  onAction(composer, peopleActions.role, async (ctx, boardId, role) => {
    const board = await findBoard(ctx.deps.cases.db, boardId);
    await send(ctx, { boardId, role }, board?.name ?? "");
  });
  onAction(composer, peopleActions.decide, async (ctx, enrolmentId, answer) => {
    const leaving = answer === "yes" ? await presentHolder(ctx, enrolmentId) : null;
    const outcome = await decideEnrolment(ctx.deps.cases, known(ctx), enrolmentId, answer, ctx.key);
    const enrolment = await findEnrolment(ctx.deps.cases.db, enrolmentId);
    if (enrolment) await ctx.change(enrolmentCard(ctx.words, enrolment));
    if (outcome !== ALREADY && leaving !== null) await refreshMenu(ctx, leaving);
    if (outcome !== ALREADY) await tellNewcomer(ctx, outcome);
  });
  return composer;
}

/** Whose post ends with a confirmation. */
async function presentHolder(ctx: BotContext, enrolmentId: number): Promise<number | null> {
  const enrolment = await findEnrolment(ctx.deps.cases.db, enrolmentId);
  const { unitId, post } = enrolment?.invitation ?? {};
  if (!unitId || post !== "secretary") return null;
  return (await secretaryOf(ctx.deps.cases.db, unitId))?.personId ?? null;
}

async function menuScreen(ctx: BotContext, page: number) {
  authorise(ctx, "invitation.unit");
  const units = await unitContacts(ctx.deps.cases.db, null);
  return inviteMenu(ctx.words, units, page, may(known(ctx).roles, "invitation.board"));
}

/** The code goes out as a picture to scan and as words to pass on; it is shown this one time. */
async function send(ctx: BotContext, place: Place, name: string): Promise<void> {
  const made = await invite(ctx.deps.cases, known(ctx), place, ctx.key);
  if (made === ALREADY) {
    await ctx.change({ text: ctx.words.t("people-invited-already") });
    return;
  }
  const link = `https://t.me/${ctx.me.username}?start=${made.code}`;
  await ctx.change(invitation(ctx.words, name, place, made, link));
  await ctx.replyWithPhoto(new InputFile(qrPng(link), "ma-moi.png"), {
    caption: ctx.words.t("people-qr", { place: name }),
  });
}

/** On the line they wrote by, whichever this update came by. */
async function tellNewcomer(ctx: BotContext, { chatId, channel, confirmed, locale }: Decided): Promise<void> {
  const words = ctx.deps.wordsFor(locale);
  const who = await findWho(ctx.deps.cases.db, channel, String(chatId));
  try {
    if (who && confirmed) await publishCommands(ctx, who);
    await ctx.deps.apiOf(channel)?.sendMessage(chatId, told(words, confirmed, who).text);
  } catch (error) {
    ctx.deps.log.warn({ err: error }, "a newcomer could not be told");
  }
}
