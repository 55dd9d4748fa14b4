/** Persons, their accounts, posts and memberships: who somebody is at this moment. */
import { z } from "zod";
import type { PersonRole } from "../../domain/people/permissions.ts";
import { queryPlainly } from "../database/sql.ts";
import type { Db, Tx } from "../database.ts";
import { Prisma } from "../generated/client.ts";
import type { ConversationRow } from "./conversations.ts";

const Post = z.object({
  unitId: z.number(),
  unitName: z.string(),
  kind: z.enum(["secretary", "deputy"]),
  title: z.string(),
});
const Membership = z.object({
  boardId: z.number(),
  boardName: z.string(),
  isStanding: z.boolean(),
  role: z.enum(["staff", "leader", "administrator"]),
});
/** The question that the bot's last message in a chat asked. */
const Asks = z.object({
  obligationId: z.number(),
  field: z.string(),
  album: z.string().optional(),
  /** Files that came unasked: the message asks what they are. */
  files: z
    .array(z.object({ name: z.string(), mime: z.string(), size: z.number(), remoteId: z.string() }))
    .optional(),
});
export type Asks = z.infer<typeof Asks>;

/** One person behind one account, as everything in the chat sees them. */
export interface Who {
  accountId: number;
  personId: number;
  name: string;
  locale: string | null;
  chatId: number;
  posts: z.infer<typeof Post>[];
  memberships: z.infer<typeof Membership>[];
  /** Held right now; "stranger" alone where there is none. */
  roles: PersonRole[];
  /** The bot's last message in this chat: its id, moment and the question it asked, if it asked one. */
  last: { messageId: number; at: Date; asks: Asks | null } | null;
  /** Not writing for oneself in a chat: over a signed page, or typing in a unit's paper. */
  acting?: Acting | null;
}

export type Acting =
  | { kind: "web"; obligationId: number }
  | { kind: "paper"; obligationId: number; receivedAt: Date };

interface WhoRow {
  accountId: number;
  personId: number;
  name: string;
  locale: string | null;
  chatId: bigint | number | string;
  lastMessageId: number | null;
  lastMessageAt: Date | null;
  lastAsks: unknown;
  paperId: number | null;
  paperReceivedAt: Date | null;
  posts: unknown;
  memberships: unknown;
}

const whoIs = (channel: string, externalId: string) => Prisma.sql`
    SELECT a."id" AS "accountId", p."id" AS "personId", p."name", p."locale", a."chatId",
           a."lastMessageId", a."lastMessageAt", a."lastAsks",
           e."obligationId" AS "paperId", e."receivedAt" AS "paperReceivedAt",
           (SELECT coalesce(json_agg(json_build_object('unitId', u."id", 'unitName', u."name", 'kind', t."kind", 'title', t."title")
                                     ORDER BY u."code"), '[]')
              FROM "Post" t JOIN "Unit" u ON u."id" = t."unitId"
             WHERE t."personId" = p."id" AND t."until" IS NULL AND u."endedOn" IS NULL) AS "posts",
           (SELECT coalesce(json_agg(json_build_object('boardId', b."id", 'boardName', b."name", 'isStanding', b."isStanding", 'role', m."role")
                                     ORDER BY m."id"), '[]')
              FROM "Membership" m JOIN "Board" b ON b."id" = m."boardId"
             WHERE m."personId" = p."id" AND m."until" IS NULL) AS "memberships"
      FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
      LEFT JOIN "PaperEntry" e ON e."personId" = p."id"
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
  const posts = z.array(Post).parse(row.posts);
  const memberships = z.array(Membership).parse(row.memberships);
  const held = new Set<PersonRole>([
    ...posts.map((post) => post.kind),
    ...memberships.map((one) => one.role),
  ]);
  const asks = Asks.safeParse(row.lastAsks);
  return {
    accountId: row.accountId,
    personId: row.personId,
    name: row.name,
    locale: row.locale,
    chatId: Number(row.chatId),
    posts,
    memberships,
    roles: held.size > 0 ? [...held] : ["stranger"],
    last:
      row.lastMessageId !== null && row.lastMessageAt !== null
        ? { messageId: row.lastMessageId, at: row.lastMessageAt, asks: asks.success ? asks.data : null }
        : null,
    // Only a member of the board types in paper; with the seat the right is gone.
    acting:
      row.paperId !== null && row.paperReceivedAt !== null && memberships.length > 0
        ? { kind: "paper", obligationId: row.paperId, receivedAt: row.paperReceivedAt }
        : null,
  };
}

/** The same by the person, where they have an account on the channel. */
export async function findWhoByPerson(db: Db | Tx, channel: string, personId: number): Promise<Who | null> {
  const account = await db.account.findFirst({
    where: { personId, channel, blockedAt: null },
    orderBy: { id: "asc" },
  });
  return account && findWho(db, channel, account.externalId);
}

/** The boards whose plans a person may read: their own, or all for a member of the standing committee. */
export function readableBoards(who: Who): number[] | "all" {
  if (who.memberships.some((one) => one.isStanding)) return "all";
  return [...new Set(who.memberships.map((one) => one.boardId))];
}

/** Notes the bot's last message in a chat, so that a later text is known to answer it or not. */
export async function noteLastMessage(
  db: Db,
  channel: string,
  chatId: number,
  last: { messageId: number; at: Date; asks: Asks | null },
): Promise<void> {
  const asks = last.asks === null ? null : JSON.stringify(last.asks);
  const note = Prisma.sql`
    UPDATE "Account" SET "lastMessageId" = ${last.messageId}, "lastMessageAt" = ${last.at}, "lastAsks" = ${asks}::jsonb
     WHERE "channel" = ${channel} AND "chatId" = ${chatId}`;
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

/** Units that have not ended, with their present holders; reachable on `channel` or not. */
export async function unitContacts(
  db: Db | Tx,
  channel: string,
  unitIds: number[] | null,
): Promise<UnitContact[]> {
  const rows = await db.$queryRaw<(Omit<UnitContact, "holders"> & { holders: unknown })[]>`
    SELECT u."id" AS "unitId", u."code", u."name", u."kind", u."headTitle", u."parentId",
           (SELECT coalesce(json_agg(json_build_object('personId', p."id", 'name', p."name", 'kind', t."kind", 'title', t."title",
                     'reachable', EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id" AND a."channel" = ${channel} AND a."blockedAt" IS NULL),
                     'blocked', EXISTS (SELECT 1 FROM "Account" a WHERE a."personId" = p."id" AND a."channel" = ${channel} AND a."blockedAt" IS NOT NULL))
                   ORDER BY t."kind", t."id"), '[]')
              FROM "Post" t JOIN "Person" p ON p."id" = t."personId"
             WHERE t."unitId" = u."id" AND t."until" IS NULL) AS "holders"
      FROM "Unit" u
     WHERE u."endedOn" IS NULL AND (${unitIds === null} OR u."id" = ANY(${unitIds ?? []}::int[]))
     ORDER BY u."code"`;
  return rows.map((row) => ({ ...row, holders: z.array(Holder).parse(row.holders) }));
}
