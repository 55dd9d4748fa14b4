/**
 * Whether the number that somebody wrote can be that of a plan: "12", "12-kh", "12-KH/ĐU" for 12-KH/ĐU; with or without
 * marks. Null, written or of the plan: nothing was named, or there is nothing to compare with.
 */
import { bare } from "./marks.ts";

export function planWritten(number: string | null, written: string | null): boolean {
  if (written === null) return true;
  if (number === null) return false;
  const [whole, part] = [bare(number), bare(written)];
  return whole === part || whole.startsWith(`${part}-`) || whole.startsWith(`${part}/`);
}
