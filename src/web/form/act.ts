/** What one button of a signed page does: keep what was filled in, then go where the button says. */
import { type Faults, fillReport } from "../../cases/page/fill-report.ts";
import { keepUpload } from "../../cases/page/keep-upload.ts";
import { noteRead } from "../../cases/page/note-read.ts";
import { takeOver } from "../../cases/report/assign-report.ts";
import { mustPropose, proposeReport } from "../../cases/report/propose-report.ts";
import { readList } from "../../cases/report/read-list.ts";
import { submitReport } from "../../cases/report/submit-report.ts";
import { answerReport, openReport, reportFor } from "../../cases/report/write-report.ts";
import { LARGEST_REPORT_FILE, tooLarge } from "../../documents/read/report-file.ts";
import { checkComplete } from "../../domain/form/canonical.ts";
import type { FileRef } from "../../domain/form/draft.ts";
import type { Fault, Filling } from "../../domain/form/fill.ts";
import type { FilesField, GroupField } from "../../domain/form/form.ts";
import { conflictOf, kept, missing } from "../../domain/form/standing.ts";
import { Problem } from "../../domain/problem.ts";
import type { ReportWork } from "../../store/report/drafts.ts";
import {
  type Body,
  filesOf,
  fillingOf,
  isSent,
  lastText,
  named,
  type Shown,
  sentOf,
  shownOf,
  stampOf,
  uploads,
} from "./body.ts";
import type { FormDeps, Open } from "./deps.ts";
import { pageProblem } from "./frame.ts";
import { type Hides, hidesOf } from "./hidden.ts";
import type { NotDone } from "./present.ts";

/** Where to go on, behind the page's own path; or what was wrong. */
export type Done = { to: string } | NotDone;

export async function act(deps: FormDeps, opened: Open, body: Body): Promise<Done> {
  const { cases } = deps;
  const { by, link } = opened;
  const { obligationId } = link;
  const words = deps.wordsFor(by.locale);
  const [what = "", more = ""] = lastText(body, "do").split(".");
  try {
    if (by.acting?.kind === "paper" && what !== "save" && what !== "more") throw new Problem("button-old");
    switch (what) {
      case "take-over":
        await takeOver(cases, by, obligationId, null);
        return { to: "?buoc=sua" };
      case "again": {
        await openReport(cases, by, obligationId, null);
        const { draft } = await reportFor(cases, by, obligationId);
        // Also the way back from "không phát sinh".
        if (draft) await fillReport(cases, by, obligationId, new Map(), draft.revision);
        return { to: "?buoc=sua" };
      }
      case "known":
        await noteRead(cases, by, obligationId);
        return { to: "" };
      case "nil":
        await openReport(cases, by, obligationId, null);
        await answerReport(cases, by, obligationId, { step: { kind: "nil" }, field: null }, null);
        return { to: "" };
      case "send":
        await send(deps, opened, Number(lastText(body, "revision")));
        return { to: "" };
      case "save":
      case "more":
      case "review":
        return await keep(deps, opened, body, what, more);
      default:
        throw new Problem("button-old");
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Sent meanwhile, from the chat perhaps: the receipt says so.
    if (error.code === "draft-gone") return { to: "" };
    return { said: pageProblem(words, error), refused: null };
  }
}

async function send({ cases }: FormDeps, { by, link }: Open, revision: number): Promise<void> {
  const work = await reportFor(cases, by, link.obligationId);
  const proposes = mustPropose(by, work);
  await (proposes ? proposeReport : submitReport)(cases, by, link.obligationId, revision, null);
}

async function keep(
  { cases }: FormDeps,
  opened: Open,
  body: Body,
  what: "save" | "more" | "review",
  more: string,
): Promise<Done> {
  const { by, link } = opened;
  await openReport(cases, by, link.obligationId, null);
  const work = await reportFor(cases, by, link.obligationId);
  if (!work.draft) throw new Problem("draft-gone");
  const read = await readBody(cases, opened, work, body, what === "review");
  // Whoever asked for the page in the chat goes on there; whoever sends from the page has no need to.
  const goesOn = what === "save" && link.byId === link.personId;
  const { revision } = work.draft;
  const faults = new Map([
    ...(await fillReport(cases, by, link.obligationId, read.fillings, revision, goesOn)),
    ...read.faults,
  ]);
  const after = await reportFor(cases, by, link.obligationId);
  if (what === "review")
    for (const [key, fault] of lacking(after)) if (!faults.has(key)) faults.set(key, [fault]);
  if (faults.size === 0)
    return {
      to:
        what === "review"
          ? "?buoc=xem-lai"
          : what === "more"
            ? `?them=${encodeURIComponent(more)}#muc-${encodeURIComponent(more)}`
            : "?luu=1",
    };
  const typed = typedAt(after, read.sent, faults, hidesOf(opened));
  return { said: null, refused: { faults: faults as Faults, typed } };
}

/**
 * Only what was changed on the page, and of that only what nobody has changed elsewhere meanwhile. Whoever goes on
 * to the review leaves what the board asks about as it is: it has been answered again.
 */
async function readBody(
  cases: FormDeps["cases"],
  opened: Open,
  work: ReportWork,
  body: Body,
  goesOn: boolean,
) {
  const fillings = new Map<string, Filling>();
  const faults = new Map<string, Fault[]>();
  const sent = new Map<string, Shown>();
  const hides = hidesOf(opened);
  const state = work.draft?.state ?? { answers: {}, cursor: "review" as const };
  for (const field of work.form.fields) {
    const was = lastText(body, named.was(field.key));
    if (was === "" || !isSent(field, body)) continue;
    const again = goesOn && state.only?.includes(field.key);
    if (field.kind === "files") {
      const before = (kept(state, field)?.value ?? []) as FileRef[];
      const { filling, fault } = await readFiles(cases, opened, field, body, before);
      if (again && !filling && before.length > 0)
        fillings.set(field.key, { kind: "files", kept: before.map((one) => one.id), added: [] });
      if (filling) fillings.set(field.key, filling);
      if (fault.length > 0) faults.set(field.key, fault);
      continue;
    }
    const list = field.kind === "group" ? await readTables(cases, field, body) : null;
    if (list?.fault) faults.set(field.key, [list.fault]);
    const typed = sentOf(field, body);
    const pasted = [typed.pasted, ...(list?.texts ?? [])].filter((one) => one.trim() !== "").join("\n");
    const shown = { ...typed, pasted };
    sent.set(field.key, shown);
    const before = kept(state, field);
    const hidden = hides(field, before);
    const filling = fillingOf(field, shown, again && !hidden ? "" : was);
    const now = stampOf(shownOf(field, hidden ? null : before));
    if (!filling || (now === stampOf(shown) && !again)) continue;
    if (now === was) fillings.set(field.key, filling);
    else faults.set(field.key, [{ problem: new Problem("answer-elsewhere", { label: field.label }) }]);
  }
  return { fillings, faults, sent };
}

/** What tables hold for a list; it stands in the box for pasted rows from here on, to be mended there. */
async function readTables(
  cases: FormDeps["cases"],
  field: GroupField,
  body: Body,
): Promise<{ texts: string[]; fault?: Fault }> {
  const texts: string[] = [];
  try {
    for (const file of uploads(body, named.table(field.key))) {
      const { text, leftOut } = await readList(cases, field, {
        name: file.name,
        size: file.refused === "large" ? LARGEST_REPORT_FILE + 1 : file.size,
        bytes: () => file.bytes(),
      });
      texts.push(text);
      // The rows that are shown stand in the box; of those that are not it is said so.
      const [hidden] = leftOut;
      if (hidden) return { texts, fault: { problem: new Problem("table-hidden", { ...hidden }) } };
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { texts, fault: { problem } };
  }
  return { texts };
}

async function readFiles(
  cases: FormDeps["cases"],
  { by, link }: Open,
  field: FilesField,
  body: Body,
  before: readonly FileRef[],
): Promise<{ filling: Filling | null; fault: Fault[] }> {
  const { kept: stay, came } = filesOf(field, body, before);
  const added: FileRef[] = [];
  const fault: Fault[] = [];
  for (const file of came) {
    try {
      // Before its content is kept: what the answer has no room for would stay with us for nothing.
      if (stay.length + added.length >= field.max)
        throw new Problem("files-too-many", { label: field.label, max: field.max });
      if (file.refused === "many") throw new Problem("link-limit");
      if (file.refused === "large") throw tooLarge(file.name);
      added.push(await keepUpload(cases, by, link, { name: file.name, bytes: await file.bytes() }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fault.push({ problem: error });
    }
  }
  const changed = added.length > 0 || stay.length < before.length;
  return { filling: changed ? { kind: "files", kept: stay, added } : null, fault };
}

/** What keeps the report from being sent, at each question. */
function lacking({ form, draft }: ReportWork): [string, Fault][] {
  if (!draft || checkComplete(form, draft.state) === null) return [];
  return missing(form, draft.state).map((field) => {
    const before = kept(draft.state, field);
    const problem =
      conflictOf(form, draft.state, field) ??
      (before?.doubt
        ? new Problem("number-doubted", { label: field.label })
        : new Problem("answer-required", { label: field.label }));
    return [field.key, { problem }];
  });
}

/** What stays in the controls: what was typed, where it could not be taken. */
function typedAt(
  { form, draft }: ReportWork,
  sent: ReadonlyMap<string, Shown>,
  faults: ReadonlyMap<string, readonly Fault[]>,
  hides: Hides,
): Map<string, Shown> {
  const typed = new Map<string, Shown>();
  for (const field of form.fields) {
    const shown = sent.get(field.key);
    if (!shown || !faults.has(field.key)) continue;
    const present = draft && kept(draft.state, field);
    const keptNow = draft && stampOf(shownOf(field, hides(field, present) ? null : present));
    if (keptNow !== stampOf(shown)) typed.set(field.key, shown);
  }
  return typed;
}
