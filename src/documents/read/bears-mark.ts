/** Whether what was read of a file bears a mark of secrecy, in its text or where no viewer shows it. */
import { isClassified } from "../../domain/plan/read/classification.ts";
import { normalise } from "../../domain/plan/read/normalise.ts";

/** A word in small letters that was deleted or hidden by itself is a piece of "bí mật". */
const fragment = /^\s*(?:tuyệt |tối )?mật[\s.,;]*$/gmu;

/** @throws Problem text-font-unreadable where the letters of its text were lost on the way */
export function bearsMark({ text, hidden }: { readonly text: string; readonly hidden: string }): boolean {
  return isClassified(hidden.replace(fragment, "")) || isClassified(normalise(text));
}
