/**
 * Commands and buttons, each with the permission it needs: declared once, and known to the test that tries every
 * one of them as every role. A button's data is `name:arg:arg`, parsed and bounded before a handler sees it.
 */
import type { Composer } from "grammy";
import { z } from "zod";
import { may, type Permission } from "../domain/people/permissions.ts";
import { Problem } from "../domain/problem.ts";
import type { BotContext } from "./context.ts";

export interface Command {
  name: string;
  permission: Permission;
}

export interface Action<Args extends unknown[]> {
  name: string;
  permission: Permission;
  /** What its arguments are, one by one. */
  shape: readonly z.ZodType[];
  /** Callback data of a button; at most 64 bytes. */
  data(...args: Args): string;
  parse(data: string): Args | null;
}

/** As the columns hold it. */
export const LARGEST_ID = 2_147_483_647;
/** An id of ours in callback data. */
export const id = z.coerce.number().int().min(0).max(LARGEST_ID);
/** A short word in callback data: a field key, a choice. */
export const slug = z.string().regex(/^[a-z0-9_-]{1,32}$/);

export const commands = new Map<string, Command>();
export const actions = new Map<string, Action<never[]>>();

export function command(name: string, permission: Permission): Command {
  const made = { name, permission };
  commands.set(name, made);
  return made;
}

type Parsed<Shape extends readonly z.ZodType[]> = { [K in keyof Shape]: z.output<Shape[K]> };

export function action<const Shape extends readonly z.ZodType[]>(
  name: string,
  permission: Permission,
  shape: Shape,
): Action<[...Parsed<Shape>]> {
  type Args = [...Parsed<Shape>];
  const made: Action<Args> = {
    name,
    permission,
    shape,
    data(...args) {
      const data = [name, ...args].join(":");
      if (Buffer.byteLength(data) > 64) throw new RangeError(`callback data too long: ${data}`);
      return data;
    },
    parse(data) {
      const [head, ...rest] = data.split(":");
      if (head !== name || rest.length !== shape.length) return null;
      const parsed = shape.map((type, i) => type.safeParse(rest[i]));
      return parsed.every((one) => one.success) ? (parsed.map((one) => one.data) as Args) : null;
    },
  };
  actions.set(name, made as unknown as Action<never[]>);
  return made;
}

/** Throws not-allowed (or, for somebody nobody knows, stranger). */
export function authorise(ctx: BotContext, permission: Permission): void {
  const roles = ctx.who?.roles ?? ["stranger"];
  if (may(roles, permission)) return;
  // Staff who type in a unit's paper answer its questions; whose, the use case checks.
  if ((permission === "report.write" || permission === "report.link") && ctx.who?.acting) return;
  throw new Problem(roles.includes("stranger") ? "stranger" : "not-allowed");
}

export function onCommand(
  composer: Composer<BotContext>,
  { name, permission }: Command,
  handle: (ctx: BotContext & { match: string }) => Promise<void>,
): void {
  composer.command(name, async (ctx) => {
    authorise(ctx, permission);
    await handle(ctx as BotContext & { match: string });
  });
}

/** The handler may return words for the small notice that answers a tap. */
export function onAction<Args extends unknown[]>(
  composer: Composer<BotContext>,
  { name, permission, parse }: Action<Args>,
  // biome-ignore lint/suspicious/noConfusingVoidType: most handlers have nothing to say
  handle: (ctx: BotContext, ...args: Args) => Promise<string | void>,
): void {
  composer.on("callback_query:data").filter(
    (ctx) => ctx.callbackQuery.data.split(":")[0] === name,
    async (ctx) => {
      authorise(ctx, permission);
      const args = parse(ctx.callbackQuery.data);
      if (!args) throw new Problem("button-old");
      const notice = await handle(ctx, ...args);
      await ctx.answerTap(notice ?? undefined);
    },
  );
}
