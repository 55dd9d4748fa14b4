/**
 * Golden chats. A `.chat` file reads like a chat: what people do, and what the bot answers. The runner does what the
 * people do, writes down everything the bot says, and the whole must be the file again, letter by letter.
 *
 *   @ 2024-04-22 07:30            the clock moves there; what falls due happens
 *   @ khởi động lại               the process is killed and started again
 *   @ máy nghỉ đến 2024-04-25 08:10   nobody listens until then
 *   @ có trang web                there is a public address: signed pages can be offered
 *   @ không có trang web          … and there is none any more
 *   @ biểu mẫu có mục riêng tư    plans ask two questions from now on, the second a private one
 *   @ mạng hỏng: 2 tệp            the next two downloads from the messenger fail
 *   @ bị chặn: bí thư A           Telegram refuses the next message to that chat: the bot is blocked
 *   @ bị từ chối: bí thư A        … as one that can't be sent
 *   @ biểu mẫu số liệu cho 31-KH/BTG đến 2024-05-31   a plan is out that asks for this form (forms.ts)
 *   @ biểu mẫu của 31-KH/BTG đổi thành số liệu, bản mới
 *   @ kỳ trước của bí thư A, 31-KH/BTG: members=45    what the unit sent for it last time
 *   bí thư A> /report             somebody writes
 *   bí thư A> [Báo cáo]           somebody taps (the newest message that has such a button)
 *   bí thư A> [Bỏ qua] cũ         … the one before that, or a button that is gone
 *   bí thư A> <tệp ban-ky.pdf>    a file (an .xlsx may stand in test/flow/forms as .txt); also <ảnh>, <trang 1>, <trang 2, 3>, <album 3>, <sticker>, <chuyển tiếp: chữ>, <lớn 60 kh.docx>
 *   bí thư A> <mở liên kết>       opens the newest address in the own chat; <mở liên kết cũ>: the one before that
 *   bí thư A> <trang: 1=12/4 | 4=Trực tiếp | [Lưu lại]>   types beside the questions of that page, and presses
 *   bí thư A> <trang: 2=<tệp trang-2.png> | [Lưu lại]>   chooses a file there
 *   bí thư A> <trả lời [Đã nhận]: rõ>   a reply to the newest message that has such a button
 *   bí thư A> <sửa 45: 46>        edits the own message that says 45
 *   bí thư A> <cùng lúc: 45 | 46> two messages before the bot has answered the first
 *   # …                           a remark
 */
import { readFileSync } from "node:fs";
import { noteHearing } from "../../src/cases/obligation/note-hearing.ts";
import type { ChatEvent, ChatMessage } from "../../src/channels/sandbox/model.ts";
import { askWith, privately } from "./ask-with.ts";
import { cast, type Role } from "./cast.ts";
import { bytesOf, pagePhoto } from "./fixtures.ts";
import { publishForm, reviseForm, sentBefore } from "./forms.ts";
import { type Pages, pagesOf, WEB_URL } from "./page.ts";
import { PNG } from "./telegram/fixture.ts";
import { workbookOf } from "./workbooks.ts";
import type { World } from "./world.ts";

const roles = Object.keys(cast) as Role[];

interface Step {
  line: string;
  who: Role | null;
  does: string;
}

/** Replays the inputs of a chat and returns the whole chat as it really went. */
export async function replay(world: World, source: string): Promise<string> {
  const out: string[] = [];
  const buffer: ChatEvent[] = [];
  world.onEvent((event) => void buffer.push(event));
  const pages = pagesOf(world);
  const steps = parse(source);
  for (const [at, step] of steps.entries()) {
    out.push(step.line);
    if (step.line.startsWith("#")) continue;
    buffer.length = 0;
    const page = step.who ? await onPage(world, pages, step.who, step.does) : null;
    if (page) out.push(...page);
    else if (step.who) await act(world, step.who, step.does);
    else await direct(world, step.does);
    // Those who wait for nobody's word look again within seconds: before hours pass, and at the end.
    const next = steps.slice(at + 1).find(({ line }) => !line.startsWith("#"));
    await (next?.who ? world.calm() : world.settle());
    out.push(...chatByChat(atRest(buffer), step.who).flatMap((event) => describe(event) ?? []));
  }
  return `${out.join("\n").trimEnd()}\n`;
}

/**
 * What is seen when all has come to rest. A message that was changed since is what it became: whether "…" or a
 * progress was shown for a moment depends on who was quicker.
 */
function atRest(events: readonly ChatEvent[]): ChatEvent[] {
  const idOf = (event: ChatEvent) =>
    event.type === "message" || event.type === "edit" ? `${event.chatId}:${event.message.id}` : null;
  const last = new Map(events.map((event, at) => [idOf(event), at]));
  const fresh = new Set(events.flatMap((event) => (event.type === "message" ? [idOf(event)] : [])));
  return events.flatMap((event, at) => {
    const id = idOf(event);
    if (id !== null && last.get(id) !== at) return [];
    return event.type === "edit" && fresh.has(id) ? [{ ...event, type: "message" as const }] : [event];
  });
}

/** First what is said to the one who acts, then to the others in their order: they are written to side by side. */
function chatByChat(events: readonly ChatEvent[], who: Role | null): ChatEvent[] {
  const place = (event: ChatEvent) => {
    if (!("chatId" in event)) return -2;
    return event.chatId === (who && cast[who].id)
      ? -1
      : roles.findIndex((role) => cast[role].id === event.chatId);
  };
  return events.toSorted((a, b) => place(a) - place(b));
}

function parse(source: string): Step[] {
  return source.split("\n").flatMap((line): Step[] => {
    if (line.startsWith("#")) return [{ line, who: null, does: "" }];
    if (line.startsWith("@ ")) return [{ line, who: null, does: line.slice(2) }];
    const who = roles.find((role) => line.startsWith(`${role}> `));
    return who ? [{ line, who, does: line.slice(who.length + 2) }] : [];
  });
}

async function direct(world: World, does: string): Promise<void> {
  if (does === "khởi động lại") return world.restart();
  const refused = /^bị (chặn|từ chối): (.+)$/.exec(does);
  if (refused) {
    const { id } = cast[refused[2] as Role];
    return world.api.faults.next({ chatId: id }, { kind: refused[1] === "chặn" ? "403" : "400" });
  }
  if (does === "có trang web" || does === "không có trang web") {
    world.webUrl = does === "có trang web" ? WEB_URL : null;
    return;
  }
  if (does === "biểu mẫu có mục riêng tư") return askWith(world, privately);
  const broken = /^mạng hỏng: (\d+) tệp$/.exec(does)?.[1];
  if (broken) {
    for (let i = 0; i < Number(broken); i++)
      world.api.faults.next({ method: "download" }, { kind: "network" });
    return;
  }
  const form = /^biểu mẫu (.+) cho (\S+) đến (\S+)$/.exec(does);
  if (form) return publishForm(world, form[2] ?? "", form[1] ?? "", form[3] ?? "");
  const revised = /^biểu mẫu của (\S+) đổi thành (.+)$/.exec(does);
  if (revised) return reviseForm(world, revised[1] ?? "", revised[2] ?? "");
  const before = /^kỳ trước của (.+), (\S+): (.+)$/.exec(does);
  if (before) {
    const answers = (before[3] ?? "").split(", ").map((one) => one.split("="));
    const numbers = Object.fromEntries(answers.map(([key, value]) => [key, Number(value)]));
    return sentBefore(world, before[1] as Role, before[2] ?? "", numbers);
  }
  const away = /^máy nghỉ đến (.+)$/.exec(does)?.[1];
  if (away) {
    await noteHearing(world.cases, "telegram", world.clock.now());
    world.clock.set(`${away.replace(" ", "T")}:00+07:00`);
    await noteHearing(world.cases, "telegram", world.clock.now());
    return;
  }
  world.clock.set(`${does.replace(" ", "T")}:00+07:00`);
}

/** What the signed page says to somebody; null where it is not the page that they turn to. */
async function onPage(world: World, pages: Pages, who: Role, does: string): Promise<string[] | null> {
  const said = (lines: string[]) =>
    lines.map((line, at) => (at === 0 ? `trang → ${who}> ${line}` : `    ${line}`));
  const opens = /^<mở liên kết( cũ)?>$/.exec(does);
  if (opens) {
    world.clock.advance(1_000);
    const found = world.api.chat(cast[who].id).flatMap((one) => one.text.match(ADDRESS) ?? []);
    const path = [...new Set(found)].at(opens[1] ? -2 : -1);
    if (!path) throw new Error(`${who} has been given no address`);
    return said(await pages.open(path));
  }
  const [, typed] = /^<trang: (.+)>$/s.exec(does) ?? [];
  if (typed === undefined) return null;
  world.clock.advance(1_000);
  const parts = typed.split(" | ").map((part) => part.replaceAll("⏎", "\n"));
  return said(await pages.send(parts.slice(0, -1), (parts.at(-1) ?? "").slice(1, -1)));
}

const ADDRESS = /\/f\/[\w-]{27}\.[\w-]{22}/g;

async function act(world: World, who: Role, does: string): Promise<void> {
  const { id } = cast[who];
  const { api } = world;
  world.clock.advance(1_000);
  const tap = /^\[(.+)\]( cũ)?$/.exec(does);
  if (tap?.[1]) {
    // Not awaited: an answer may come only after the workers have done their part.
    void api.tap(id, ...buttonOf(api.chat(id), tap[1], Boolean(tap[2])), { stale: true });
    return;
  }
  const special = /^<(.+)>$/.exec(does)?.[1];
  if (special === undefined) {
    const text = does.replaceAll("⏎", "\n").replace("<mã>", () => lastCode(world));
    return void api.sendText(id, text);
  }
  const [, name = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(special) ?? [];
  if (special === "mã") api.sendText(id, lastCode(world));
  else if (special === "ảnh") api.sendPhoto(id, PNG);
  else if (name === "trang") {
    const pages = rest.split(", ").map((page) => pagePhoto(Number(page)));
    if (pages.length === 1 && pages[0]) api.sendPhoto(id, pages[0]);
    else
      api.sendAlbum(
        id,
        pages.map((bytes, i) => ({ name: `${i}.png`, mime: "image/png", bytes })),
      );
  } else if (special === "sticker") api.sendSticker(id);
  else if (name === "album")
    api.sendAlbum(
      id,
      Array.from({ length: Number(rest) }, (_, i) => ({
        name: `${i}.png`,
        mime: "image/png",
        bytes: Buffer.concat([PNG, Buffer.from([i])]),
      })),
    );
  else if (name === "tệp")
    api.sendFile(id, {
      name: rest.split("/").at(-1) ?? rest,
      mime: mimeOf(rest),
      bytes: (await workbookOf(rest)) ?? bytesOf(rest),
    });
  else if (name === "lớn")
    api.sendFile(id, {
      name: rest.split(" ")[1] ?? "",
      mime: mimeOf(rest),
      bytes: Buffer.from("x"),
      size: Number(rest.split(" ")[0]) * 1_048_576,
    });
  else if (special.startsWith("trả lời [")) {
    const [, button = "", text = ""] = /^trả lời \[(.+?)\]: (.+)$/s.exec(special) ?? [];
    const [replyTo] = buttonOf(api.chat(id), button, false);
    api.sendText(id, text, { replyTo });
  } else if (special.startsWith("chuyển tiếp: ")) api.sendText(id, special.slice(13), { forward: true });
  else if (special.startsWith("dán: "))
    for (const part of pieces(bytesOf(special.slice(5)).toString("utf8"))) api.sendText(id, part);
  else if (special.startsWith("cùng lúc: "))
    for (const text of special.slice(10).split(" | ")) api.sendText(id, text);
  else if (name === "sửa") {
    const [before = "", after = ""] = rest.replaceAll("⏎", "\n").split(": ");
    const own = api
      .chat(id)
      .filter((message) => message.from === "person" && message.text === before)
      .at(-1);
    if (!own) throw new Error(`${who} has not written "${before}"`);
    api.editText(id, own.id, after);
  } else throw new Error(`what is <${special}>?`);
}

function buttonOf(
  chat: readonly ChatMessage[],
  text: string,
  older: boolean,
): [messageId: number, data: string] {
  const found = chat
    .flatMap((message) =>
      message.buttons
        .flat()
        .flatMap((button) =>
          button.text === text && button.data ? [[message.id, button.data] as [number, string]] : [],
        ),
    )
    .reverse();
  const remembered = seen.get(`${chat[0]?.chatId}:${text}`);
  const chosen = older ? (found[1] ?? remembered) : (found[0] ?? remembered);
  if (!chosen) throw new Error(`no button [${text}] in this chat; it says:\n${chat.at(-1)?.text}`);
  seen.set(`${chat[0]?.chatId}:${text}`, chosen);
  return chosen;
}
/** Buttons tapped once can be tapped again after they are gone, as with two quick taps. */
const seen = new Map<string, [number, string]>();

function describe(event: ChatEvent): string[] | null {
  if (event.type === "answer" && event.text) return [`(${nameOf(event.chatId)} thấy: ${event.text})`];
  if (event.type === "delete") return [`(xóa ${event.messageIds.length} tin của ${nameOf(event.chatId)})`];
  if ((event.type !== "message" && event.type !== "edit") || event.message.from !== "bot") return null;
  const { message } = event;
  const head = `bot → ${nameOf(event.chatId)}${event.type === "edit" ? " (sửa tin)" : ""}>`;
  const file = message.file ? [`📎 ${message.file.name}`] : [];
  const text = message.text === "" ? [] : message.text.replace(ADDRESS, "/f/…").split("\n");
  const rows = message.buttons.map((row) => row.map((button) => `[${button.text}]`).join(" "));
  const [first = "", ...rest] = [...file, ...text, ...rows];
  return [`${head} ${first}`, ...rest.map((line) => `    ${line}`.trimEnd())];
}

function lastCode(world: World): string {
  const said = Object.values(cast)
    .flatMap(({ id }) => world.api.chat(id))
    .sort((a, b) => b.id - a.id);
  const code = said.map((message) => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(message.text)?.[0]).find(Boolean);
  if (!code) throw new Error("nobody was given a code");
  return code;
}

const nameOf = (chatId: number) => roles.find((role) => cast[role].id === chatId) ?? String(chatId);

const pieces = (text: string) =>
  Array.from({ length: Math.ceil(text.length / 4_000) }, (_, i) => text.slice(i * 4_000, (i + 1) * 4_000));

function mimeOf(name: string): string {
  const kinds: Record<string, string> = {
    pdf: "application/pdf",
    txt: "text/plain",
    png: "image/png",
    heic: "image/heic",
    docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  };
  return kinds[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

export function readChat(path: string | URL): string {
  return readFileSync(path, "utf8");
}
