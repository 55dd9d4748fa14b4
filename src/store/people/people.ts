/** Persons, their accounts, posts and memberships: who somebody is at this moment. */
import { z } from "zod";
import { mayDecide } from "../../domain/people/reach.ts";
import { type Asks, type Post, type Seat, Who } from "../../domain/people/who.ts";
import { queryPlainly } from "../database/sql.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";
import { isOpenAccount, openAccount } from "./accounts.ts";
import type { ConversationRow } from "./conversations.ts";

const Posts: z.ZodType<Post[]> = z.array(
  z.object({
    unitId: z.number(),
    unitName: z.string(),
    kind: z.enum(["secretary", "deputy"]),
    title: z.string(),
  }),
);
const Seats: z.ZodType<Seat[]> = z.array(
  z.object({
    boardId: z.number(),
    boardName: z.string(),
    isStanding: z.boolean(),
    role: z.enum(["staff", "leader", "administrator"]),
  }),
);
const AsksRow: z.ZodType<Asks> = z.object({
  obligationId: z.number(),
  field: z.string(),
  album: z.string().optional(),
  files: z
    .array(z.object({ name: z.string(), mime: z.string(), size: z.number(), remoteId: z.string() }))
    .optional(),
});

interface WhoRow {
  accountId: number;
  line: string;
  personId: number;
  name: string;
  locale: string | null;
  chatId: bigint | number | string;
  lastMessageId: number | null;
  lastMessageAt: Date | null;
  lastAsks: unknown;
  wroteAt: Date | null;
  paperId: number | null;
  paperReceivedAt: Date | null;
  paperBoardId: number | null;
  paperStandInId: number | null;
  posts: unknown;
  seats: unknown;
}

const whoIs = (channel: string, externalId: string) => Prisma.sql`
    SELECT a."id" AS "accountId", a."channel" AS "line", p."id" AS "personId", p."name", p."locale", a."chatId",
           a."lastMessageId", a."lastMessageAt", a."lastAsks",
           CASE WHEN a."blockedAt" IS NULL THEN a."lastWroteAt" END AS "wroteAt",
           e."obligationId" AS "paperId", e."receivedAt" AS "paperReceivedAt",
           l."boardId" AS "paperBoardId", l."standInId" AS "paperStandInId",
           (SELECT coalesce(json_agg(json_build_object('unitId', u."id", 'unitName', u."name", 'kind', t."kind", 'title', t."title")
                                     ORDER BY u."code"), '[]')
              FROM "Post" t JOIN "Unit" u ON u."id" = t."unitId"
             WHERE t."personId" = p."id" AND t."until" IS NULL AND u."endedOn" IS NULL) AS "posts",
           (SELECT coalesce(json_agg(json_build_object('boardId', b."id", 'boardName', b."name", 'isStanding', b."isStanding", 'role', m."role")
                                     ORDER BY m."id"), '[]')
              FROM "Membership" m JOIN "Board" b ON b."id" = m."boardId"
             WHERE m."personId" = p."id" AND m."until" IS NULL) AS "seats"
      FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
      LEFT JOIN "PaperEntry" e ON e."personId" = p."id"
      LEFT JOIN "Obligation" o ON o."id" = e."obligationId"
      LEFT JOIN "Milestone" t ON t."id" = o."milestoneId"
      LEFT JOIN "Plan" l ON l."id" = t."planId"
     WHERE a."channel" = ${channel} AND a."externalId" = ${externalId}`;

/** Who writes from this account; null for somebody we don't know. */
export async function findWho(db: Db | Tx, channel: string, externalId: string): Promise<Who | null> {
  const [row] = await db.$queryRaw<WhoRow[]>(whoIs(channel, externalId));
  return row ? whoOf(row) : null;
}

/** The same, with the conversation that stands under a key. One statement: it runs for every update. */
export async function findWhoInChat(
  db: Db,
  channel: string,
  externalId: string,
  conversationKey: string,
): Promise<{ who: Who | null; conversation: ConversationRow | null }> {
  type Row = Partial<WhoRow> & { value: unknown; revision: number | null };
  const query = Prisma.sql`
    SELECT w.*, c."value", c."revision"
      FROM (SELECT 1) AS one
      LEFT JOIN (${whoIs(channel, externalId)}) w ON true
      LEFT JOIN "ConversationState" c ON c."key" = ${conversationKey}`;
  const [row] = await queryPlainly<Row>(db, query);
  return {
    who: row && typeof row.accountId === "number" ? whoOf(row as WhoRow) : null,
    conversation: row && row.revision !== null ? { value: row.value, revision: row.revision } : null,
  };
}

function whoOf(row: WhoRow): Who {
  const { accountId, line, personId, name, locale } = row;
  const asks = AsksRow.safeParse(row.lastAsks);
  const last =
    row.lastMessageId !== null && row.lastMessageAt !== null
      ? { messageId: row.lastMessageId, at: row.lastMessageAt, asks: asks.success ? asks.data : null }
      : null;
  const who = new Who(
    { accountId, line, personId, name, locale, chatId: Number(row.chatId), last, wroteAt: row.wroteAt },
    { posts: Posts.parse(row.posts), seats: Seats.parse(row.seats) },
  );
  // With the seat the right to type in paper is gone.
  const { paperId: obligationId, paperReceivedAt: receivedAt, paperBoardId: boardId } = row;
  if (obligationId === null || receivedAt === null || boardId === null) return who;
  const types = mayDecide(who, "paper.enter", { boardId, standInId: row.paperStandInId });
  return types ? who.actingAs({ kind: "paper", obligationId, receivedAt }) : who;
}

/** The same by the person, where they have an account that can be written to; the first of several. */
export async function findWhoByPerson(db: Db | Tx, personId: number): Promise<Who | null> {
  const open = { personId, ...(await openAccount(db)) };
  const account = await db.account.findFirst({ where: open, orderBy: { id: "asc" } });
  return account && findWho(db, account.channel, account.externalId);
}

/** Notes the bot's last message in a chat, so that a later text is known to answer it or not. */
export async function noteLastMessage(
  db: Db,
  accountId: number,
  last: { messageId: number; at: Date; asks: Asks | null },
): Promise<void> {
  const asks = last.asks === null ? null : JSON.stringify(last.asks);
  const note = Prisma.sql`
    UPDATE "Account" SET "lastMessageId" = ${last.messageId}, "lastMessageAt" = ${last.at}, "lastAsks" = ${asks}::jsonb
     WHERE "id" = ${accountId}`;
  await queryPlainly(db, note);
}

/** Somebody writes from this account: here they look, and here they can be written to, whatever was so before. */
export async function noteWriting(db: Db, accountId: number, at: Date): Promise<void> {
  const note = Prisma.sql`UPDATE "Account" SET "lastWroteAt" = ${at}, "blockedAt" = NULL WHERE "id" = ${accountId}`;
  await queryPlainly(db, note);
}

/** One unit with whom a message for it would reach, in the order secretary, deputies. */
export interface UnitContact {
  unitId: number;
  code: string;
  name: string;
  kind: string;
  headTitle: string;
  parentId: number | null;
  holders: {
    personId: number;
    name: string;
    kind: "secretary" | "deputy";
    title: string;
    reachable: boolean;
    blocked: boolean;
  }[];
}

const Holder = z.object({
  personId: z.number(),
  name: z.string(),
  kind: z.enum(["secretary", "deputy"]),
  title: z.string(),
  reachable: z.boolean(),
  blocked: z.boolean(),
});

/** Units that have not ended, with their present holders; reachable by any messenger or not. */
export async function unitContacts(db: Db | Tx, unitIds: number[] | null): Promise<UnitContact[]> {
  const rows = await db.$queryRaw<(Omit<UnitContact, "holders"> & { holders: unknown })[]>`
    SELECT u."id" AS "unitId", u."code", u."name", u."kind", u."headTitle", u."parentId",
           (SELECT coalesce(json_agg(json_build_object('personId', p."id", 'name', p."name", 'kind', t."kind", 'title', t."title",
                     'reachable', EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id" AND ${isOpenAccount}),
                     'blocked', EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id" AND a."blockedAt" IS NOT NULL))
                   ORDER BY t."kind", t."id"), '[]')
              FROM "Post" t JOIN "Person" p ON p."id" = t."personId"
             WHERE t."unitId" = u."id" AND t."until" IS NULL) AS "holders"
      FROM "Unit" u
     WHERE u."endedOn" IS NULL AND (${unitIds === null} OR u."id" = ANY(${unitIds ?? []}::int[]))
     ORDER BY u."code"`;
  return rows.map((row) => ({ ...row, holders: z.array(Holder).parse(row.holders) }));
}
