/**
 * The entrance: what an update is, checked once for everything behind it. Whatever a messenger (or somebody who knows
 * the webhook's secret) sends that is none is dropped, counted, and said in one line of the log for all of a moment.
 * What nobody here reads may be whatever it likes, but must be fit to be kept: no NUL, no half letters, no numbers
 * without end, since a conversation keeps the update as it came.
 */
import type { MiddlewareFn } from "grammy";
import { z } from "zod";
import type { BotContext, ChatDeps } from "../context.ts";

const whole = z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const positive = whole.min(1);
/** As our columns hold it. */
const messageId = z.number().int().min(0).max(2_147_483_647);
/** Seconds, to the year 2100: what is beyond is no moment of a message. */
const moment = z.number().int().min(0).max(4_102_444_800);
const short = z.string().max(1_000);
const long = z.string().max(100_000);

const user = z.looseObject({
  id: positive,
  is_bot: z.boolean(),
  first_name: short,
  last_name: short.optional(),
  username: short.optional(),
  language_code: short.optional(),
});
const chat = z.looseObject({ id: whole, type: short });
const entities = z.array(z.looseObject({ type: short, offset: whole, length: whole })).max(1_000);
const file = {
  file_id: z.string().min(1).max(1_000),
  file_size: whole.min(0).optional(),
};
const document = z.looseObject({ ...file, file_name: long.optional(), mime_type: short.optional() });
const photo = z.array(z.looseObject({ ...file, width: whole.optional(), height: whole.optional() })).max(100);

const bare = { message_id: messageId, date: moment, chat };
const message = z.looseObject({
  ...bare,
  from: user.optional(),
  edit_date: moment.optional(),
  text: long.optional(),
  caption: long.optional(),
  entities: entities.optional(),
  caption_entities: entities.optional(),
  document: document.optional(),
  photo: photo.optional(),
  media_group_id: short.optional(),
  reply_to_message: z.looseObject({ message_id: messageId }).optional(),
});

const Update = z.looseObject({
  update_id: positive,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string().min(1).max(1_000),
      from: user,
      // Of one that is too old to be seen only where it stood.
      message: z.looseObject({ ...bare, text: long.optional() }).optional(),
      data: short.optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, from: user, date: moment, new_chat_member: z.looseObject({ status: short }) })
    .optional(),
});

const DEEPEST = 40;
const MOST_PARTS = 50_000;

/** Whether the database can keep it, whatever it means. */
function isSound(update: unknown): boolean {
  let parts = 0;
  const sound = (part: unknown, depth: number): boolean => {
    if (++parts > MOST_PARTS || depth > DEEPEST) return false;
    if (typeof part === "string") return !part.includes("\0") && !/\p{Cs}/u.test(part);
    if (typeof part === "number") return Number.isFinite(part);
    if (typeof part !== "object" || part === null) return true;
    return Object.entries(part).every(([key, value]) => sound(key, depth) && sound(value, depth + 1));
  };
  return sound(update, 0);
}

export const isUpdate = (update: unknown): boolean => isSound(update) && Update.safeParse(update).success;

export function admit({ drops }: Pick<ChatDeps, "drops">): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (isUpdate(ctx.update)) await next();
    else drops.note();
  };
}
