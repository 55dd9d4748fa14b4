/** The board's workbook of a picture: figures, how units stand, answers, lists, opinions, what was done to urge. */
import type { Desk } from "../../../domain/summary/desk.ts";
import type { Late, UrgingLine } from "../../../domain/summary/freeze.ts";
import type { Picture } from "../../../domain/summary/picture.ts";
import type { Words } from "../../../i18n.ts";
import type { Book, Sheet } from "./book.ts";
import { answersSheet } from "./sheets/answers.ts";
import { listSheets } from "./sheets/lists.ts";
import { meaningSheet } from "./sheets/meaning.ts";
import { opinionsSheet } from "./sheets/opinions.ts";
import { overviewSheet } from "./sheets/overview.ts";
import { standingSheet } from "./sheets/standing.ts";
import { urgingSheet } from "./sheets/urging.ts";

/** What a workbook is made of. */
export interface BookFacts {
  picture: Picture;
  desk: Desk;
  /** The plan or the plans, the period, the group: "Kế hoạch 100-KH/ĐUK". */
  title: string;
  board: string;
  /** Where the figures are frozen: when, and by whom. */
  frozen: { at: string; by: string } | null;
  /** What has come since the figures were last frozen; of frozen ones nothing, they stay as they are. */
  late: readonly Late[];
  urging: readonly UrgingLine[];
}

export function summaryBook(facts: BookFacts, words: Words): Book {
  const sheets: Sheet[] = [
    overviewSheet(facts, words),
    standingSheet(facts, words),
    answersSheet(facts, words),
    ...listSheets(facts, words),
    opinionsSheet(facts, words),
    urgingSheet(facts, words),
    meaningSheet(facts, words),
  ];
  return {
    title: facts.title,
    author: facts.board,
    at: facts.frozen?.at ?? facts.picture.at,
    zone: words.zone,
    page: words.t("summary-page", { page: "{page}", pages: "{pages}" }),
    sheets: named(sheets),
  };
}

/** What Excel allows as a name: 31 letters, some signs not, none twice. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const plain = sheet.name
      .normalize("NFC")
      .replace(/[[\]:*?/\\'\p{Cc}]/gu, " ")
      .replace(/\s+/g, " ")
      .trim();
    const base = [...(plain || "…")].slice(0, 31).join("").slice(0, 31).trim();
    let name = base;
    for (let i = 2; taken.has(name.toLowerCase()); i++)
      name = `${base.slice(0, 31 - String(i).length - 1)} ${i}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}
