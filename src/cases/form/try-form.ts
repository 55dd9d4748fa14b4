/**
 * Somebody of a board tries a form as a unit would be asked by it. The answers lie in a row of their own, which no
 * report, no list and no summary looks at, and which goes when the trial ends; files are named and not kept.
 */

import { type Advance, advance, cursorOf } from "../../domain/form/advance.ts";
import { type DraftState, emptyDraft } from "../../domain/form/draft.ts";
import { type Form, fieldOf } from "../../domain/form/form.ts";
import type { Input } from "../../domain/form/input.ts";
import { inventedLast } from "../../domain/form/invented.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { wordedFor } from "../../domain/form/wording.ts";
import { dayOf } from "../../domain/moment.ts";
import { checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Db, Tx } from "../../store/database.ts";
import { registerFor } from "../../store/form/register.ts";
import { Answers } from "../../store/report/drafts.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type ALREADY, type CaseContext, transact } from "../case.ts";

/** A trial as it stands; the form in the words for the kind of unit it is tried as. */
export interface Trial {
  form: Form;
  state: DraftState;
  /** No unit has answered: what it might have said last time. */
  last: DraftState["answers"];
}

/** Begins a trial; one that was going on is given up. */
export async function tryForm(
  ctx: CaseContext,
  by: Who,
  form: Form,
  unitKind: string,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  checkVerb(by, "form.manage");
  return transact<true>(ctx, by, update, async ({ tx, now }) => {
    const { answers, cursor } = emptyDraft(form);
    const row = { definition: plain(form), unitKind, answers: plain(answers), cursor, updatedAt: now };
    await tx.formTrial.upsert({
      where: { personId: by.personId },
      create: { personId: by.personId, ...row },
      update: row,
    });
    return true;
  });
}

/** Throws form-trial-none. */
export async function trialOf(db: Db | Tx, by: Who): Promise<Trial> {
  const row = await db.formTrial.findUnique({ where: { personId: by.personId } });
  if (!row) throw new Problem("form-trial-none");
  const form = wordedFor(parseForm(row.definition), row.unitKind);
  return {
    form,
    last: inventedLast(form),
    state: { answers: Answers.parse(row.answers), cursor: row.cursor },
  };
}

/** One answer. @param field what was asked when it was given; null: whatever is asked now. Throws draft-moved. */
export async function answerTrial(
  ctx: CaseContext,
  by: Who,
  input: Input,
  field: string | null,
  update: UpdateKey | null,
): Promise<Advance | typeof ALREADY> {
  checkVerb(by, "form.manage");
  return transact(ctx, by, update, async ({ tx, now }) => {
    const { form, state, last } = await trialOf(tx, by);
    if (field !== null && field !== cursorOf(form, state)) throw new Problem("draft-moved");
    const asked = fieldOf(form, cursorOf(form, state));
    const result = advance(form, state, input, {
      today: dayOf(now, ctx.zone),
      at: now.toISOString(),
      last,
      // Every unit may be chosen; people belong to a unit, and here there is none.
      ...(asked?.kind === "register" && { register: await registerFor(tx, asked.of, 0) }),
    });
    if (!result.ok) return result;
    await tx.formTrial.update({
      where: { personId: by.personId },
      data: { answers: plain(result.draft.answers), cursor: result.draft.cursor, updatedAt: now },
    });
    return result;
  });
}

/** Nothing of the trial is left. */
export async function endTrial(
  ctx: CaseContext,
  by: Who,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx }) => {
    await tx.formTrial.deleteMany({ where: { personId: by.personId } });
    return true;
  });
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
