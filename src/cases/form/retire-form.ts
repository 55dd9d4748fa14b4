/** A form is not offered for new plans any more, or is again. What is under way goes on with it. */
import { DEFAULT_FORM } from "../../domain/form/ready/ready-forms.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import { lockForm } from "../../store/form/forms.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkShared, formFor } from "./open-forms.ts";

/** Throws form-is-default: plans for which nobody chooses a form would have none. */
export async function retireForm(
  ctx: CaseContext,
  by: Who,
  formId: number,
  retired: boolean,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx, now, audit }) => {
    await formFor(ctx, by, formId, tx);
    await lockForm(tx, formId);
    const form = await tx.form.findUniqueOrThrow({ where: { id: formId } });
    await checkShared(tx, by, form);
    if (retired && form.key === DEFAULT_FORM) throw new Problem("form-is-default");
    if ((form.retiredAt !== null) === retired) return true;
    await tx.form.update({ where: { id: formId }, data: { retiredAt: retired ? now : null } });
    await audit(retired ? "form.retire" : "form.bring-back", ["Form", formId]);
    return true;
  });
}
