/** The board's workbook of a picture: figures, how units stand, answers, lists, opinions, what was done to urge. */
import type { Words } from "../../../i18n.ts";
import type { Book, Sheet } from "./book.ts";
import type { BookFacts } from "./book-facts.ts";
import { answersSheet } from "./sheets/answers.ts";
import { listSheets } from "./sheets/lists.ts";
import { meaningSheet } from "./sheets/meaning.ts";
import { opinionsSheet } from "./sheets/opinions.ts";
import { overviewSheet } from "./sheets/overview.ts";
import { standingSheet } from "./sheets/standing.ts";
import { urgingSheet } from "./sheets/urging.ts";

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
