/** The rooms of src, in the order in which imports may point: down this list, never up, never across. */
import type { Import } from "./source.ts";

/** Rooms of one rank stand in one row; a file directly in src is "top" unless it is named here. */
const ranks: readonly (readonly string[])[] = [
  ["top"],
  ["demo"],
  ["web", "jobs", "cli", "channels", "channels/telegram", "channels/sandbox", "delivery"],
  ["chat"],
  ["cases"],
  ["documents", "store"],
  ["domain"],
];

/** May be used by every room but domain. */
const shared = ["src/config.ts", "src/i18n.ts", "src/places.ts"];

/** Entry points begin everything, wherever they lie; and nothing imports them. */
const entries = ["src/main.ts", "src/cli/main.ts"];

/** What demo may use of the rooms below it: it is the sandbox's content, not a second composition root. */
const demoMay = ["channels/sandbox", "web", "store", "cases", "domain", "shared"];

export function roomOf(file: string): string {
  if (shared.includes(file)) return "shared";
  if (entries.includes(file)) return "top";
  const [, room = "", next = "", ...rest] = file.split("/");
  if (next === "") return "top";
  // Each messenger has a room of its own; what lies directly in channels/ belongs to all of them.
  return room === "channels" && rest.length > 0 ? `${room}/${next}` : room;
}

const rankOf = (room: string) => ranks.findIndex((row) => row.includes(room));

/** Why this import is not allowed, or null. */
export function wrong({ from, to, typeOnly }: Pick<Import, "from" | "to" | "typeOnly">): string | null {
  const here = roomOf(from);
  if (here !== "shared" && rankOf(here) < 0) return `"${here}" is no room of the house`;
  if (to === null) return "leads nowhere";
  if (!to.startsWith("src/")) {
    if (to.includes("/") && !to.startsWith("@") && !to.startsWith("node:")) return "leads out of src";
    return here === "domain" && to !== "luxon" ? "domain imports itself and luxon, nothing else" : null;
  }
  if (entries.includes(to)) return "nothing imports an entry point";
  const there = roomOf(to);
  if (to.startsWith("src/store/generated/") && here !== "store" && !typeOnly)
    return "only store runs Prisma's client; others know its types at most";
  if (here === there) return null;
  if (here === "shared")
    return there === "domain" ? null : "config, i18n and places import domain and each other";
  if (there === "shared") return here === "domain" ? "domain knows no settings and no texts" : null;
  if (here === "demo" && !demoMay.includes(there)) return `demo does not use ${there}`;
  if (here === "demo" && there === "web") return typeOnly ? null : "demo uses no more than the types of web";
  // A messenger keeps to the contract that lies beside it.
  if (there === "channels" && here.startsWith("channels/")) return null;
  const [a, b] = [rankOf(here), rankOf(there)];
  if (a === b) return `${here} and ${there} are of one rank`;
  return a < b ? null : `${there} stands above ${here}`;
}

/** Parts of the house whose files lie by subject, a folder each. These folders know one another one way only. */
export const bySubject = ["src/cases", "src/store", "src/documents/read"];

/** The folder of a subject that a file lies in; null for what lies flat in the room, or elsewhere. */
export function subjectOf(room: string, file: string): string | null {
  const [subject = "", ...rest] = file.startsWith(`${room}/`) ? file.slice(room.length + 1).split("/") : [];
  return rest.length > 0 ? `${room}/${subject}` : null;
}

/** What the subjects of a room import of one another. */
export function betweenSubjects(room: string, imports: readonly Pick<Import, "from" | "to">[]) {
  return imports.flatMap(({ from, to }) => {
    const [here, there] = [subjectOf(room, from), to && subjectOf(room, to)];
    return here && there && here !== there ? [{ from: here, to: there }] : [];
  });
}

/** The parts of chat, in the order in which imports may point: down this list. What is not named lies at its ground. */
const chatRanks: readonly (readonly string[])[] = [
  ["bot"],
  ["features"],
  ["middleware"],
  ["dialogues"],
  ["questions", "lookup"],
  ["phrases"],
  ["buttons"],
  ["ground"],
];

/** A feature by its folder. What declares its buttons belongs to no folder: features know one another by it. */
export function chatPartOf(file: string): { part: string; feature: string | null } | null {
  const [, path] = /^src\/chat\/(.+)$/.exec(file) ?? [];
  if (path === undefined) return null;
  if (path === "bot.ts") return { part: "bot", feature: null };
  const [part = "", feature = "", name] = path.split("/");
  if (part === "features" && name === "actions.ts") return { part: "buttons", feature: null };
  if (part === "features") return { part, feature };
  return { part: path.includes("/") ? part : "ground", feature: null };
}

/** Why an import between two files of chat is not allowed, or null. */
export function wrongInChat({ from, to }: Pick<Import, "from" | "to">): string | null {
  const [here, there] = [chatPartOf(from), to === null ? null : chatPartOf(to)];
  if (!here || !there) return null;
  const rankOf = ({ part }: { part: string }) => chatRanks.findIndex((row) => row.includes(part));
  const [a, b] = [rankOf(here), rankOf(there)];
  if (a < 0 || b < 0) return `"${a < 0 ? here.part : there.part}" is no part of chat`;
  if (here.feature !== there.feature && there.feature && here.part === "features")
    return "features know one another by their buttons only";
  if (a === b) return here.part === there.part ? null : `${here.part} and ${there.part} are of one rank`;
  return a < b ? null : `${there.part} stands above ${here.part}`;
}

/** Groups of files that import one another, in a circle. */
export function circles(imports: readonly Pick<Import, "from" | "to">[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (!next.has(from)) next.set(from, new Set());
    if (to?.startsWith("src/")) next.get(from)?.add(to);
  }
  // Tarjan: a strongly connected component of more than one file is a circle; so is a file that imports itself.
  const found: string[][] = [];
  const [order, low, path, onPath] = [
    new Map<string, number>(),
    new Map<string, number>(),
    [] as string[],
    new Set(),
  ];
  const visit = (file: string) => {
    const at = order.size;
    order.set(file, at);
    low.set(file, at);
    path.push(file);
    onPath.add(file);
    for (const other of next.get(file) ?? []) {
      if (!order.has(other)) visit(other);
      if (onPath.has(other)) low.set(file, Math.min(low.get(file) ?? at, low.get(other) ?? at));
    }
    if (low.get(file) !== at) return;
    const circle = path.splice(path.indexOf(file));
    for (const one of circle) onPath.delete(one);
    if (circle.length > 1 || next.get(file)?.has(file)) found.push(circle.sort());
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}
