/**
 * Refusals in Telegram's own words: they were read in the sources of its Bot API server and of TDLib,
 * or in issues that quote the server; a few that nobody quotes are marked where they stand.
 */
import type { ApiAnswer } from "./model.ts";

/** A call that Telegram would refuse. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    description: string,
    readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number },
  ) {
    super(description);
    this.name = "Refusal";
  }

  /** The body Telegram would answer with. */
  toAnswer(): ApiAnswer {
    const body = { ok: false, error_code: this.code, description: this.message } as const;
    return this.parameters ? { ...body, parameters: this.parameters } : body;
  }
}

export const badRequest = (text: string): Refusal => new Refusal(400, `Bad Request: ${text}`);

export const forbidden = (text: string): Refusal => new Refusal(403, `Forbidden: ${text}`);

export const conflict = (text: string): Refusal => new Refusal(409, `Conflict: ${text}`);

/** @param seconds how long the bot has to wait; a whole number, at least 1 */
export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });

/** @param chatId the number the chat has from now on */
export const movedTo = (chatId: number): Refusal =>
  new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id: chatId,
  });
