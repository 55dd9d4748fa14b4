/**
 * The report has gone: what was arranged around its writing ends with the draft, and whoever handed it over, or wrote
 * it for another's word, hears of it.
 */
import { changesBetween, type Version } from "../../domain/form/compare.ts";
import type { Form } from "../../domain/form/form.ts";
import type { Who } from "../../domain/people/who.ts";
import type { Tx } from "../../store/database.ts";
import { assignmentOf } from "../../store/people/hand-overs.ts";
import { Answers, type ReportWork } from "../../store/report/drafts.ts";
import { openNotices } from "../sending/open-notices.ts";
import { endPaper } from "./enter-paper.ts";

/** @param sent what goes out, to be told from what was proposed */
export async function endWriting(
  tx: Tx,
  by: Who,
  { obligationId, form }: ReportWork,
  sent: Pick<Version, "answers" | "nil">,
  now: Date,
): Promise<void> {
  const given = await assignmentOf(tx, obligationId);
  if (given) {
    await tx.assignment.update({ where: { id: given.id }, data: { endedAt: now } });
    if (given.byId !== by.personId) {
      await openNotices(tx, [given.byId], now, {
        kind: "assigned_sent",
        key: `assigned-sent:${given.id}`,
        obligationId,
        facts: { by: by.name },
      });
    }
  }
  await endPaper(tx, { obligationId }, now);
  const open = await tx.proposal.findFirst({ where: { obligationId, closedAt: null } });
  if (!open) return;
  await tx.proposal.update({ where: { id: open.id }, data: { closedAt: now } });
  if (open.byId === by.personId) return;
  await openNotices(tx, [open.byId], now, {
    kind: "proposal_sent",
    key: `proposal-sent:${open.id}`,
    obligationId,
    facts: { by: by.name, changes: open.answers === null ? "" : said(form, open.answers, sent) },
  });
}

const MOST_CHANGES = 5;
const LONGEST = 100;

/** "• Dự học: 45 → 44", a line for each answer that is another one than was proposed. */
function said(form: Form, proposed: unknown, sent: Pick<Version, "answers" | "nil">): string {
  const told = { ...form, fields: form.fields.filter((field) => !field.private) };
  const before = { form: told, answers: Answers.parse(proposed), nil: false };
  const changes = changesBetween(before, { form: told, ...sent });
  const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
  const lines = changes
    .slice(0, MOST_CHANGES)
    .map((one) => `• ${one.label}: ${cut(one.before)} → ${cut(one.after)}`);
  return [...lines, ...(changes.length > MOST_CHANGES ? ["• …"] : [])].join("\n");
}
