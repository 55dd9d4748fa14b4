/**
 * What a kind of living message is made of; each kind is a file in `notices/`. It shows how things are when it is
 * written, and is written again whenever that has changed.
 */
import type { z } from "zod";
import type { CaseContext } from "../cases/case.ts";
import type { Screen } from "../chat/screen.ts";
import type { Words } from "../i18n.ts";
import type { DueNotice } from "../store/sending/notices.ts";
import { read, say } from "./unreadable.ts";

export interface NoticeAt {
  db: CaseContext["db"];
  zone: string;
  now: Date;
}

export type NoticeAudience =
  /** Members of the board: they choose the hours of their own work. */
  | "board"
  /** A unit, of a decision of the board: never in the quiet hours. */
  | "unit"
  /** Those who write for a unit, of what one of them, or a file of theirs, has just done: whoever opens it sets its hour. */
  | "writers";

export interface NoticeKindOf<A, Facts> {
  audience: NoticeAudience;
  /** Comes without a sound in the quiet hours. */
  quietly?: boolean;
  /** The columns and facts of a notice that this kind relies on. */
  about: z.ZodType<A>;
  /** What it tells, as it is now; null where it is stale. */
  facts(at: NoticeAt, about: A, notice: Opened): Promise<Facts | null>;
  words(words: Words, facts: Facts, now: Date): Screen;
}

export type Opened = Pick<DueNotice, "key" | "personId" | "openedAt">;

/** A kind as the sending half sees it. */
export interface Notice {
  audience: NoticeAudience;
  quietly: boolean;
  /** Null where it is stale; throws Unreadable. */
  render(at: NoticeAt, words: Words, notice: DueNotice): Promise<Screen | null>;
}

export function notice<A, Facts>(kind: NoticeKindOf<A, Facts>): Notice {
  return {
    audience: kind.audience,
    quietly: kind.quietly ?? false,
    async render(at, words, row) {
      const facts = await kind.facts(at, read(kind.about, row), row);
      return facts === null ? null : say(() => kind.words(words, facts, at.now));
    },
  };
}
