/** /settings: the names this installation speaks with, and the contact it gives. */
import { Composer } from "grammy";
import {
  changeRestricted,
  changeSetting,
  type SettingName,
  settingNames,
  settingPermission,
} from "../../../cases/settings/change-setting.ts";
import { choosePaid } from "../../../cases/settings/choose-paid.ts";
import { may } from "../../../domain/people/permissions.ts";
import { boardsWith } from "../../../domain/people/reach.ts";
import { findBoard, findPerson } from "../../../store/people/register.ts";
import { parseHabits } from "../../../store/reminder/habits.ts";
import { boardSetting, readSetting } from "../../../store/settings.ts";
import { authorise, onAction, onCommand } from "../../actions.ts";
import { type BotContext, known } from "../../context.ts";
import { waitForWords } from "../../dialogues/wait-for-words.ts";
import type { Screen } from "../../screen.ts";
import { settingActions, settingsCommand } from "./actions.ts";
import { askPaid, settings } from "./view.ts";

export const newValue = waitForWords<SettingName>("change-setting", {
  async take(ctx, name, text) {
    await changeSetting(ctx.deps.cases, known(ctx), name, text, ctx.key);
    await show(ctx);
    return "done";
  },
});

export function settingsFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, settingsCommand, show);
  onAction(composer, settingActions.change, async (ctx, name) => {
    authorise(ctx, settingPermission(name));
    await ctx.answerTap();
    await ctx.show({ text: ctx.words.t(`settings-ask-${name}`) });
    await newValue.ask(ctx, name);
  });
  onAction(composer, settingActions.restricted, async (ctx, to) => {
    await changeRestricted(ctx.deps.cases, known(ctx), to, ctx.key);
    await ctx.change(await present(ctx));
  });
  onAction(composer, settingActions.paid, async (ctx, answer) => {
    if (answer === "ask") return void (await ctx.change(askPaid(ctx.words)));
    await choosePaid(ctx.deps.cases, known(ctx), answer === "yes", ctx.key);
    await show(ctx);
  });
  return composer;
}

const show = async (ctx: BotContext) => void (await ctx.show(await present(ctx)));

async function present(ctx: BotContext): Promise<Screen> {
  const who = known(ctx);
  const { db } = ctx.deps.cases;
  const [boardId = -1] = boardsWith(who, "setting.board");
  const board = await findBoard(db, boardId);
  const [habitual = -1] = boardsWith(who, "setting.habits");
  const working = await findBoard(db, habitual);
  const person = await findPerson(db, who.personId);
  const habits = parseHabits(working?.habits);
  const values = {
    name: person?.name ?? "",
    phone: person?.phone ?? "",
    "board-name": board?.name ?? "",
    "board-symbol": board?.symbol ?? "",
    "board-paper": (await boardSetting(db, boardId, "paper-place")) ?? board?.name ?? "",
    committee: (await readSetting(db, "committee")) ?? "",
    place: (await readSetting(db, "place")) ?? "",
    "digest-hours": habits.digestHours.join(", ") || ctx.words.t("settings-off"),
    "unseen-days": String(habits.unseenDays),
    "late-days": String(habits.lateDays),
    "call-days": String(habits.callDays),
  };
  const restricted = may(who.roles, "setting.board")
    ? ((await boardSetting(db, boardId, "restricted")) ?? "protect")
    : null;
  const fields = settingNames
    .filter((name) => may(who.roles, settingPermission(name)))
    .map((name) => ({ name, value: values[name] }));
  const paid = may(who.roles, "setting.board") ? ((await readSetting(db, "paidBroadcast")) ?? false) : null;
  return settings(ctx.words, fields, restricted, paid);
}
