/** The screens of a report, turned into those of a trial: other buttons, and never a word that something was sent. */
import type { Trial } from "../../../cases/form/try-form.ts";
import { type Next, nextOf } from "../../../domain/form/advance.ts";
import { Doubt } from "../../../domain/form/doubt.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Words } from "../../../i18n.ts";
import { list, nilReview, review } from "../../questions/answers.ts";
import { type Answered, question } from "../../questions/question.ts";
import type { Button, Screen } from "../../screen.ts";
import { reportActions } from "../report/actions.ts";
import { formActions as on, trialActions } from "./actions.ts";

/** There is no obligation: its buttons name 0. */
const NONE = 0;

export function trialScreen(words: Words, trial: Trial, next: Next, last: Answered | null): Screen {
  const work = workOf(words, trial);
  if (next.kind === "review") {
    const screen = review(words, { ...work, revision: 0, proposes: false }, next);
    const sends = words.t("report-review-ask", { count: 0 });
    return asTrial(words, { ...screen, text: screen.text.replace(sends, words.t("forms-trial-ask")) });
  }
  if (next.kind === "nil") return asTrial(words, nilReview(words, { ...work, revision: 0 }));
  return asTrial(words, question(words, work, next, { last }));
}

export function listScreen(words: Words, trial: Trial, page: number): Screen {
  const next = nextOf(trial.form, { ...trial.state, cursor: "review" }) as Extract<Next, { kind: "review" }>;
  return asTrial(words, list(words, workOf(words, trial), next, page));
}

/** What is said of a wrong answer, with what may have been meant by it. */
export function problemScreen(words: Words, text: string, wrong: Problem, field: string): Screen {
  const offers = wrong instanceof Doubt ? wrong.offers : [];
  const buttons = offers.map((offer): Button[] => [
    { text: offer.text, data: reportActions.say.data(NONE, field, offer.say) },
  ]);
  return asTrial(words, { text, buttons });
}

/** Where a report names its plan and unit, a trial says that it is one, and of which form. */
const workOf = (words: Words, { form }: Trial) => ({
  obligationId: NONE,
  unitName: form.title,
  planNumber: words.t("forms-trial"),
  planTitle: "",
  dueBefore: null,
  effectiveDueBefore: null,
  mend: null,
  form,
});

function asTrial(words: Words, screen: Screen): Screen {
  const end: Button = { text: words.t("forms-trial-end"), data: on.end.data() };
  const rows = (screen.buttons ?? []).map((row) => row.flatMap((button) => own(words, button)));
  return { ...screen, buttons: [...rows, [end]] };
}

/** What a trial has no use for, such as the page of private questions, is left out. */
function own(words: Words, button: Button): Button[] {
  if (!("data" in button)) return [];
  const data = `ft-${button.data}`;
  if (!Object.values(trialActions).some((action) => action.parse(data) !== null)) return [];
  const sends = reportActions.send.parse(button.data) !== null;
  return [{ text: sends ? words.t("forms-trial-send") : button.text, data }];
}
