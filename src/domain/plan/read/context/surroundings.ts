/** Everything a rule may look at when it decides on a temporal phrase; windows are bounded. */
import type { Phrase } from "../dates/phrases.ts";
import type { CueRole } from "../dates/rule.ts";
import type { Header } from "../header.ts";
import type { Page } from "../scan.ts";
import { leadOf, type Place } from "./clause.ts";

/** A phrase with the words around it, lower case. */
export interface Surroundings {
  phrase: Phrase;
  place: Place;
  /** The words of the phrase. */
  words: string;
  /** Its sentence up to the phrase (at most 400 characters), and from it on. */
  before: string;
  after: string;
  /** The words between the last phrase of the same sentence and this one. */
  between: string;
  /** The phrase fills its block or its table cell. */
  alone: boolean;
  /** Its line ends without a full stop and the next begins with a capital, as a title's does. */
  unended: () => boolean;
  /** The phrase opens its sentence. */
  initial: boolean;
  /** The phrase stands in brackets by itself. */
  bracketed: boolean;
  /** A date with its own year lies before the document's date. */
  past: boolean;
  /** A span that began months before the document. */
  begunLongAgo: boolean;
  /** It lies ahead of the document's date; false too where either is unknown. */
  ahead: boolean;
  /** A sentence with a finer date than this one's. */
  finerBeside: boolean;
  /** Label of its table column, or of the flattened table around it; null outside tables. */
  column: string | null;
  /** The sentence before its own in the same block, lower case; "" where it is the first. */
  previous: () => string;
  /** The end of the block above, lower case; "" where it is the first. */
  above: () => string;
  /** What its list stands under, lower case; "" where it is no item of one. */
  lead: () => string;
  /** The heading it stands under, lower case; "" where there is none. */
  heading: string;
  kind: string | null;
  /** It has a letterhead; else it is a news item or a notice of a site. */
  letter: boolean;
  /** Without letterhead: it announces ("thông báo", "kính mời") and does not tell. */
  notice: boolean;
  /** How the date lies to the day the page was put on the web; null where either is unknown. */
  web: "before" | "after" | null;
  /** That day is sure to be the site's: an hour or a word of the site stands beside it. */
  stamped: boolean;
  /** Title of the document, lower case. */
  title: string;
  has: (...roles: CueRole[]) => boolean;
}

const reach = 400;

/** Collects the surroundings of a phrase. `previousEnd`: end of the phrase before it. */
export function surroundingsOf(
  page: Page,
  phrase: Phrase,
  place: Place,
  header: Header,
  rest: { previousEnd: number; column: string | null } & Pick<
    Surroundings,
    "past" | "begunLongAgo" | "ahead" | "finerBeside" | "title" | "letter" | "notice" | "web" | "stamped"
  >,
): Surroundings {
  const { scan } = page;
  const from = Math.max(place.sentence.start, phrase.start - reach);
  const to = Math.min(place.sentence.end, phrase.end + reach);
  const before = scan.slice(from, phrase.start);
  const after = scan.slice(phrase.end, to);
  const isBare = (text: string) => !/[^\s*_.,;:|()[\]\-+•]/.test(text);
  const initial = isBare(before.replace(/^\s*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})\s?[.)-]/u, ""));
  return {
    phrase,
    place,
    words: scan.slice(phrase.start, phrase.end),
    before,
    after,
    between: scan.slice(Math.max(from, rest.previousEnd), phrase.start),
    alone: initial && isBare(after),
    unended: () => standsUnended(page, phrase.end),
    initial,
    bracketed: /\(\s*$/.test(before) && /^\s*(?:xong\s*)?\)/.test(after),
    past: rest.past,
    begunLongAgo: rest.begunLongAgo,
    ahead: rest.ahead,
    finerBeside: rest.finerBeside,
    column: rest.column,
    previous: () =>
      place.previous
        ? scan.slice(Math.max(place.previous.start, place.previous.end - reach), place.previous.end)
        : "",
    above: () => {
      const block = place.blocks[place.index - 1];
      return block ? scan.slice(Math.max(block.start, block.end - reach), block.end) : "";
    },
    lead: () => leadOf(page, place),
    heading: place.heading
      ? scan.slice(place.heading.start, Math.min(place.heading.end, place.heading.start + 120))
      : "",
    kind: header.kind,
    letter: rest.letter,
    notice: rest.notice,
    web: rest.web,
    stamped: rest.stamped,
    title: rest.title,
    has: (...roles) => {
      for (const role of roles) if (phrase.roles.has(role)) return true;
      return false;
    },
  };
}

const longestLine = 300;

function standsUnended({ text }: Page, from: number): boolean {
  const rest = text.slice(from, from + longestLine);
  const newline = rest.indexOf("\n");
  return (
    newline >= 0 &&
    !/[.;:!?,]\s{0,3}$/.test(rest.slice(0, newline)) &&
    /^\s*(?:\p{Lu}|\d)/u.test(rest.slice(newline, newline + 40))
  );
}
