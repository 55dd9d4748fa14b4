/**
 * The files of a summary: the workbook and the report in Word, of this moment or of figures that were frozen. Both are
 * made of one value and by a process of their own; who took which, and when, stands in the audit log.
 */

import { partyStyle, type Signer, type Signing } from "../../documents/write/party-style.ts";
import { type StillOwes, summaryReport } from "../../documents/write/report/summary-report.ts";
import { occasionText } from "../../documents/write/workbook/sheets/unit-cells.ts";
import { summaryBook } from "../../documents/write/workbook/summary-book.ts";
import { writeApart } from "../../documents/write/writer-process.ts";
import { dayOf } from "../../domain/moment.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Desk } from "../../domain/summary/desk.ts";
import { type Late, lateSince, type Naming, type UrgingLine } from "../../domain/summary/freeze.ts";
import { makePicture } from "../../domain/summary/make-picture.ts";
import type { Rules } from "../../domain/summary/owed.ts";
import type { Picture } from "../../domain/summary/picture.ts";
import { standingWord } from "../../domain/summary/say.ts";
import type { Words } from "../../i18n.ts";
import { gatherSummary, type SummaryScope } from "../../store/summary/gather.ts";
import { findDesk, findFrozen, listFrozen } from "../../store/summary/summaries.ts";
import { type CaseContext, inSnapshot } from "../case.ts";
import { namingOf, type SummaryWords, urgingOf } from "./summary-facts.ts";
import { readableScope } from "./summary-of.ts";

/** Of this moment, or as it was frozen. */
export type Wanted = { scope: SummaryScope; rules: Rules } | { summaryId: number };

export interface MadeFile {
  name: string;
  bytes: Buffer;
}

/** Everything that the files are made of. */
export interface Shown {
  picture: Picture;
  desk: Desk;
  naming: Naming;
  urging: UrgingLine[];
  frozen: { at: string; by: string } | null;
  late: Late[];
}

/** How the report is signed and whom it goes to; chosen for each document. */
export interface Issuing {
  signing: Signing;
  signer: Signer;
  recipients: readonly string[];
  /** With the page that names who owes, which is never sent up. */
  internal: boolean;
}

/** Throws summary-none, summary-empty, summary-too-heavy, and what `readableScope` throws. */
export async function exportBook(
  ctx: CaseContext,
  by: Who,
  wanted: Wanted,
  words: SummaryWords,
): Promise<MadeFile> {
  const shown = await shownOf(ctx, by, wanted, words, "xlsx");
  const { picture, desk, naming, urging, frozen, late } = shown;
  const facts = { picture, desk, title: naming.title, board: naming.board.name, urging, frozen, late };
  const book = summaryBook(facts, words.words);
  const bytes = await writeApart({ as: "book", book, at: book.at });
  return { name: nameOf(shown, words.words, "xlsx"), bytes };
}

export async function exportReport(
  ctx: CaseContext,
  by: Who,
  wanted: Wanted,
  issuing: Issuing,
  words: SummaryWords,
): Promise<MadeFile> {
  const shown = await shownOf(ctx, by, wanted, words, "docx");
  const { picture, desk, naming } = shown;
  const at = shown.frozen?.at ?? picture.at;
  const { signing, signer, recipients, internal } = issuing;
  const document = summaryReport(
    {
      ...{ picture, desk, naming, signing, signer, recipients },
      day: dayOf(new Date(at), ctx.zone),
      internal: internal ? stillOwing(shown, words.words) : null,
    },
    words.words,
  );
  return {
    name: nameOf(shown, words.words, "docx"),
    bytes: await writeApart({ as: "report", document, at }),
  };
}

async function shownOf(
  ctx: CaseContext,
  by: Who,
  wanted: Wanted,
  words: SummaryWords,
  file: string,
): Promise<Shown> {
  // A report taken back meanwhile is in every sheet or in none.
  return inSnapshot(ctx, by, async ({ tx, now, audit }) => {
    const kept = "summaryId" in wanted ? await findFrozen(tx, wanted.summaryId) : null;
    if ("summaryId" in wanted && !kept) throw new Problem("summary-none");
    const scope = kept?.scope ?? ("scope" in wanted ? wanted.scope : { planIds: [] });
    const boardId = await readableScope(tx, by, scope);
    const detail = { file, plans: [...scope.planIds] };
    await audit("summary.export", kept ? ["Summary", kept.id] : ["Board", boardId], detail);
    if (kept) {
      const { picture, desk, naming, urging, at, by: who } = kept.frozen;
      return { picture, desk, naming, urging, frozen: { at, by: who.name }, late: [] };
    }
    const rules = "rules" in wanted ? wanted.rules : null;
    if (!rules) throw new Error("figures of this moment are made by rules");
    const gathered = await gatherSummary(tx, scope, now, ctx.zone);
    if (gathered.owed.length === 0) throw new Problem("summary-empty");
    const picture = makePicture(gathered, rules, now);
    const { desk } = await findDesk(tx, scope);
    const [newest] = await listFrozen(tx, scope);
    const before = newest ? await findFrozen(tx, newest.id) : null;
    return {
      picture,
      desk,
      naming: await namingOf(tx, boardId, scope, picture, words),
      urging: await urgingOf(tx, picture, words, now),
      frozen: null,
      late: before ? lateSince(before.frozen, picture) : [],
    };
  });
}

/** Who owes at the moment of the figures, and how often they were urged. */
function stillOwing({ picture, urging }: Shown, words: Words): StillOwes[] {
  const urged = new Map<number, UrgingLine[]>();
  for (const one of urging)
    if (one.at !== null && ["reminder", "nudge", "letter", "call", "mending", "returned"].includes(one.kind))
      urged.set(one.obligationId, [...(urged.get(one.obligationId) ?? []), one]);
  return picture.rows
    .filter((row) => row.status !== "waived" && (row.stage === "missing" || row.stage === "returned"))
    .map((row) => {
      const done = urged.get(row.obligationId) ?? [];
      const last = done.at(-1)?.at;
      return {
        unit: picture.units[row.unit]?.name ?? "",
        occasion: occasionText(picture, row, words),
        standing: words.t(`summary-standing-${standingWord(row)}`),
        due: row.dueBefore ? dayOf(new Date(Date.parse(row.dueBefore) - 1), words.zone) : null,
        urged: words.t("summary-urged", {
          count: done.length,
          last: last ? words.moment(new Date(last)) : "",
        }),
      };
    });
}

/** "tong-hop-100-KH-DUK-20240413.xlsx"; the report says in its name that it is a draft. */
function nameOf({ naming, picture, frozen }: Shown, words: Words, kind: "xlsx" | "docx"): string {
  const plain = (text: string) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60);
  const day = dayOf(new Date(frozen?.at ?? picture.at), words.zone).replaceAll("-", "");
  const begins =
    kind === "xlsx" ? words.t("summary-file-book") : `${partyStyle.draft} ${words.t("summary-file-report")}`;
  return `${plain(begins)}-${plain(naming.title)}-${day}.${kind}`;
}
