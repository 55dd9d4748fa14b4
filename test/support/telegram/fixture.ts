/** What the channel tests begin with: an emulation, a clock, two people, and calls that are awaited. */
import { type BotApi, type BotApiOptions, createBotApi } from "../../../src/channels/sandbox/bot-api.ts";
import type { ApiAnswer, Message, Payload, UploadedFile } from "../../../src/channels/sandbox/model.ts";
import { createClock, type TestClock } from "./clock.ts";

/** Two people; neither has written yet. */
export const AN = { id: 101, first_name: "An", last_name: "Nguyễn", language_code: "vi" } as const;
export const BINH = { id: 102, first_name: "Bình", username: "binh_bt" } as const;

export interface Fixture {
  readonly api: BotApi;
  readonly clock: TestClock;
  /** The result of a call that has to succeed. */
  ok(method: string, payload?: Payload, files?: Map<string, UploadedFile>): Promise<Message>;
  /** The description of a call that has to be refused. */
  refused(method: string, payload?: Payload, files?: Map<string, UploadedFile>): Promise<string>;
}

export function createFixture(options: Partial<BotApiOptions> = {}): Fixture {
  const clock = createClock();
  const api = createBotApi({ now: clock.now, ...options });
  api.addUser(AN);
  api.addUser(BINH);
  const call = (
    method: string,
    payload: Payload = {},
    files?: Map<string, UploadedFile>,
  ): Promise<ApiAnswer> => api.call(method, payload, files);
  return {
    api,
    clock,
    async ok(...args) {
      const answer = await call(...args);
      if (!answer.ok) throw new Error(answer.description);
      return answer.result as Message;
    },
    async refused(...args) {
      const answer = await call(...args);
      if (answer.ok) throw new Error(`${args[0]} was not refused`);
      return answer.description;
    },
  };
}

/** A picture of one pixel; real enough to be taken for a photo. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A file as it would come with a call. */
export const upload = (
  name: string,
  bytes: Uint8Array | string,
  mime = "application/octet-stream",
): UploadedFile => ({
  name,
  mime,
  bytes: Buffer.from(bytes as string),
});
