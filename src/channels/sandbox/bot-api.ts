/**
 * The Bot API in memory: the sandbox talks to it, the flow tests fake Telegram with it, and an HTTP
 * server in front of it stands in for api.telegram.org. One emulation for all three, so that what a
 * newcomer sees in the sandbox is what the tests have proved.
 */
import { numberArg } from "./args.ts";
import { type Core, createMemoryJournal, type Journal, type Method } from "./core.ts";
import { FaultList, type Faults, underFault } from "./faults.ts";
import { MAX_UPLOAD } from "./files.ts";
import { createLimiter, type Limit } from "./limit.ts";
import { callbackMethods } from "./methods/callback.ts";
import { editMethods } from "./methods/edit.ts";
import { effectiveCommands, selfMethods } from "./methods/profile.ts";
import { sendMethods } from "./methods/send.ts";
import { createUpdateMethods, type UpdateMethods } from "./methods/updates.ts";
import type {
  ApiAnswer,
  BotCommand,
  BotUser,
  ChatEvent,
  ChatMessage,
  Files,
  Payload,
  Person,
  StoredFile,
  Update,
} from "./model.ts";
import { createPeople, type People } from "./people.ts";
import { badRequest, Refusal } from "./refusal.ts";
import { apply, createState, type State } from "./state.ts";
import { createUpdates } from "./updates.ts";
import { eventOf, viewMessage, viewPerson } from "./view.ts";

export interface BotApiOptions {
  readonly now: () => Date;
  readonly bot?: BotUser;
  readonly onEvent?: (event: ChatEvent) => void;
  /** Sees every call and its answer; for tests and benches. */
  readonly onCall?: (call: { method: string; payload: Payload; answer: ApiAnswer }) => void;
  /** Ids begin here, where the journal knows none: 1. */
  readonly nextMessageId?: number;
  readonly nextUpdateId?: number;
  readonly limit?: Limit;
  /** Every answer comes this much later, in milliseconds of real time. */
  readonly latencyMs?: number;
  /** How long a tap may wait for its answer: 60,000 ms. */
  readonly queryLifetimeMs?: number;
  /** Where everything is kept; in memory if it is not given. */
  readonly journal?: Journal;
  /** Always so; there is no lenient mode. */
  readonly strict?: true;
}

/** A stored file and its bytes. */
export interface FileWithBytes extends StoredFile {
  readonly bytes: Uint8Array;
}

export interface BotApi extends People, Pick<UpdateMethods, "webhook" | "onWebhook"> {
  readonly bot: BotUser;
  readonly faults: Faults;
  /**
   * Carries out one call of the Bot API.
   * @throws LineCut when a fault cuts the line
   */
  call(method: string, payload: Payload, files?: Files, signal?: AbortSignal): Promise<ApiAnswer>;
  /** The bytes below `/file/bot<token>/`; nothing if there is no such file. */
  download(path: string): Promise<Uint8Array | undefined>;
  users(): Person[];
  /** Both sides of a chat, in order, without what was deleted. */
  chat(userId: number): ChatMessage[];
  /** The menu a person sees. */
  commands(userId: number, languageCode?: string): readonly BotCommand[];
  file(fileId: string): FileWithBytes | undefined;
  /**
   * Hands all updates to `handle`, the ones left from before first, each at once and without waiting
   * for the others; it counts as handled when the promise resolves. Returns a function that ends it.
   */
  onUpdate(handle: (update: Update) => Promise<void>): () => void;
  /** Delivers an update once more, as Telegram does after a lost answer. */
  redeliver(update: Update): void;
  /** Updates nobody has handled yet. */
  pending(): Update[];
  /** Resolves when no handler is at work; rejects with the first error of a handler since last time. */
  idle(): Promise<void>;
  /** Forgets everything but the ids, which go on. */
  reset(): void;
}

/** Methods that show something in a chat; only these count for the limits of speed. */
const SHOWN = /^(?:send(?!chataction)|editmessage)/;

export function createBotApi(options: BotApiOptions): BotApi {
  const bot = options.bot ?? { id: 7_000_000_001, username: "dondoc_sandbox_bot", first_name: "Đôn đốc" };
  const journal = options.journal ?? createMemoryJournal();
  const faults = new FaultList();
  const limiter = options.limit && createLimiter(options.limit);
  const waiting: Core["waiting"] = new Map();
  let state = restored(journal, options);

  const notify = (event: ChatEvent) => options.onEvent?.(event);

  const commit: Core["commit"] = (facts) => {
    if (facts.length === 0) return;
    journal.write(facts);
    for (const fact of facts) apply(state, fact);
    for (const fact of facts) {
      const event = eventOf(state, fact);
      if (event) notify(event);
    }
    for (const fact of facts) if (fact.type === "update") updates.deliver(fact.update);
  };

  const updates = createUpdates({
    state: () => state,
    commit,
    handled: ({ callback_query: query }) => query && waiting.get(query.id)?.(undefined),
  });

  const core: Core = {
    get state() {
      return state;
    },
    journal,
    bot,
    waiting,
    queryLifetime: options.queryLifetimeMs ?? 60_000,
    now: options.now,
    commit,
    notify,
    numbered: (contents) =>
      contents
        .filter((content) => updates.allowed.length === 0 || updates.allowed.some((kind) => kind in content))
        .map((content, index) => ({ update_id: state.lastUpdateId + 1 + index, ...content })),
  };

  const updateMethods = createUpdateMethods(updates);
  const methods = table({
    ...sendMethods,
    ...editMethods,
    ...callbackMethods,
    ...selfMethods,
    ...updateMethods.methods,
  });

  async function answer(
    name: string,
    payload: Payload,
    files: Files,
    signal?: AbortSignal,
  ): Promise<ApiAnswer> {
    const chatId = numberArg(payload, "chat_id");
    try {
      const result = await underFault(faults.take(name, chatId), () => {
        const method = methods.get(name.toLowerCase());
        if (!method) throw new Refusal(404, "Not Found: method not found");
        let size = 0;
        for (const file of files.values()) size += file.bytes.byteLength;
        if (size > MAX_UPLOAD) throw new Refusal(413, "Request Entity Too Large");
        if (limiter && SHOWN.test(name.toLowerCase())) {
          limiter.admit(chatId, options.now().getTime(), messagesIn(payload));
        }
        return method(core, payload, files, signal);
      });
      return { ok: true, result: structuredClone(result) };
    } catch (error) {
      if (error instanceof Refusal) return error.toAnswer();
      throw error;
    }
  }

  return {
    bot,
    faults,
    ...createPeople(core),
    webhook: updateMethods.webhook,
    onWebhook: updateMethods.onWebhook,

    async call(method, payload, files = new Map(), signal) {
      const given = await answer(method, payload, files, signal);
      options.onCall?.({ method, payload, answer: given });
      if (options.latencyMs && method.toLowerCase() !== "getupdates") await pause(options.latencyMs);
      return given;
    },

    download: (path) =>
      underFault(faults.take("download", 0), () => {
        const file = state.filesByPath.get(path);
        return file && journal.bytes(file.hash);
      }),

    users: () => [...state.chats.values()].map(viewPerson),
    chat(userId) {
      const chat = state.chats.get(userId);
      return chat ? [...chat.messages.values()].map((message) => viewMessage(state, chat, message)) : [];
    },
    commands: (userId, languageCode) =>
      effectiveCommands(core, userId, languageCode ?? state.chats.get(userId)?.user.language_code ?? ""),
    file(fileId) {
      const file = state.files.get(fileId);
      const bytes = file && journal.bytes(file.hash);
      return file && bytes && { ...file, bytes };
    },

    onUpdate: (handle) => updates.subscribe(handle),
    redeliver: (update) => commit([{ type: "update", update }]),
    pending: () => [...state.pending.values()],
    idle: () => updates.idle(),

    reset() {
      const { lastMessageId, lastUpdateId } = state;
      journal.reset();
      state = createState();
      for (const settle of waiting.values()) settle(undefined);
      commit([{ type: "counters", messageId: lastMessageId, updateId: lastUpdateId }]);
      notify({ type: "reset" });
    },
  };
}

function restored(journal: Journal, options: BotApiOptions): State {
  const state = createState();
  state.lastMessageId = (options.nextMessageId ?? 1) - 1;
  state.lastUpdateId = (options.nextUpdateId ?? 1) - 1;
  for (const fact of journal.read()) apply(state, fact);
  return state;
}

/** Names of methods are the same in any case. */
const table = (methods: Readonly<Record<string, Method>>): Map<string, Method> =>
  new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));

function messagesIn(payload: Payload): number {
  try {
    const media: unknown = typeof payload.media === "string" ? JSON.parse(payload.media) : payload.media;
    return Array.isArray(media) ? Math.max(1, media.length) : 1;
  } catch {
    throw badRequest("can't parse media JSON object");
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
