/**
 * "Bản in": a report that was sent, as Word in the format of a Party body, its number left blank, to be printed,
 * signed and sealed. Answers of *riêng tư* questions stand in it: it is the unit's own paper, asked for by its people.
 */

import type { Block, PartyDocument } from "../documents/write/party-docx.ts";
import { collectiveOf, partyStyle } from "../documents/write/party-style.ts";
import type { DraftState } from "../domain/form/draft.ts";
import type { Field, Form } from "../domain/form/form.ts";
import { valueText } from "../domain/form/values.ts";
import { dayOf } from "../domain/moment.ts";
import { Problem } from "../domain/problem.ts";
import { holdersOf } from "../store/hand-overs.ts";
import type { Who } from "../store/people.ts";
import { readSetting } from "../store/settings.ts";
import type { CaseContext } from "./case.ts";
import { reportFor } from "./write-report.ts";

export interface Printed {
  name: string;
  document: PartyDocument;
}

/** Sentences of the paper; they come from the locale. */
export interface PrintWords {
  /** "kết quả thực hiện … " */
  subject(plan: { title: string; name: string }): string;
  /** "Thực hiện Kế hoạch số … , Chi bộ … báo cáo như sau:" */
  opening(plan: PlanCited, unit: string): string;
  nil: string;
  closing: string;
  attached(count: number): string;
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
  words: PrintWords,
): Promise<Printed> {
  const work = await reportFor(ctx, by, obligationId);
  if (!work.sent) throw new Problem("button-old");
  const { db } = ctx;
  const plan = await db.plan.findUniqueOrThrow({ where: { id: work.planId }, include: { board: true } });
  const unit = await db.unit.findUniqueOrThrow({ where: { id: work.unitId } });
  const holders = await holdersOf(db, work.unitId);
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
    name: `bao-cao-${work.sent.code}.docx`,
    document: {
      superior: (await readSetting(db, "committee")) ?? "",
      issuer: work.unitName,
      numberOf: { type: type.symbol, body: symbol },
      place: (await readSetting(db, "place")) ?? "…",
      day: dayOf(ctx.clock.now(), ctx.zone),
      typeName: type.name,
      subject: words.subject({ title: plan.title, name: work.form.title }),
      body: [
        { kind: "text", text: words.opening(cited, work.unitName) },
        ...(work.sent.nil
          ? [{ kind: "text" as const, text: words.nil }]
          : answers(work.form, work.sent.answers, words)),
        { kind: "text", text: words.closing },
      ],
      signature: {
        inTheNameOf: signs,
        title: signer?.title ?? unit.headTitle,
        name: signer?.name ?? "",
      },
      recipients: [words.reportTo(plan.board.name), words.filed(work.unitName)],
    },
  };
}

/** One numbered line an answer; what was told at length gets a heading of its own. */
function answers(form: Form, given: DraftState["answers"], words: PrintWords): Block[] {
  const told = form.fields.filter((field) => hasAnswer(given, field));
  return told.flatMap((field, at): Block[] => {
    const value = given[field.key]?.value ?? null;
    const number = `${at + 1}. `;
    if (field.kind === "files") {
      const count = Array.isArray(value) ? value.length : 0;
      return [{ kind: "text", text: `${number}${field.label}: ${words.attached(count)}` }];
    }
    const text = valueText(field, value);
    const long = field.kind === "text" && (field.long || text.length > 90);
    if (long)
      return [
        { kind: "heading", text: number + field.label },
        { kind: "text", text: ended(text) },
      ];
    const unit = "unit" in field && field.unit && !text.includes(field.unit) ? ` ${field.unit}` : "";
    return [{ kind: "text", text: ended(`${number}${field.label}: ${text}${unit}`) }];
  });
}

function hasAnswer(given: DraftState["answers"], field: Field): boolean {
  const value = given[field.key]?.value;
  return value !== undefined && value !== null;
}

const ended = (text: string) => (/[.!?…:]$/.test(text.trim()) ? text : `${text.trim()}.`);

/** "05/3/2024": the day padded, the month only below 3. */
function citedDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
