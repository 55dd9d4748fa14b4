/** `invite UNIT --post …` and `invite --role …`: a code for one person, shown this one time. */
import { ALREADY, type CaseContext } from "../cases/case.ts";
import { invite } from "../cases/people/invite.ts";
import { type Config, readConfig } from "../config.ts";
import { qrTerminal } from "../documents/write/qr.ts";
import { writtenCode } from "../domain/people/invitation.ts";
import type { Place } from "../domain/people/reach.ts";
import { createWords, type Words } from "../i18n.ts";
import { isAdministered } from "../store/people/boards.ts";
import { unitContacts } from "../store/people/people.ts";
import { askBotName } from "./bot-name.ts";
import { chooseBoard } from "./choose-board.ts";
import { Failure, readArguments, type Terminal, UsageError } from "./command.ts";
import { findByCode, nearCodes } from "./near-codes.ts";
import { withCases } from "./open-cases.ts";

const posts = ["secretary", "deputy"] as const;
const roles = ["staff", "leader", "administrator"] as const;

type Seat =
  | { unit: string; post: (typeof posts)[number] }
  | { board: string | null; role: (typeof roles)[number] };

export async function inviteSomebody(args: string[], terminal: Terminal): Promise<number> {
  const { seat, bot } = readInviteArguments(args);
  const config = readConfig(process.env);
  const words = createWords(config.timeZone, config.defaultLocale)(config.defaultLocale);
  const made = await withCases({ config, words, terminal, what: "invite" }, async (ctx) => {
    const { place, name } = "post" in seat ? await findUnit(ctx, seat) : await findBoard(ctx, seat);
    const invitation = await invite(ctx, null, place);
    // Only an update can have been known before, and there is none here.
    if (invitation === ALREADY) throw new Error("an invitation without an update was known already");
    return { ...invitation, name, confirmed: await isAdministered(ctx.db) };
  });
  const role = words.t("post" in seat ? `people-seat-${seat.post}` : `people-role-${seat.role}`);
  terminal.out(words.t("cli-invite-code", { code: writtenCode(made.code) }));
  terminal.out(words.t("cli-invite-for", { role, place: made.name }));
  terminal.out(words.t("cli-invite-until", { until: words.moment(made.expiresAt) }));
  const link = await linkFor(made.code, bot, config, words, terminal);
  if (link) terminal.out(`${words.t("cli-invite-link", { link })}\n\n${qrTerminal(link)}\n`);
  terminal.say(words.t(link ? "cli-invite-how" : "cli-invite-how-code"));
  if (!made.confirmed) terminal.say(words.t("cli-invite-no-administrator"));
  if (!config.telegram) terminal.say(words.t("cli-sandbox-apart"));
  return 0;
}

/** Throws UsageError. */
export function readInviteArguments(args: string[]): { seat: Seat; bot: string | null } {
  const { values, positionals } = readArguments(args, {
    post: { type: "string" },
    role: { type: "string" },
    board: { type: "string" },
    bot: { type: "string" },
  });
  const [unit, ...more] = positionals;
  const forUnit = unit !== undefined && !values.role && !values.board && values.post !== undefined;
  const forBoard = unit === undefined && !values.post && values.role !== undefined;
  if (more.length > 0 || (!forUnit && !forBoard)) throw new UsageError("cli-wrong-invite");
  const seat: Seat = forUnit
    ? { unit, post: oneOf("--post", posts, values.post) }
    : { board: values.board ?? null, role: oneOf("--role", roles, values.role) };
  return { seat, bot: values.bot === undefined ? null : readBotName(values.bot) };
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string | undefined): T {
  const choice = choices.find((one) => one === value);
  if (!choice) throw new UsageError("cli-wrong-choice", { option, choices: choices.join(", ") });
  return choice;
}

/** `name`, `@name` or the bot's address. */
function readBotName(text: string): string {
  const name = text.trim().replace(/^(https?:\/\/)?(t\.me\/|@)/i, "");
  if (!/^[a-z]\w{4,31}$/i.test(name)) throw new UsageError("cli-wrong-bot", { name: text });
  return name;
}

interface Found {
  place: Place;
  name: string;
}

async function findUnit(ctx: CaseContext, seat: Extract<Seat, { unit: string }>): Promise<Found> {
  const units = await unitContacts(ctx.db, null);
  const unit = findByCode(seat.unit, units);
  if (unit) return { place: { unitId: unit.unitId, post: seat.post }, name: unit.name };
  if (units.length === 0) throw new Failure("cli-units-none", { code: seat.unit });
  const near = nearCodes(seat.unit, units).map((one) => `  ${one.code}  ${one.name}`);
  throw new Failure("cli-unit-unknown", { code: seat.unit, near: near.join("\n") });
}

async function findBoard(ctx: CaseContext, seat: Extract<Seat, { role: string }>): Promise<Found> {
  const board = await chooseBoard(ctx, seat.board);
  return { place: { boardId: board.id, role: seat.role }, name: board.name };
}

/** The link that hands the code over, or null; why there is none is said. */
async function linkFor(
  code: string,
  bot: string | null,
  config: Config,
  words: Words,
  terminal: Terminal,
): Promise<string | null> {
  const answer = bot ? { username: bot } : config.telegram && (await askBotName(config.telegram));
  if (answer && "username" in answer) return `https://t.me/${answer.username}?start=${code}`;
  terminal.say(words.t(answer ? `cli-invite-bot-${answer.failed}` : "cli-invite-no-token"));
  return null;
}
