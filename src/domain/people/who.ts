/**
 * Somebody behind an account: which posts of units and which seats on boards they hold right now. Those are no fields:
 * whoever wants to know what this person may do asks `reach.ts`, so that there is one answer everywhere. The class
 * itself is used in domain/people and store/people alone, everywhere else it is a type; test/architecture sees to it.
 */
import { may, type Permission, type PersonRole } from "./permissions.ts";

export interface Post {
  unitId: number;
  unitName: string;
  kind: "secretary" | "deputy";
  title: string;
}

/** A seat on a board; `isStanding`: that board is the standing committee, which reads what all others do. */
export interface Seat {
  boardId: number;
  boardName: string;
  isStanding: boolean;
  role: "staff" | "leader" | "administrator";
}

/** Not writing for oneself in a chat: over a signed page, or typing in a unit's paper. */
export type Acting =
  | { kind: "web"; obligationId: number }
  | { kind: "paper"; obligationId: number; receivedAt: Date };

/** The question that the bot's last message in a chat asked. */
export interface Asks {
  obligationId: number;
  field: string;
  album?: string | undefined;
  /** Files that came unasked: the message asks what they are. */
  files?: { name: string; mime: string; size: number; remoteId: string }[] | undefined;
}

/** What is known of a person besides what they hold. */
export interface Facts {
  accountId: number;
  /** The line this account is on; null over a page, where nobody writes from one. */
  line: string | null;
  personId: number;
  name: string;
  locale: string | null;
  chatId: number;
  /** The bot's last message in this chat: its id, moment and the question it asked, if it asked one. */
  last: { messageId: number; at: Date; asks: Asks | null } | null;
  /** When they last wrote here, to the hour; null: nobody knows, or the account was taken for closed. */
  wroteAt: Date | null;
}

/** What a person holds right now; in the order in which they are shown. */
export interface Held {
  posts: readonly Post[];
  seats: readonly Seat[];
}

export class Who implements Facts {
  readonly accountId: number;
  readonly line: string | null;
  readonly personId: number;
  readonly name: string;
  readonly locale: string | null;
  readonly chatId: number;
  readonly last: Facts["last"];
  readonly wroteAt: Date | null;
  /** The verbs this person has anywhere come by these; "stranger" alone where there is none. */
  readonly roles: readonly PersonRole[];
  readonly acting: Acting | null;
  readonly #held: Held;

  constructor(facts: Facts, held: Held, acting: Acting | null = null) {
    this.accountId = facts.accountId;
    this.line = facts.line;
    this.personId = facts.personId;
    this.name = facts.name;
    this.locale = facts.locale;
    this.chatId = facts.chatId;
    this.last = facts.last;
    this.wroteAt = facts.wroteAt;
    this.acting = acting;
    this.#held = held;
    const roles = [...held.posts.map((post) => post.kind), ...held.seats.map((seat) => seat.role)];
    this.roles = roles.length > 0 ? [...new Set(roles)] : ["stranger"];
  }

  /** For domain/people alone. */
  static held(who: Who): Held {
    return who.#held;
  }

  /** The same person, typing in a unit's paper from now on. */
  actingAs(acting: Acting): Who {
    return new Who(this, this.#held, acting);
  }

  /** The same person, spoken to in another language. */
  speaking(locale: string): Who {
    const { accountId, line, personId, name, chatId, last, wroteAt } = this;
    return new Who(
      { accountId, line, personId, name, chatId, last, wroteAt, locale },
      this.#held,
      this.acting,
    );
  }
}

/** Whether nobody knows this person: neither a unit nor a board, or one that still waits for a confirmation. */
export function isStranger(who: Who | null): boolean {
  return who === null || who.roles.includes("stranger");
}

/** Whether a person has a verb at all; on which rows, `reach.ts` says. */
export function hasVerb(who: Who, verb: Permission): boolean {
  return may(who.roles, verb);
}

/** What a person is called: their posts and seats as lists show them. Nothing to ask a right by. */
export function callingsOf(who: Who): {
  posts: readonly { kind: Post["kind"]; title: string; unit: string }[];
  seats: readonly { role: Seat["role"]; board: string }[];
} {
  const { posts, seats } = Who.held(who);
  return {
    posts: posts.map(({ kind, title, unitName }) => ({ kind, title, unit: unitName })),
    seats: seats.map(({ role, boardName }) => ({ role, board: boardName })),
  };
}
