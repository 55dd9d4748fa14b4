/** Yes or no, several of the options, a unit or a person of the register: typed. */
import { Problem } from "../../problem.ts";
import { Doubt } from "../doubt.ts";
import type { RegisterRef } from "../draft.ts";
import type { ChoiceField, ChoicesField, RegisterField, YesNoField } from "../form.ts";
import { readChoice } from "./choice.ts";
import { bare, clean, excerpt, plain } from "./spelling.ts";
import { meansNo, meansNotYet, meansYes } from "./words.ts";

/** Problems: `yesno-expected` {label, text}. */
export function readYesNo(field: YesNoField, typed: string): "yes" | "no" | Problem {
  if (meansYes(typed)) return "yes";
  if (meansNo(typed) || meansNotYet(typed)) return "no";
  return new Problem("yesno-expected", { label: field.label, text: excerpt(typed) });
}

/**
 * "1, 3" · "1 3" · "trực tiếp; trực tuyến": the options' values in the order of the form. A bare "no" to an optional
 * question is null. Problems: `choices-expected` {label, text}, `choices-too-many` {label, max}.
 */
export function readChoices(field: ChoicesField, typed: string): string[] | null | Problem {
  if (!field.required && meansNo(typed)) return null;
  const one: ChoiceField = { ...field, kind: "choice" };
  const text = clean(typed);
  const whole = readChoice({ ...one, required: true }, text);
  const parts =
    typeof whole === "string"
      ? [text]
      : text.split(/[,;\n+]| và |(?<=\d) +(?=\d)/u).map((part) => part.trim());
  const chosen = new Set<string>();
  for (const part of parts.filter((part) => part !== "")) {
    const value = readChoice({ ...one, required: true }, part);
    if (typeof value !== "string")
      return new Problem("choices-expected", { label: field.label, text: excerpt(part) });
    chosen.add(value);
  }
  if (chosen.size === 0) return new Problem("choices-expected", { label: field.label, text: excerpt(typed) });
  if (field.max !== undefined && chosen.size > field.max)
    return new Problem("choices-too-many", { label: field.label, max: field.max });
  return field.options.map((option) => option.value).filter((value) => chosen.has(value));
}

/** Who may be chosen: only as much of the register as the person may see. */
export interface RegisterEntry {
  register: "unit" | "person";
  ref: number;
  name: string;
}

const MOST_OFFERS = 8;

/**
 * The entry that is called so; "#12" is the one with that id. Several are asked about.
 * Problems: `register-unknown` {label, text}, `register-which` {label, text} (a {@link Doubt}),
 * `register-many` {label, count}.
 */
export function readRegister(
  field: RegisterField,
  typed: string,
  register: readonly RegisterEntry[],
): RegisterRef | Problem {
  const all = register.filter((entry) => entry.register === field.of);
  const id = /^#(\d{1,9})$/.exec(typed.trim())?.[1];
  const vars = { label: field.label, text: excerpt(typed) };
  if (id !== undefined) {
    const entry = all.find((one) => one.ref === Number(id));
    return entry ? { ...entry } : new Problem("register-unknown", vars);
  }
  const words = bare(typed);
  const exact = all.filter((entry) => plain(entry.name) === words);
  const found =
    exact.length > 0 || words.length < 2 ? exact : all.filter((entry) => plain(entry.name).includes(words));
  const [only] = found;
  if (!only) return new Problem("register-unknown", vars);
  if (found.length === 1) return { register: only.register, ref: only.ref, name: only.name };
  if (found.length > MOST_OFFERS)
    return new Problem("register-many", { label: field.label, count: found.length });
  return new Doubt(
    "register-which",
    vars,
    found.map((entry) => ({ text: entry.name, say: `#${entry.ref}` })),
  );
}
