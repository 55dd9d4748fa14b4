/**
 * "Bản in": a report that was sent, as Word in the format of a Party body, its number left blank, to be printed,
 * signed and sealed. Answers of *riêng tư* questions stand in it only where it is taken from a signed page; what
 * goes through a messenger leaves room for them.
 */
import type { Block, PartyDocument } from "../../documents/write/party-docx.ts";
import { collectiveOf, partyStyle } from "../../documents/write/party-style.ts";
import type { DraftState, GroupRow } from "../../domain/form/draft.ts";
import type { Form, GroupField } from "../../domain/form/form.ts";
import { standing } from "../../domain/form/standing.ts";
import { valueText } from "../../domain/form/values.ts";
import { dayOf } from "../../domain/moment.ts";
import type { Who } from "../../domain/people/who.ts";
import { usualRules } from "../../domain/summary/owed.ts";
import { tellOwn } from "../../domain/summary/pattern.ts";
import { holdersOf } from "../../store/people/hand-overs.ts";
import { readSetting } from "../../store/settings.ts";
import type { CaseContext } from "../case.ts";
import { asSent, reportFor } from "./write-report.ts";

export interface Printed {
  name: string;
  document: PartyDocument;
}

/** Sentences of the paper; they come from the locale. */
export interface PrintTexts {
  /** "kết quả thực hiện … " */
  subject(plan: { title: string; name: string }): string;
  /** "Thực hiện Kế hoạch số … , Chi bộ … báo cáo như sau:" */
  opening(plan: PlanCited, unit: string): string;
  nil: string;
  closing: string;
  attached(count: number): string;
  /** In the place of a private answer. */
  private: string;
  reportTo(board: string): string;
  filed(unit: string): string;
}

export interface PlanCited {
  kind: string | null;
  number: string | null;
  title: string;
  issuer: string | null;
  /** "05/3/2024", or null. */
  issued: string | null;
}

/** Throws button-old where nothing was sent, and what `reportFor` throws. */
export async function printReport(
  ctx: CaseContext,
  by: Who,
  obligationId: number,
  words: PrintTexts,
  { reveal }: { reveal: boolean },
): Promise<Printed> {
  const work = await asSent(ctx, await reportFor(ctx, by, obligationId));
  return printVersion(ctx, { ...work, ...work.sent }, words, { reveal });
}

/** One version of a report as it was sent. */
export interface ToPrint {
  code: string;
  planId: number;
  unitId: number;
  unitName: string;
  form: Form;
  nil: boolean;
  answers: DraftState["answers"];
}

/** For whoever may read it: that is the caller's matter. */
export async function printVersion(
  ctx: CaseContext,
  sent: ToPrint,
  words: PrintTexts,
  { reveal }: { reveal: boolean },
): Promise<Printed> {
  const { db } = ctx;
  const plan = await db.plan.findUniqueOrThrow({ where: { id: sent.planId }, include: { board: true } });
  const unit = await db.unit.findUniqueOrThrow({
    where: { id: sent.unitId },
    include: { parent: true },
  });
  const holders = await holdersOf(db, sent.unitId);
  const signer = holders.find((one) => one.kind === "secretary") ?? holders[0];
  const { signs, symbol } = collectiveOf(unit.kind);
  const cited: PlanCited = {
    kind: plan.kind,
    number: plan.number,
    title: plan.title,
    issuer: plan.issuer,
    issued: plan.issuedOn ? citedDay(plan.issuedOn.toISOString().slice(0, 10)) : null,
  };
  const type = partyStyle.types.report;
  return {
    name: `bao-cao-${sent.code}.docx`,
    document: {
      superior: unit.parent?.name ?? (await readSetting(db, "committee")) ?? "",
      issuer: sent.unitName,
      numberOf: { type: type.symbol, body: symbol },
      place: (await readSetting(db, "place")) ?? "…",
      day: dayOf(ctx.clock.now(), ctx.zone),
      typeName: type.name,
      subject: words.subject({ title: plan.title, name: sent.form.title }),
      body: [
        { kind: "text", text: words.opening(cited, sent.unitName) },
        ...(sent.nil
          ? [{ kind: "text" as const, text: words.nil }]
          : answers(sent.form, sent.answers, words, reveal)),
        { kind: "text", text: words.closing },
      ],
      signature: {
        inTheNameOf: signs,
        title: signer?.title ?? unit.headTitle,
        name: signer?.name ?? "",
      },
      recipients: [words.reportTo(plan.board.name), words.filed(sent.unitName)],
    },
  };
}

/** Places of shares in a unit's own report, as in the board's. */
const { decimals } = usualRules;

/**
 * One numbered line an answer, or a sentence by the form's own pattern, which may tell several; what was told at length
 * gets a heading of its own, a list its table.
 */
function answers(form: Form, given: DraftState["answers"], words: PrintTexts, reveal: boolean): Block[] {
  const state = { answers: given, cursor: "review" } as const;
  const { sentences, told: inSentence } = tellOwn(form, given, decimals);
  const told = form.fields.flatMap((field) => {
    const value = standing(form, state, field)?.value ?? null;
    const elsewhere = inSentence.has(field.key) && !sentences.has(field.key);
    return value === null || elsewhere ? [] : [{ field, value }];
  });
  return told.flatMap(({ field, value }, at): Block[] => {
    const sentence = sentences.get(field.key);
    if (sentence !== undefined) return [{ kind: "text", text: ended(`${at + 1}. ${sentence}`) }];
    const title = `${at + 1}. ${field.label}`;
    if (field.private && !reveal) return [{ kind: "text", text: `${title}: ${words.private}` }];
    if (field.kind === "group")
      return [{ kind: "heading", text: title }, tableOf(field, value as GroupRow[])];
    if (field.kind === "files") {
      const count = Array.isArray(value) ? value.length : 0;
      return [{ kind: "text", text: `${title}: ${words.attached(count)}` }];
    }
    const text = valueText(field, value, true);
    const long = field.kind === "text" && (field.long || text.length > 90);
    if (long)
      return [
        { kind: "heading", text: title },
        { kind: "text", text: ended(text) },
      ];
    const unit = field.kind === "integer" && field.unit ? ` ${field.unit}` : "";
    return [{ kind: "text", text: ended(`${title}: ${text}${unit}`) }];
  });
}

function tableOf(field: GroupField, rows: readonly GroupRow[]): Block {
  const cells = rows.map((row, at) => [
    String(at + 1),
    ...field.columns.map((column) => {
      const value = row[column.key] ?? null;
      return value === null ? "" : valueText(column, value, true);
    }),
  ]);
  return { kind: "table", rows: [["TT", ...field.columns.map((column) => column.label)], ...cells] };
}

const ended = (text: string) => (/[.!?…:]$/.test(text.trim()) ? text : `${text.trim()}.`);

/** "05/3/2024": the day padded, the month only below 3. */
function citedDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
