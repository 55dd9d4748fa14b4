/** The sandbox channel and the demo committee as the page sees them. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SandboxChannel } from "../channels/sandbox/index.ts";
import type { ChatEvent, ChatMessage } from "../channels/sandbox/model.ts";
import { callingsOf } from "../domain/people/who.ts";
import { program } from "../places.ts";
import type { Db } from "../store/database.ts";
import { findWho } from "../store/people/people.ts";
import type {
  ChatMessage as PageMessage,
  SandboxEvent,
  SandboxPerson,
  SandboxPort,
} from "../web/sandbox-port.ts";
import type { MovableClock } from "./clock.ts";

export interface PortDeps {
  channel: SandboxChannel;
  db: Db;
  clock: MovableClock;
  zone: string;
  /** Runs everything that is due by the clock. */
  settle(): Promise<void>;
  /** Makes everything as it was at the first start. */
  restart(): Promise<void>;
}

const samplePlan = join(program, "demo/ke-hoach-mau.docx");
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export function createPort({ channel, db, clock, zone, settle, restart }: PortDeps): SandboxPort {
  const listeners = new Set<(event: SandboxEvent) => void>();
  const tell = (event: SandboxEvent) => {
    for (const listener of listeners) listener(event);
  };
  channel.subscribe((event) => {
    const seen = eventOf(event);
    if (seen) tell(seen);
  });
  return {
    people: () => Promise.all(channel.users().map((user) => personOf(db, user))),
    chat: async (id) => channel.chat(id).map(messageOf),
    commands: async (id) => [...channel.commands(id)],
    sendText: async (id, text) => void channel.sendText(id, text),
    editText: async (id, messageId, text) => void channel.editText(id, messageId, text),
    async sendFile(id, file, caption) {
      if (file.mime === "image/jpeg" || file.mime === "image/png") channel.sendPhoto(id, file.bytes, caption);
      else channel.sendFile(id, file, caption);
    },
    async tap(id, messageId, data) {
      const text = await channel.tap(id, messageId, data);
      return { text: text || null, alert: (text ?? "").length > 60 };
    },
    async file(fileId) {
      const found = channel.file(fileId);
      return found ? { name: found.name, mime: found.mime, bytes: found.bytes } : null;
    },
    samplePlan: async () => ({ name: "Ke hoach 100-KH.docx", mime: DOCX, bytes: await readFile(samplePlan) }),
    clock: () => ({ now: clock.now().toISOString(), zone, moved: clock.moved() }),
    async moveClock(to) {
      clock.move(to === null ? null : new Date(to));
      tell({ kind: "clock", now: clock.now().toISOString() });
      await settle();
    },
    async restart() {
      await restart();
      tell({ kind: "reset" });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

async function personOf(
  db: Db,
  user: { id: number; first_name: string; last_name?: string | undefined },
): Promise<SandboxPerson> {
  const who = await findWho(db, "sandbox", String(user.id));
  const name = [user.last_name, user.first_name].filter(Boolean).join(" ");
  const { posts, seats } = who ? callingsOf(who) : { posts: [], seats: [] };
  const [post] = posts;
  if (post) return { id: user.id, name, role: post.kind, title: post.title, unit: post.unit };
  const [seat] = seats;
  return { id: user.id, name, role: seat?.role ?? "stranger", title: "", unit: seat?.board ?? null };
}

function messageOf(message: ChatMessage): PageMessage {
  const { file } = message;
  const at = new Date(message.date * 1_000).toISOString();
  return {
    id: message.id,
    from: message.from,
    text: message.text,
    at,
    editedAt: message.edited ? at : null,
    buttons: message.buttons.map((row) =>
      row.map(({ text, data, url }) => ({ text, ...(data ? { data } : {}), ...(url ? { url } : {}) })),
    ),
    file: file
      ? {
          id: file.fileId,
          name: file.name,
          size: file.size,
          mime: file.mime,
          photo: file.kind !== "document",
        }
      : null,
  };
}

function eventOf(event: ChatEvent): SandboxEvent | null {
  if (event.type === "message" || event.type === "edit") {
    return { kind: event.type, personId: event.chatId, message: messageOf(event.message) };
  }
  if (event.type === "user" || event.type === "commands") return { kind: "people" };
  return null;
}
