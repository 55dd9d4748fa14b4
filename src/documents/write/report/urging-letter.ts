/**
 * *Công văn đôn đốc*: a letter that names exactly those who owe, one for all or one for each unit. The number stays
 * blank, and the office's rules say who may sign it.
 */
import type { Words } from "../../../i18n.ts";
import type { PartyDocument } from "../party-docx.ts";
import { partyStyle, type Signer, type Signing, signedBy } from "../party-style.ts";

export interface LetterFacts {
  /** Units that owe, in the register's order, each with what and the last day. */
  owing: readonly { unit: string; action: string; until: string }[];
  cited: string;
  board: { name: string; symbol: string };
  superior: string;
  place: string;
  /** ISO day beside the place. */
  day: string;
  /** By when the report is wanted, in words. */
  wanted: string;
  contact: string;
  signing: Signing;
  signer: Signer;
  recipients: readonly string[];
}

/** Units named in the head of a letter; more of them stand in its table alone. */
const MOST_NAMED = 5;

/** One letter for all of them. */
export function urgingLetter(facts: LetterFacts, words: Words): PartyDocument {
  const { owing, board } = facts;
  const names = [...new Set(owing.map((one) => one.unit))];
  const [only] = owing;
  const type = partyStyle.types.letter;
  const table = {
    kind: "table" as const,
    rows: [
      [
        "TT",
        words.t("summary-report-column-name"),
        words.t("summary-report-column-occasion"),
        words.t("summary-report-column-due"),
      ],
      ...owing.map((one, at) => [String(at + 1), one.unit, one.action, one.until]),
    ],
  };
  return {
    superior: facts.superior,
    issuer: board.name,
    numberOf: { type: type.symbol, body: board.symbol },
    place: facts.place,
    day: facts.day,
    typeName: type.name,
    subject: words.t("summary-letter-subject", { cited: facts.cited }),
    to: names.length <= MOST_NAMED ? names : [words.t("summary-letter-to-many", { count: names.length })],
    body: [
      { kind: "text", text: words.t("summary-letter-opening", { cited: facts.cited }) },
      {
        kind: "text",
        text:
          owing.length === 1
            ? words.t("summary-letter-one", {
                board: board.name,
                unit: only?.unit ?? "",
                action: only?.action ?? "",
                until: only?.until ?? "",
              })
            : words.t("summary-letter-many", { board: board.name, count: names.length }),
      },
      ...(owing.length > 1 ? [table] : []),
      {
        kind: "text",
        text: words.t("summary-letter-wanted", {
          wanted: facts.wanted,
          board: board.name,
          contact: facts.contact === "" ? "none" : facts.contact,
        }),
      },
    ],
    signature: signedBy(facts.signing, facts.signer),
    recipients: facts.recipients,
    draft: { title: words.t("summary-letter-subject", { cited: facts.cited }), author: board.name },
  };
}

/** One for each unit: what it owes, and nobody else's. */
export function urgingLetters(facts: LetterFacts, words: Words): { unit: string; document: PartyDocument }[] {
  const units = [...new Set(facts.owing.map((one) => one.unit))];
  return units.map((unit) => ({
    unit,
    document: urgingLetter({ ...facts, owing: facts.owing.filter((one) => one.unit === unit) }, words),
  }));
}
