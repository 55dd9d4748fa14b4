/**
 * What a kind of message to the people of units is made of; each kind is a file in `messages/`. It is decided when it
 * is sent, not when it was put into the queue: whom it concerns still, what it says, whether there is a reason left.
 */
import type { z } from "zod";
import type { CaseContext } from "../cases/case.ts";
import type { Words, WordsFor } from "../i18n.ts";
import { postsHeld } from "../store/people/posts.ts";
import type { Claimed } from "../store/sending/deliveries.ts";
import type { Outgoing } from "./outgoing.ts";
import { read, say, Unreadable } from "./unreadable.ts";

export interface At {
  db: CaseContext["db"];
  now: Date;
}

/** When it may be said; see send/quiet-hours.ts. */
export type Hours =
  /** Whenever it is due: staff choose the hour. */
  | "any"
  /** Not in the quiet hours. */
  | "day"
  /** Said by the clock of its own accord: not on days off either. */
  | "working-day"
  /** The same, but rungs of the ladder go back to the clock, which decides anew; what its reader asked for does not. */
  | "ladder";

export type Row = Pick<Claimed, "id" | "campaignId" | "personId">;

/**
 * Those whom it still concerns, and as what; who is missing gets nothing. `rows` have what the kind's `about` names.
 */
export type Audience<A, Reader> = (
  at: At,
  rows: readonly (A & Row)[],
) => Promise<ReadonlyMap<number, Reader>>;

interface Parts<A, Reader, Facts> {
  audience: Audience<A, Reader>;
  hours: Hours;
  /** The columns of a delivery and its campaign that this kind relies on. */
  about: z.ZodType<A>;
  words(words: Words, facts: Facts, now: Date): Outgoing;
}

type One<A, Reader> = A & Row & { reader: Reader };

export interface MessageKind<A, Reader, Facts> extends Parts<A, Reader, Facts> {
  /** Read afresh; null where it is stale: there is no reason left to send it. */
  facts(at: At, one: One<A, Reader>): Promise<Facts | null>;
}

export interface HandfulKind<A, Reader, Facts> extends Parts<A, Reader, Facts> {
  /** The same for a handful at once, by delivery; what is missing is stale. */
  facts(at: At, all: readonly One<A, Reader>[]): Promise<ReadonlyMap<number, Facts>>;
}

/** A kind as the sending half sees it: facts are typed inside of a kind, and nobody else's business. */
export interface Message {
  hours: Hours;
  render(at: At, wordsFor: WordsFor, all: readonly Claimed[]): Promise<Rendered>;
}

export interface Rendered {
  /** By delivery; one that is in neither map is stale. */
  outgoing: ReadonlyMap<number, Outgoing>;
  unreadable: ReadonlyMap<number, string>;
}

export function message<A, Reader, Facts>(kind: MessageKind<A, Reader, Facts>): Message {
  return handful({
    ...kind,
    async facts(at, all) {
      const found = new Map<number, Facts>();
      for (const one of all) {
        const facts = await kind.facts(at, one);
        if (facts !== null) found.set(one.id, facts);
      }
      return found;
    },
  });
}

/** Where many messages share what is read for them. */
export function handful<A, Reader, Facts>(kind: HandfulKind<A, Reader, Facts>): Message {
  return {
    hours: kind.hours,
    async render(at, wordsFor, all) {
      const outgoing = new Map<number, Outgoing>();
      const unreadable = new Map<number, string>();
      const guard = <T>(id: number, work: () => T): T | null => {
        try {
          return work();
        } catch (error) {
          if (!(error instanceof Unreadable)) throw error;
          unreadable.set(id, error.message);
          return null;
        }
      };
      const rows = all.flatMap((one) => {
        const about = guard(one.id, () => read(kind.about, one));
        const { id, campaignId, personId } = one;
        return about === null ? [] : [{ ...about, id, campaignId, personId }];
      });
      const readers = rows.length > 0 ? await kind.audience(at, rows) : new Map<number, Reader>();
      const concerned = rows.flatMap((row) => {
        const reader = readers.get(row.id);
        return reader === undefined ? [] : [{ ...row, reader }];
      });
      const facts = concerned.length > 0 ? await kind.facts(at, concerned) : new Map<number, Facts>();
      for (const { id, locale } of all) {
        const known = facts.get(id);
        if (known === undefined) continue;
        const said = guard(id, () => say(() => kind.words(wordsFor(locale), known, at.now)));
        if (said) outgoing.set(id, said);
      }
      return { outgoing, unreadable };
    },
  };
}

/** How a message addresses its reader. */
export interface Addressee {
  title: string;
  unit: string;
}

/** Whoever holds a post in the unit: it may have passed on while the message waited, and what is owed moved with it. */
export const holders: Audience<{ unitId: number }, Addressee> = async ({ db }, rows) => {
  const held = await postsHeld(db, rows);
  return new Map(
    rows.flatMap(({ id, personId, unitId }) => {
      const post = held.find((one) => one.personId === personId && one.unitId === unitId);
      return post ? [[id, { title: post.title, unit: post.unitName }] as const] : [];
    }),
  );
};

/** The person it was written for: each thing it is about is asked for whether they hold the post it falls to. */
export const readersOfItems: Audience<unknown, true> = async (_, rows) =>
  new Map(rows.map(({ id }) => [id, true] as const));
