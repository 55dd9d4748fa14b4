/** What a signed page shows: how things stand with the report, whatever was asked. */
import { registerOf } from "../../cases/page/fill-report.ts";
import { mustPropose } from "../../cases/report/propose-report.ts";
import { asSent, isHeldByOther, reportFor } from "../../cases/report/write-report.ts";
import { nextOf } from "../../domain/form/advance.ts";
import { checkComplete } from "../../domain/form/canonical.ts";
import { isInTime } from "../../domain/obligation/status.ts";
import { Problem, problemCodes } from "../../domain/problem.ts";
import type { Words } from "../../i18n.ts";
import { proposalOf } from "../../store/people/hand-overs.ts";
import { contactOf } from "../../store/people/web-links.ts";
import { untoldFiles } from "../../store/sending/notices.ts";
import type { FormDeps, Open } from "./deps.ts";
import type { Html, Said } from "./frame.ts";
import { hidesOf } from "./hidden.ts";
import { formPage, heldPage, nilPage, type Refused, receiptPage, reviewPage, shutPage } from "./pages.ts";

/** From the address of the page. */
export interface Wanted {
  step?: string | undefined;
  more?: string | undefined;
  saved?: string | undefined;
}

/** What was wrong with what was sent. */
export interface NotDone {
  said: string | null;
  refused: Refused | null;
}

export async function present(
  { cases, wordsFor }: Pick<FormDeps, "cases" | "wordsFor">,
  opened: Open,
  path: string,
  { step, more, saved }: Wanted,
  notDone: NotDone = { said: null, refused: null },
): Promise<Html> {
  const { link, by } = opened;
  const words = wordsFor(by.locale);
  const work = await reportFor(cases, by, link.obligationId);
  const { draft, sent } = work;
  const paper = by.acting?.kind === "paper";
  const place = {
    ...{ words, path, work, name: by.name, paper, hides: hidesOf(opened), expiresAt: link.expiresAt },
    contact: await contactOf(cases.db, link.obligationId),
    told: toldOf(words, await untoldFiles(cases.db, by.personId, link.obligationId)),
  };
  const open = work.state === "open" && work.planState === "published" && sent?.review !== "accepted";
  if (sent && !draft && (sent.review !== "returned" || !open)) {
    const at = work.firstSentAt ?? sent.submittedAt;
    const inTime = isInTime(at, work.effectiveDueBefore, work.returns, sent.submittedAt);
    return receiptPage({ ...place, work: await asSent(cases, work) }, sent, inTime, open);
  }
  if (!open) return shutPage(place, words.problem(new Problem("obligation-closed")));
  const said: Said | null = notDone.said
    ? { kind: "wrong", text: notDone.said }
    : saved
      ? {
          kind: "good",
          text: words.t(paper ? "page-saved-paper" : "page-saved", { until: words.moment(link.expiresAt) }),
        }
      : null;
  if (draft && isHeldByOther(draft, by))
    return heldPage(place, words.problem(new Problem("draft-held", { name: draft.holderName })));
  const proposal = draft && (await proposalOf(cases.db, link.obligationId));
  if (proposal && proposal.byId === by.personId && step !== "sua" && !notDone.refused)
    return heldPage(place, words.t("page-proposed", { name: proposal.toName }));
  if (draft?.state.cursor === "nil") return nilPage(place, said);
  if (draft && step === "xem-lai" && checkComplete(work.form, draft.state) === null) {
    const next = nextOf(work.form, { ...draft.state, cursor: "review" });
    if (next.kind === "review") return reviewPage(place, next, mustPropose(by, work), said);
  }
  const register = await registerOf(cases.db, work);
  return formPage({ ...place, register, more: more ?? null, refused: notDone.refused, said });
}

/** A page is the place where somebody whom no chat reaches learns what became of a file. */
function toldOf(words: Words, files: Awaited<ReturnType<typeof untoldFiles>>): string[] {
  return files.flatMap(({ code: said, vars }) => {
    const code = problemCodes.find((one) => one === said);
    if (code === "answer-classified") return [words.t("page-secret-file")];
    return code ? [words.problem(new Problem(code, vars))] : [];
  });
}
