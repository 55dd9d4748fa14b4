/** What a summary's files say besides the picture: what plans and offices are called, and what was done to urge. */

import { occasionText, periodText } from "../../documents/write/workbook/sheets/unit-cells.ts";
import { capitalised } from "../../domain/plan/capitalised.ts";
import type { Naming, UrgingLine } from "../../domain/summary/freeze.ts";
import type { Picture } from "../../domain/summary/picture.ts";
import type { Words } from "../../i18n.ts";
import type { Db, Tx } from "../../store/database.ts";
import { type Deed, findProof } from "../../store/plan/proof.ts";
import { readSetting } from "../../store/settings.ts";
import type { SummaryScope } from "../../store/summary/gather.ts";

/** The words of the files: documents of a Party body are in Vietnamese, whoever asks for them. */
export interface SummaryWords {
  words: Words;
  /** One deed as the chat tells it. */
  deed(deed: Deed): string;
}

export async function namingOf(
  db: Db | Tx,
  boardId: number,
  scope: SummaryScope,
  picture: Picture,
  { words }: SummaryWords,
): Promise<Naming> {
  const kindOf = (kind: string | null | undefined) => (kind ? capitalised(kind) : words.t("print-kind"));
  const board = await db.board.findUniqueOrThrow({ where: { id: boardId } });
  const [plan, ...others] = picture.plans;
  const periods = new Set(picture.occasions.map((one) => one.period).filter((one) => one !== ""));
  const [period] = scope.span !== undefined ? [scope.span] : periods.size === 1 ? [...periods] : [];
  const title = words.t("summary-title", {
    plan:
      others.length > 0
        ? words.t("summary-plans", { count: picture.plans.length })
        : `${kindOf(plan?.kind)} ${plan?.number ?? plan?.title ?? ""}`.trim(),
    period: period === undefined ? "none" : periodText(period, words),
    group: scope.kinds ? scope.kinds.join(", ") : scope.unitIds ? words.t("summary-some-units") : "none",
  });
  const titles = [...new Set(picture.plans.map((one) => one.title))];
  return {
    title,
    cited: picture.plans.map((one) =>
      words.t("print-plan", {
        kind: kindOf(one.kind),
        number: one.number ?? "none",
        issued: one.issuedOn ? citedDay(one.issuedOn) : "none",
        issuer: one.issuer ?? "none",
        title: one.title,
      }),
    ),
    subject: words.t("summary-report-subject", {
      titles: titles.length === 1 ? (titles[0] ?? "") : "several",
      period: period === undefined ? "none" : periodText(period, words),
    }),
    board: { name: board.name, symbol: board.symbol },
    superior: (await readSetting(db, "committee")) ?? "",
    place: (await readSetting(db, "place")) ?? "…",
  };
}

/** What was done about each thing owed in the picture, in its order; one line where nothing was. */
export async function urgingOf(
  db: Db | Tx,
  picture: Picture,
  { words, deed }: SummaryWords,
  now: Date,
): Promise<UrgingLine[]> {
  const proof = await findProof(db, { ids: picture.rows.map((row) => row.obligationId) }, now);
  const deeds = new Map(proof.map((one) => [one.owed.id, one.deeds]));
  return picture.rows.flatMap((row): UrgingLine[] => {
    const unit = picture.units[row.unit];
    const base = {
      obligationId: row.obligationId,
      code: unit?.code ?? "",
      unit: unit?.name ?? "",
      occasion: occasionText(picture, row, words),
    };
    const done = deeds.get(row.obligationId) ?? [];
    if (done.length === 0) return [{ ...base, at: null, kind: "none", deed: words.t("summary-deed-none") }];
    return done.map((one) => ({ ...base, at: one.at.toISOString(), kind: one.kind, deed: deed(one) }));
  });
}

/** "05/3/2024": the day padded, the month only below 3. */
function citedDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
