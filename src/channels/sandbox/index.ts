/**
 * The sandbox: a messenger without a messenger, for whoever has no token yet. Its fetch answers from
 * memory, its updates come from a page on this machine, and its chats outlive a restart.
 */

import type { Capabilities, Channel, UpdateHandler } from "../channel.ts";
import { type BotApi, createBotApi } from "./bot-api.ts";
import { createFetch } from "./fetch.ts";
import { MAX_UPLOAD } from "./files.ts";
import { MAX_TEXT } from "./formatted.ts";
import { openHistory } from "./history.ts";
import { chatIdOf, createLanes, type Lanes } from "./lanes.ts";
import type { ChatEvent } from "./model.ts";
import type { People } from "./people.ts";

export interface SandboxOptions {
  /** Where the chats are kept. */
  readonly folder: string;
  readonly now: () => Date;
}

/** The messenger, and what its page can do with it. */
export interface SandboxChannel
  extends Channel,
    Omit<People, "start">,
    Pick<BotApi, "bot" | "users" | "chat" | "commands" | "file" | "idle" | "reset"> {
  readonly name: "sandbox";
  /** Presses "Start" for a person, or follows an invitation: `/start <payload>`. */
  readonly open: People["start"];
  /** Tells of everything that happens, until the returned function is called. */
  subscribe(listener: (event: ChatEvent) => void): () => void;
  /** Lets the folder go; after `stop`, at the end of the process. */
  close(): void;
}

const can: Capabilities = {
  buttons: true,
  edits: true,
  documents: true,
  maxText: MAX_TEXT,
  maxUpload: MAX_UPLOAD,
  commands: true,
};

/**
 * Opens the sandbox kept in a folder. Updates of one chat are handled one after the other, different
 * chats at once; what was not handled when the process ended is handled at the next start.
 */
export function createSandboxChannel({ folder, now }: SandboxOptions): SandboxChannel {
  const listeners = new Set<(event: ChatEvent) => void>();
  const history = openHistory(folder);
  const api = createBotApi({
    now,
    journal: history,
    // The database remembers which updates it has seen; a folder made anew must not repeat their ids.
    nextUpdateId: Math.floor(now().getTime() / 1000),
    onEvent: (event) => {
      for (const listener of listeners) listener(event);
    },
  });
  let lanes: Lanes | undefined;
  let unsubscribe = () => {};

  const { start: open, ...rest } = api;
  return {
    ...rest,
    name: "sandbox",
    can,
    fetch: createFetch(api),
    open,

    async start(handle: UpdateHandler) {
      const current = createLanes();
      lanes = current;
      unsubscribe = api.onUpdate((update) => current.run(chatIdOf(update), () => handle(update)));
    },

    async stop() {
      unsubscribe();
      await lanes?.close();
      // A handler that failed has told so itself; its update stays for the next start.
      await api.idle().catch(() => undefined);
    },

    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    close: () => history.close(),
  };
}
