/**
 * Whether a line goes on the sentence of the line before. A date cut in two by the edge of a page or a cell
 * ("trước ngày" / "25/4/2024") is a deadline lost, two items glued into one are a deadline with the wrong words:
 * so a join needs a sign that the sentence is open.
 */
import { withoutSigns } from "./doubt-sign.ts";

const listMark = /^([-+*•–—▪●○]\s*\S|\d{1,2}(\.\d{1,2})*[.)-]+\s|[IVX]{1,5}[.)-]+\s|[a-zđ]{1,2}[.)]\s)/u;
const closed = /[.;:!?…]["”’)]*$/u;
const openWord =
  /(?:^|[\s(])(?:ngày|tháng|năm|quý|trước|sau|từ|đến|hết|số|và|của|về|với|cho|là|tại|theo|đồng chí|thứ|lúc|các|những|trong|để|khi)$/iu;

/** Whether a line begins an item of a list or a numbered paragraph. */
export function beginsItem(line: string): boolean {
  return listMark.test(withoutSigns(line));
}

/**
 * Whether the second line continues the first.
 * @param full whether the first reaches the edge of its column, so that it was broken for want of room
 */
export function continues(signedLine: string, signedNext: string, full: boolean): boolean {
  const [line, next] = [withoutSigns(signedLine), withoutSigns(signedNext)];
  if (line === "" || next === "" || beginsItem(next)) return false;
  if (openWord.test(line) || /[,(–-]$/u.test(line)) return true;
  if (/^\p{Ll}/u.test(next)) return (full || !closed.test(line)) && !isCapitals(line);
  if (/^[\p{P}\p{S}]/u.test(next) && !/^["“(*]/u.test(next)) return !closed.test(line);
  return full && isCapitals(line) === isCapitals(next);
}

/** A line as it stands before the one that continues it: with a space, or without the hyphen that cut a word. */
export function closeLine(line: string, next: string): string {
  if (/\p{Ll}\u00ad$/u.test(line)) return line.slice(0, -1);
  if (/\p{Ll}-$/u.test(line) && /^\p{Ll}/u.test(next)) return line.slice(0, -1);
  return /[\p{L}\d]-$/u.test(line) || /[\d/]\/$/u.test(line) ? line : `${line} `;
}

/** Headings stand in capitals: they neither continue text nor are continued by it. */
export function isCapitals(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}{2}/u.test(line);
}
