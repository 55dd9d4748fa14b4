/**
 * How sure a finding is. What is doubtful is asked before it owes anything: a date whose year had to be guessed, a
 * weekday that does not fit, a page of the web that may only tell, a report that nobody is told to send.
 */
import type { Surroundings } from "./context/surroundings.ts";
import { isOn, type YearContext, yearsNear } from "./dates/years.ts";
import type { Doubt, MilestoneKind, ReadMilestone } from "./reading.ts";
import type { When } from "./when.ts";

/** What is asked of a finding. */
interface Finding {
  kind: MilestoneKind;
  action: string;
  near: Surroundings;
  taken: string | null;
  when: When;
  known: YearContext;
}

/** Why a finding is doubtful; null where it is sure. The first reason that holds. */
export function doubtOf({ kind, action, near, taken, when, known }: Finding): Doubt | null {
  if (taken === "late-clause") return "late";
  if (misfits(when, near.phrase.weekday)) return "weekday";
  if (guessed(when, near, known)) return "year";
  if (!near.letter && !near.phrase.bare) {
    if (near.web === "before" && near.stamped) return "past";
    if (kind === "report" ? !ordersUnits(near) : mayTell(near, taken))
      return kind === "report" ? "order" : "told";
  }
  if (!near.letter && near.kind === null && near.phrase.bare && kind === "report" && !ordersUnits(near))
    return "order";
  return isHollow(action) ? "matter" : null;
}

function misfits(when: When, weekday: number | null): boolean {
  if (weekday === null || !when.due || when.from || when.recurrence) return false;
  const [y, m, d] = when.due.split("-").map(Number) as [number, number, number];
  return !isOn({ type: "day", y, m, d }, weekday);
}

const farFrom = 1500;
const beside = 160;

/** The year comes neither from the document's date nor its title, nor is it written near by. */
function guessed(when: When, near: Surroundings, known: YearContext): boolean {
  if (when.recurrence || near.phrase.bare || near.phrase.relative) return false;
  if (when.vague) return true;
  if (!when.yearImplied || known.issued || known.published || known.titled.length > 0 || known.school)
    return false;
  if (near.phrase.weekday !== null) return false;
  const close = new Set(yearsNear(known.written, near.phrase.dateStart, farFrom));
  return (
    close.size !== 1 &&
    !yearsNear(known.written, near.phrase.dateStart, beside).some((year) =>
      when.due?.startsWith(String(year)),
    )
  );
}

const future =
  /(?=[sdtpcđykmghnl])(?<!\p{L})(?:sẽ|dự\s{1,3}(?:kiến|tính|định)|theo\s{1,3}(?:kế\s{1,3}hoạch|chương\s{1,3}trình|lịch|đó|thông\s{1,3}báo|quy\s{1,3}định)|phải|cần|đề\s{1,3}nghị|yêu\s{1,3}cầu|kính\s{1,3}mời|mời|giao|hạn|thời\s{1,3}gian|được\s{1,3}nghỉ|nghỉ|trân\s{1,3}trọng|kể\s{1,3}từ|từ\s{1,3}nay|lịch|kế\s{1,3}hoạch|nhận|thực\s{1,3}hiện)(?!\p{L})/u;

/** On a page without letterhead: nothing near says that it is still to come. */
function mayTell(near: Surroundings, taken: string | null): boolean {
  if (near.web === "after" || near.has("strict", "by", "limit", "label", "expected", "finish")) return false;
  // What a list sets out is a programme.
  if (near.phrase.rules.includes("hour-under-a-day") || near.place.block.mark !== null) return false;
  if (near.column !== null || ["cell", "labelled", "schedule-line", "schedule-heading"].includes(taken ?? ""))
    return false;
  return !says(near, future) && !future.test(near.heading);
}

const bidden =
  /(?=[cmtpđyguh])(?<!\p{L})(?:các|mỗi|từng|phải|cần|đề\s{1,3}nghị|yêu\s{1,3}cầu|giao|ubnd|hạn|chịu\s{1,3}trách|đơn\s{1,3}vị|chi\s{1,3}bộ|chi\s{1,3}đoàn|đảng\s{1,3}bộ|cơ\s{1,3}sở|địa\s{1,3}phương|chỉ\s{1,3}đạo)(?!\p{L})/u;

const window = 240;

/** Whether words stand in its sentence, in the one before or in what it stands under. */
function says(near: Surroundings, words: RegExp): boolean {
  return (
    words.test(near.before.slice(-window)) ||
    words.test(near.after.slice(0, window)) ||
    words.test(near.previous().slice(-window)) ||
    words.test(near.above().slice(-window)) ||
    words.test(near.lead())
  );
}

/** On a page without letterhead: somebody is told to send it. */
function ordersUnits(near: Surroundings): boolean {
  return near.kind !== null || says(near, bidden);
}

/** Hardly a word of what is to be done. */
function isHollow(action: string): boolean {
  return (
    (action.match(/[\p{L}\d]{1,}/gu) ?? []).length < 2 ||
    /^(?:tại|ở|địa điểm|và|hoặc|nhưng|tuy nhiên|đến|từ)(?!\p{L})/iu.test(action)
  );
}

/** The keys a milestone has of it. */
export function sureness(doubt: Doubt | null): Pick<ReadMilestone, "sure" | "doubt"> {
  return { sure: doubt ? "low" : "high", doubt };
}
