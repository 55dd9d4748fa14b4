/**
 * A form comes in from a file, in two steps: it is kept aside until whoever sent it has seen what changes, and then
 * becomes the new version with one tap. Versions are never changed; reports that were sent keep theirs.
 */

import type { Form } from "../../domain/form/form.ts";
import { changesBetween, type FormChange } from "../../domain/form/form-changes.ts";
import { parseForm } from "../../domain/form/parse-form.ts";
import { formKey } from "../../domain/form/xlsform/form-key.ts";
import { boardFor, boardsOf, checkVerb } from "../../domain/people/reach.ts";
import type { Who } from "../../domain/people/who.ts";
import { Problem } from "../../domain/problem.ts";
import type { Tx } from "../../store/database.ts";
import { findForm, lockForm, runningMilestones } from "../../store/form/forms.ts";
import type { UpdateKey } from "../../store/seen-updates.ts";
import { type Act, type ALREADY, type CaseContext, transact } from "../case.ts";
import { checkShared } from "./open-forms.ts";
import { checkStaysPrivate } from "./private-pages.ts";
import { keepReadyForms } from "./ready-forms.ts";

/** A form kept aside, and what it would change. */
export interface Offer {
  id: number;
  form: Form;
  key: string;
  /** What it is compared with; null for a form that does not exist yet. */
  present: { id: number; title: string; version: number } | null;
  changes: FormChange[];
  /** Plans that still collect reports with the present version. */
  running: number;
}

/** A version that now stands; `plans` are those that ask by it from now on. */
export interface Taken {
  formId: number;
  version: number;
  plans: number;
}

/** @param formId the form that it is to be a version of; null: the one its `form_id` names, or a new one */
export async function offerForm(
  ctx: CaseContext,
  by: Who,
  imported: { form: Form; id: string | null },
  formId: number | null,
  update: UpdateKey | null,
): Promise<Offer | typeof ALREADY> {
  const boardId = boardFor(by, "form.manage");
  return transact(ctx, by, update, async ({ tx, now }) => {
    const target = await targetOf(tx, boardsOf(by), boardId, imported, formId, now);
    const present = target.formId === null ? null : await findForm(tx, target.formId, boardsOf(by));
    if (present) await checkShared(tx, by, present);
    if (present) await checkStaysPrivate(tx, present.id, imported.form);
    const definition = JSON.parse(JSON.stringify(imported.form));
    const row = { boardId, ...target, base: present?.version ?? 0, definition, createdAt: now };
    // A newer file of the same person takes the place of one that was never taken.
    await tx.formOffer.deleteMany({ where: { personId: by.personId } });
    const { id } = await tx.formOffer.create({ data: { ...row, personId: by.personId } });
    return describe(id, target.key, imported.form, present);
  });
}

/** The offer that lies there for somebody, compared with the form as it is now; null where there is none. */
export async function waitingOffer(ctx: CaseContext, by: Who): Promise<Offer | null> {
  const row = await ctx.db.formOffer.findUnique({ where: { personId: by.personId } });
  return row && offerOf(ctx, by, row.id);
}

/** The same by its id, which an older message may name. Throws form-not-waiting. */
export async function offerOf(ctx: CaseContext, by: Who, offerId: number): Promise<Offer> {
  const row = await ctx.db.formOffer.findFirst({ where: { id: offerId, personId: by.personId } });
  if (!row) throw new Problem("form-not-waiting");
  const present = row.formId === null ? null : await findForm(ctx.db, row.formId, boardsOf(by));
  return describe(row.id, row.key, parseForm(row.definition), present);
}

/**
 * The offer becomes the newest version of its form. With `running`, plans that still collect reports ask by it from
 * now on: what has been answered and still fits is kept. Throws form-not-waiting, form-moved-on.
 */
export async function takeForm(
  ctx: CaseContext,
  by: Who,
  offerId: number,
  running: boolean,
  update: UpdateKey | null,
): Promise<Taken | typeof ALREADY> {
  checkVerb(by, "form.manage");
  return transact(ctx, by, update, async (act) => {
    const { tx } = act;
    const offer = await tx.formOffer.findFirst({ where: { id: offerId, personId: by.personId } });
    // It was for a board on which they sit no longer.
    if (!offer || !boardsOf(by).includes(offer.boardId)) throw new Problem("form-not-waiting");
    await tx.formOffer.delete({ where: { id: offer.id } });
    const form = parseForm(offer.definition);
    const formId = offer.formId ?? (await newForm(tx, offer.key, offer.boardId, form.title));
    return storeVersion(act, by, { formId, base: offer.base, form, running });
  });
}

/** The file is not taken; nothing of it is left. */
export async function dropOffer(
  ctx: CaseContext,
  by: Who,
  offerId: number,
  update: UpdateKey | null,
): Promise<true | typeof ALREADY> {
  return transact<true>(ctx, by, update, async ({ tx }) => {
    await tx.formOffer.deleteMany({ where: { id: offerId, personId: by.personId } });
    return true;
  });
}

class DryRun extends Error {
  constructor(readonly offer: Offer) {
    super("dry run");
  }
}

/**
 * The same for an operator at the command line, in one step. With `dryRun` nothing is written.
 * @returns what changes, and what was taken (null on a dry run, or where nothing would change)
 */
export async function takeFormFromFile(
  ctx: CaseContext,
  imported: { form: Form; id: string | null },
  boardId: number,
  { running, dryRun }: { running: boolean; dryRun: boolean },
): Promise<{ offer: Offer; taken: Taken | null }> {
  try {
    const done = await transact(ctx, "cli", null, async (act) => {
      const { tx, now } = act;
      const target = await targetOf(tx, [boardId], boardId, imported, null, now);
      const present = target.formId === null ? null : await findForm(tx, target.formId, [boardId]);
      const offer = describe(0, target.key, imported.form, present);
      if (dryRun) throw new DryRun(offer);
      if (present && offer.changes.length === 0) return { offer, taken: null };
      const formId = target.formId ?? (await newForm(tx, target.key, boardId, imported.form.title));
      const base = present?.version ?? 0;
      const taken = await storeVersion(act, null, { formId, base, form: imported.form, running });
      return { offer, taken };
    });
    return done as { offer: Offer; taken: Taken | null };
  } catch (error) {
    if (error instanceof DryRun) return { offer: error.offer, taken: null };
    throw error;
  }
}

/** Another board's form of the same name is left alone: ours is called by the board too. */
const ownKey = (key: string, boardId: number) => `${key}.${boardId}`;

async function targetOf(
  tx: Tx,
  boards: readonly number[],
  boardId: number,
  { form, id }: { form: Form; id: string | null },
  formId: number | null,
  now: Date,
): Promise<{ formId: number | null; key: string }> {
  await keepReadyForms(tx, now);
  if (formId !== null) {
    const found = await findForm(tx, formId, boards);
    if (!found) throw new Problem("form-not-found");
    return { formId, key: found.key };
  }
  const key = formKey(id, form.title);
  const named = await tx.form.findMany({ where: { key: { in: [key, ownKey(key, boardId)] } } });
  const mine = named.find((one) => one.boardId === null || boards.includes(one.boardId));
  if (mine) return { formId: mine.id, key: mine.key };
  return { formId: null, key: named.length > 0 ? ownKey(key, boardId) : key };
}

async function newForm(tx: Tx, key: string, boardId: number, title: string): Promise<number> {
  const taken = await tx.form.findUnique({ where: { key } });
  // Somebody of the board has sent the same file meanwhile.
  if (taken) throw new Problem("form-moved-on");
  return (await tx.form.create({ data: { key, title, boardId } })).id;
}

async function storeVersion(
  { tx, now, audit }: Act,
  by: Who | null,
  what: { formId: number; base: number; form: Form; running: boolean },
): Promise<Taken> {
  const { formId, base, form } = what;
  await lockForm(tx, formId);
  const stored = await tx.form.findUniqueOrThrow({ where: { id: formId } });
  await checkShared(tx, by, stored);
  const latest = await tx.formVersion.findFirst({ where: { formId }, orderBy: { version: "desc" } });
  if ((latest?.version ?? 0) !== base) throw new Problem("form-moved-on");
  await checkStaysPrivate(tx, formId, form);
  const version = base + 1;
  const definition = JSON.parse(JSON.stringify(form));
  const made = await tx.formVersion.create({ data: { formId, version, definition, createdAt: now } });
  await tx.form.update({ where: { id: formId }, data: { title: form.title } });
  const moving = what.running ? await runningMilestones(tx, formId) : { ids: [], plans: 0 };
  await tx.milestone.updateMany({
    where: { id: { in: moving.ids } },
    data: { formVersionId: made.id },
  });
  await audit("form.version", ["Form", formId], {
    version,
    questions: form.fields.length,
    plans: moving.plans,
  });
  return { formId, version, plans: moving.plans };
}

function describe(
  id: number,
  key: string,
  form: Form,
  present: { id: number; title: string; version: number; form: Form; running: number } | null,
): Offer {
  return {
    id,
    form,
    key,
    present: present && { id: present.id, title: present.title, version: present.version },
    changes: present ? changesBetween(present.form, form) : [],
    running: present?.running ?? 0,
  };
}
