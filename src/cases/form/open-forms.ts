/** The forms that somebody of a board may use, with those that come with dondoc among them from the first look on. */

import { boardsOf, changesShared, checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import {
  type FormLine,
  findForm,
  findNewest,
  formKeys,
  listForms,
  type NewestForm,
  type WholeForm,
} from "../../store/form/forms.ts";
import { type CaseContext, transact } from "../case.ts";
import { keepReadyForms } from "./ready-forms.ts";

export async function openForms(ctx: CaseContext, by: Who): Promise<FormLine[]> {
  checkVerb(by, "form.manage");
  return transact(ctx, by, null, async ({ tx, now }) => {
    await keepReadyForms(tx, now);
    return listForms(tx, boardsOf(by));
  });
}

/** Throws form-not-found, also for a form of another board: that it exists is not theirs to know. */
export async function formFor(
  ctx: CaseContext,
  by: Who,
  formId: number,
  tx: Tx = ctx.db,
): Promise<WholeForm> {
  checkVerb(by, "form.manage");
  const form = await findForm(tx, formId, boardsOf(by));
  if (!form) throw new Problem("form-not-found");
  return form;
}

/** For the operator: the newest version of the form of that key, whosever it is; and the keys there are. */
export async function formOfKey(
  ctx: CaseContext,
  key: string,
): Promise<{ found: NewestForm | null; keys: string[] }> {
  return transact(ctx, "cli", null, async ({ tx, now }) => {
    await keepReadyForms(tx, now);
    return { found: await findNewest(tx, key), keys: await formKeys(tx) };
  });
}

/** A form that several boards share is changed by an administrator only. Throws form-is-shared. */
export async function checkShared(tx: Tx, by: Who | null, form: { boardId: number | null }): Promise<void> {
  if (form.boardId !== null || by === null || changesShared(by)) return;
  if ((await tx.board.count({ where: { isStanding: false } })) > 1) throw new Problem("form-is-shared");
}
