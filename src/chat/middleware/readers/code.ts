/**
 * An invitation code, alone or inside a sentence. Anybody may use one that lives; only a stranger is told that one is
 * wrong, and only a stranger's wrong codes are counted as guesses.
 */
import { livingCode } from "../../../cases/people/living-code.ts";
import { codesIn, ownersCode } from "../../../domain/people/invitation.ts";
import { Problem } from "../../../domain/problem.ts";
import { enrolByCode } from "../../dialogues/enrol-by-code.ts";
import type { Reader } from "../typed-tap.ts";

/** Of one message no more are tried. */
const MOST = 4;

export const code: Reader = async (ctx, text) => {
  const found = codesIn(text).slice(0, MOST);
  const codes = found.map((one) => one.code);
  const asker = { line: ctx.deps.line, externalId: String(ctx.from?.id) };
  const living = await livingCode(ctx.deps.cases, asker, codes);
  if (living) {
    await enrolByCode(ctx, living);
    return true;
  }
  if (ctx.who && !ctx.who.roles.includes("stranger")) return false;
  const [likeliest] = found;
  const guess = likeliest?.code ?? ownersCode(text);
  if (guess === null || guess === undefined) return false;
  try {
    await enrolByCode(ctx, guess);
    return true;
  } catch (error) {
    // Two words that happen to look like a code: counted, so that nobody guesses this way, and read as words.
    const byChance = likeliest?.sure === false && error instanceof Problem;
    if (!byChance) throw error;
    return false;
  }
};
