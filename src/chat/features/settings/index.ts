/** /settings: the names this installation speaks with, and the contact it gives. */
import { type Conversation, createConversation } from "@grammyjs/conversations";
import { Composer, type Context } from "grammy";
import {
  changeSetting,
  type SettingName,
  settingNames,
  settingPermission,
} from "../../../cases/change-setting.ts";
import { choosePaid } from "../../../cases/choose-paid.ts";
import { may } from "../../../domain/people/permissions.ts";
import { Problem } from "../../../domain/problem.ts";
import { readSetting } from "../../../store/settings.ts";
import { authorise, onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { settingActions, settingsCommand } from "./actions.ts";
import { askPaid, settings } from "./view.ts";

const CHANGE = "change-setting";

export function settingsWait(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(createConversation(changeConversation, { id: CHANGE, parallel: false }));
  return composer;
}

export function settingsFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, settingsCommand, show);
  onAction(composer, settingActions.change, async (ctx, name) => {
    authorise(ctx, settingPermission(name));
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(`settings-ask-${name}`) });
    await ctx.conversation.exitAll();
    await ctx.conversation.enter(CHANGE, name);
  });
  onAction(composer, settingActions.paid, async (ctx, answer) => {
    if (answer === "ask") return void (await ctx.change(askPaid(ctx.words)));
    await choosePaid(ctx.deps.cases, known(ctx), answer === "yes", ctx.key);
    await show(ctx);
  });
  return composer;
}

async function show(ctx: BotContext): Promise<void> {
  const who = known(ctx);
  const { db } = ctx.deps.cases;
  const board = await db.board.findUnique({ where: { id: who.memberships[0]?.boardId ?? -1 } });
  const person = await db.person.findUnique({ where: { id: who.personId } });
  const present = {
    name: person?.name ?? "",
    phone: person?.phone ?? "",
    "board-name": board?.name ?? "",
    "board-symbol": board?.symbol ?? "",
  };
  await ctx.show(
    settings(
      ctx.words,
      settingNames
        .filter((name) => may(who.roles, settingPermission(name)))
        .map((name) => ({ name, value: present[name] })),
      may(who.roles, "setting.board") ? ((await readSetting(db, "paidBroadcast")) ?? false) : null,
    ),
  );
}

async function changeConversation(
  conversation: Conversation<BotContext, Context>,
  _ctx: Context,
  name: SettingName,
): Promise<void> {
  const turn = await conversation.wait();
  const text = turn.message?.text;
  if (!turn.message || text?.startsWith("/")) await conversation.skip({ next: true });
  const changed = await conversation.external((ctx) => change(ctx, name, text ?? ""));
  if (!changed) await conversation.skip();
}

async function change(ctx: BotContext, name: SettingName, text: string): Promise<boolean> {
  try {
    await changeSetting(ctx.deps.cases, known(ctx), name, text, ctx.key);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await ctx.show({ text: ctx.words.problem(error) });
    return false;
  }
  await show(ctx);
  return true;
}
