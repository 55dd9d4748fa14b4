/** The forms that every installation has from its first day, by the keys they are stored under. */
import type { Form } from "../form.ts";
import { narrativeForm } from "./narrative.ts";
import { resolutionForm } from "./resolution.ts";
import { scienceForm } from "./science.ts";
import { studyForm } from "./study.ts";

/** The form of a plan for which nobody has chosen one. */
export const DEFAULT_FORM = "study";

export const readyForms: readonly { key: string; form: Form }[] = [
  { key: DEFAULT_FORM, form: studyForm },
  { key: "science", form: scienceForm },
  { key: "narrative", form: narrativeForm },
  { key: "resolution", form: resolutionForm },
];
