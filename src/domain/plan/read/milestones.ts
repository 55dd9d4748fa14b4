/** From temporal phrases to milestones: which of them the document orders, and what, by whom, to whom. */
import { actorOf, owedByOf } from "./actor.ts";
import { actionOf, asks, ofWhich } from "./context/action.ts";
import { placesOf } from "./context/clause.ts";
import { shortNamed, withObject, withoutActor } from "./context/essence.ts";
import { downwards, kindOf, sending } from "./context/kind.ts";
import { type Surroundings, surroundingsOf } from "./context/surroundings.ts";
import { type Row, rowOf, rowsBelow } from "./context/table.ts";
import { allPhrases } from "./dates/all.ts";
import { acting, takenBy } from "./dates/evidence.ts";
import { excludedBy } from "./dates/exclusions.ts";
import type { Phrase } from "./dates/phrases.ts";
import { rhythmTakenBy } from "./dates/rhythm-evidence.ts";
import { schoolYearOf, writtenYears, type YearContext, yearsOf } from "./dates/years.ts";
import { readPublished } from "./header/published.ts";
import type { Header } from "./header.ts";
import { lastMoment, type StatedDue } from "./last-moment.ts";
import type { ReadMilestone } from "./reading.ts";
import { withoutRepeats } from "./repeated.ts";
import type { Page } from "./scan.ts";
import type { Block } from "./sections.ts";
import { doubtOf, sureness } from "./sure.ts";
import { partEnd, type When, whenOf } from "./when.ts";

/** A phrase and what was decided about it, for staff who ask why and for the tests of the rules. */
export interface Decision {
  phrase: Phrase;
  /** `taken`: the rule of evidence; `struck`: the rule of exclusion or "no-evidence". */
  taken: string | null;
  struck: string | null;
  near: Surroundings;
  row: Row | null;
  previousEnd: number;
  whens: When[];
  known: YearContext;
}

/** Decides on every temporal phrase of a page. `bodyStart`: offset where letterhead and title end. */
export function decide(page: Page, blocks: readonly Block[], header: Header, bodyStart: number): Decision[] {
  // A line of the letterhead heads nothing below it.
  for (const block of blocks) if (block.end <= bodyStart) block.part = "head";
  const placeAt = placesOf(page, blocks);
  const phrases = allPhrases(page.scan, header).filter((phrase) => phrase.dateStart >= bodyStart);
  const decisions: Decision[] = [];
  const published = bodyStart === 0 ? readPublished(page) : null;
  const known = {
    issued: header.issued,
    published: published?.day ?? null,
    titled: yearsOf(header.title ?? ""),
    written: writtenYears(page.scan),
    school: schoolYearOf(header.title ?? "", page.scan),
    standing: isStanding(header),
  };
  const title = (header.title ?? "").toLowerCase();
  const today = header.issued;
  const told = today ?? (published?.clock ? published.day : null);
  const notice = bodyStart === 0 && announcing.test(page.scan.slice(0, 1200));
  let previous: { end: number; sentence: number } = { end: 0, sentence: -1 };
  phrases.forEach((phrase, i) => {
    const place = placeAt(phrase.dateStart);
    if (place?.block.part !== "body") return;
    const inSentence = (other: Phrase | undefined) =>
      other !== undefined && other.dateStart >= place.sentence.start && other.dateStart < place.sentence.end;
    const finerBeside = [phrases[i - 2], phrases[i - 1], phrases[i + 1], phrases[i + 2]].some(
      (other) => inSentence(other) && other?.dates[0] !== undefined && other.dates[0].point.type !== "year",
    );
    const whens = whenOf(phrase, known, page);
    const past = today !== null && whens.length > 0 && whens.every((when) => isPast(when, today));
    const previousEnd = previous.sentence === place.sentence.start ? previous.end : 0;
    const first = surroundingsOf(page, phrase, place, header, {
      previousEnd,
      title,
      past,
      begunLongAgo: told !== null && whens.some((when) => beganLongBefore(when, told)),
      ahead: today !== null && whens.length > 0 && !past,
      finerBeside,
      letter: bodyStart > 0,
      notice,
      web: published ? sideOf(whens, published.day) : null,
      stamped: published?.clock ?? false,
      column: null,
    });
    const row = rowOf(page, place, first.alone);
    const near = { ...first, column: row ? row.label : null };
    const decision: Decision = { phrase, taken: null, struck: null, near, row, previousEnd, whens, known };
    const put = published && published.start <= phrase.dateStart && phrase.dateStart < published.end;
    const reason = strike(near, phrases, i);
    decision.struck = put && reason !== "timestamp" ? "published" : reason;
    if (!decision.struck) {
      decision.taken = phrase.bare
        ? rhythmTakenBy(near)
        : phrase.relative
          ? relativeTaken(near, whens, known.standing)
          : takenBy(near);
      if (!decision.taken) decision.struck = "no-evidence";
    }
    if (decision.taken) previous = { end: phrase.end, sentence: place.sentence.start };
    decisions.push(decision);
  });
  orderedByItsLateness(decisions);
  return decisions;
}

/** "Gửi gấp về Hội đồng. Nếu gửi muộn sau 20/5 sẽ không kịp": where no other date stands, that is the last day. */
function orderedByItsLateness(decisions: Decision[]): void {
  if (decisions.some((decision) => decision.taken !== null)) return;
  const late = decisions.find(
    ({ struck, near }) => struck === "late-clause" && sending.test(near.previous() || near.above()),
  );
  if (!late) return;
  late.taken = "late-clause";
  late.struck = null;
}

/** A regulation holds until it is replaced, unless its title says for which year it is. */
function isStanding({ kind, title }: Header): boolean {
  const about = (title ?? "").toLowerCase();
  if (/(?<!kỳ )(?:năm|\/)\s?(?:19|20)\d{2}(?!\s?-)/u.test(about.replace(/nhiệm kỳ.{0,16}/u, "")))
    return false;
  return (
    ["QUY CHẾ", "QUY ĐỊNH", "QUY TRÌNH", "NGHỊ ĐỊNH", "THÔNG TƯ"].includes(kind ?? "") ||
    /(?:ban hành|sửa đổi|bổ sung).{0,40}\s(?:quy chế|quy định)|chế độ (?:thông tin|báo cáo|sinh hoạt)/u.test(
      about,
    )
  );
}

/** Reads the milestones of a page. */
export function readMilestones(
  page: Page,
  blocks: readonly Block[],
  header: Header,
  bodyStart: number,
  zone: string,
  toUs: boolean,
): ReadMilestone[] {
  const found = decide(page, blocks, header, bodyStart)
    .filter((decision) => decision.taken !== null)
    .flatMap((decision) => [decision, ...below(page, decision)])
    .flatMap((decision) => milestonesOf(page, decision, header, zone, toUs));
  likeTheFirst(found, page);
  if (bodyStart > 0) return found;
  const headline = blocks.find((block) => block.end - block.start > 20);
  return withoutRepeats(
    found,
    headline ? page.text.slice(headline.start, Math.min(headline.end, headline.start + 400)) : "",
  );
}

/** "Hồ sơ nộp: khối Mầm non sáng 06/6; khối Tiểu học chiều 06/6": an item without a verb is of its list's kind. */
function likeTheFirst(milestones: ReadMilestone[], page: Page): void {
  for (let i = 1; i < milestones.length; i++) {
    const [before, own] = [milestones[i - 1] as ReadMilestone, milestones[i] as ReadMilestone];
    const between = page.scan.slice(before.at[1], own.at[0]);
    if (
      before.kind === "report" &&
      own.kind !== "report" &&
      /^\s{0,3};[^.;:\n]{2,40}$/.test(between) &&
      !(own.kind === "event" ? asks(between) : acting.test(between))
    )
      milestones[i] = { ...own, kind: "report" };
  }
}

/** The same day for the rows of a schedule that leave its cell blank. */
function below(page: Page, decision: Decision): Decision[] {
  if (!decision.row?.time || decision.phrase.time) return [];
  return rowsBelow(page, decision.near.place).map((row) => ({ ...decision, row }));
}

function milestonesOf(
  page: Page,
  { phrase, taken, near, row, previousEnd, whens, known }: Decision,
  header: Header,
  zone: string,
  toUs: boolean,
): ReadMilestone[] {
  const action = actionOf(page, near, row, previousEnd, header.title);
  const kind = row?.time ? "event" : kindOf(action.clause, near, taken);
  const named = actorOf(page, near.place, action, row);
  // What the action calls by its short name is called so beside it, or it could not be told from the action.
  const short = named && shortNamed(named);
  const actor = short && action.text.startsWith(`${short} `) ? short : named;
  const owedBy = owedByOf(actor, header, toUs);
  const text = withObject(withoutActor(action.text, named), page, near);
  const which = ofWhich.exec(near.after)?.[1] ?? null;
  const counted = countedIn(
    text,
    whens.length,
    page.text.slice(Math.max(near.place.block.start, action.start - 300), action.start),
  );
  return whens.map((when, i) => {
    const [start, end] = when.at;
    const label = when.label ?? which ?? (counted ? `${counted.noun} ${i + 1}/${whens.length}` : null);
    const strictBefore = phrase.strict && !phrase.time;
    const milestone: ReadMilestone = {
      kind,
      action: label ? `${counted?.text ?? text} (${label})` : text,
      actor,
      reportTo: kind === "report" ? action.reportTo : null,
      due: when.due,
      strictBefore,
      lastMoment: null,
      from: when.from,
      time: phrase.time ?? (when.due ? (row?.time ?? null) : null),
      period: when.period,
      recurrence: when.recurrence,
      yearImplied: when.yearImplied,
      vague: when.vague,
      ...sureness(doubtOf({ kind, action: text, near, taken, when, known })),
      quote: page.text.slice(start, end),
      at: [start, end],
      owedBy,
    };
    const part = partEnd(near.words, when.period);
    milestone.lastMoment = lastMomentIn(part ? { ...milestone, due: part } : milestone, zone);
    return milestone;
  });
}

/** "tổ chức 02 lớp …" over two dates: each date is one of them. In "…; 02 lớp …" the verb stands with the first. */
function countedIn(action: string, dates: number, before: string): { noun: string; text: string } | null {
  const match = /(?<!\d)0?(\d)\s{1,3}(lớp|hội nghị|đợt|cuộc|buổi|kỳ)\s/u.exec(action);
  if (!match || dates < 2 || Number(match[1]) !== dates) return null;
  const verb = match.index === 0 ? (/(?<!\p{L})(?:tổ chức|mở)(?=\s0?\d)/u.exec(before)?.[0] ?? "") : "";
  return { noun: match[2] ?? "", text: `${verb} ${action.replace(match[0], `${match[2]} `)}`.trim() };
}

function strike(near: Surroundings, phrases: readonly Phrase[], i: number): string | null {
  if (!near.phrase.bare) return near.phrase.dates.length > 0 ? excludedBy(near) : null;
  if (isTitle(near)) return "title";
  if (/BYDAY|DAILY/.test(near.phrase.rhythm ?? "") || closes(near)) return null;
  if (
    /^\s{1,3}(?:thực\s{1,3}hiện|có|gồm|chia)?[^.;:\n]{0,30}\d{1,2}\s{1,3}(?:(?:kỳ|lần|đợt)\s[^.;\n]{0,60}:\s*$|(?:kỳ|lần|đợt)\s{1,3}báo\s{1,3}cáo)/u.test(
      near.after,
    )
  )
    return "dated-below";
  const next = phrases[i + 1];
  const dated =
    next &&
    !next.bare &&
    next.dateStart < near.place.sentence.end &&
    next.dateStart - near.phrase.end < (near.initial ? 320 : 160);
  return dated && next.roles.size > 0 ? "dated-beside" : null;
}

/** "… số 1764/UBND-SNV về việc xây dựng kế hoạch hằng năm và báo cáo", or the headline of a page. */
function isTitle(near: Surroundings): boolean {
  const { block, index } = near.place;
  if (
    near.before.includes(" về ") &&
    /(?:\d|\p{L})[-/]\s?\p{L}{2,14}[^.;]{0,60}\svề\s[^.;]{0,260}$/u.test(near.before)
  )
    return true;
  return !near.letter && near.unended() && index <= 2 && block.mark === null;
}

/** "Tham mưu sơ kết hằng năm, tổng kết vào năm 2030": the repetition ends its clause, the date is another's. */
function closes(near: Surroundings): boolean {
  return !near.initial && /^\s{0,3},\s{0,3}(?:sơ|tổng)\s{1,3}kết\s/u.test(near.after);
}

const reckoned = new Map<string, string | null>();
const mostReckoned = 5000;

/** Documents of one office name the same days again and again; reckoning with zones is the dearest step of all. */
function lastMomentIn(stated: StatedDue, zone: string): string | null {
  const key = [zone, stated.due, stated.strictBefore, stated.time, stated.period].join();
  let last = reckoned.get(key);
  if (last === undefined) {
    last = lastMoment(stated, zone);
    if (reckoned.size >= mostReckoned) reckoned.clear();
    reckoned.set(key, last);
  }
  return last;
}

/** Outside a regulation a count of days orders too where somebody is to act. */
const ordering =
  /(?<!\p{L})(?:phải|có\s{1,3}trách\s{1,3}nhiệm|thông\s{1,3}báo|công\s{1,3}bố|hoàn\s{1,3}thành|xây\s{1,3}dựng|tổ\s{1,3}chức)\s/u;

/**
 * A count of days is shown where something is to be sent up, and where the day it ends on can be reckoned;
 * procedures of a regulation are not.
 */
function relativeTaken(near: Surroundings, whens: readonly When[], standing: boolean): string | null {
  if (near.place.quoted) return null;
  const known = whens.some((when) => when.due !== null);
  if (
    known &&
    /chậm\s{1,3}nhất|thời\s{1,3}hạn|hoàn\s{1,3}thành|(?<!\p{L})xong/u.test(
      near.before.slice(-90) + near.words,
    )
  )
    return "counted-days";
  const [before, after] = [near.before.slice(-200), near.after.slice(0, 120)];
  if (!standing && !/tháng/u.test(near.words) && [near.between, after].some((words) => ordering.test(words)))
    return "counted-days";
  return (sending.test(before) && !downwards.test(before)) || sending.test(after) ? "counted-days" : null;
}

const longAgo = 120;

/** What began four months before the document is a time it covers, not one it sets. */
function beganLongBefore(when: When, issued: string): boolean {
  const start = when.from ?? (when.period?.includes("/") ? `${when.period.slice(0, 7)}-28` : null);
  if (!start || !/^\d{4}-\d{2}-\d{2}$/.test(start)) return false;
  return Date.parse(issued) - Date.parse(start) > longAgo * 86_400_000;
}

/** Without letterhead: what speaks to those who are to come or to do. */
const announcing =
  /(?<!\p{L})(?:thông\s{1,3}báo(?!\s{1,3}(?:số|kết|về\s{1,3}tình))|kính\s{1,3}(?:mời|gửi|đề)|trân\s{1,3}trọng|đề\s{1,3}nghị|thể\s{1,3}lệ|lịch\s{1,3}(?:họp|công|làm|thi))(?!\p{L})/u;

/** How dates lie to the day a page was put on the web. */
function sideOf(whens: readonly When[], day: string): "before" | "after" | null {
  if (whens.length === 0) return null;
  const last = (when: When) => when.due ?? when.period?.split("/").at(-1) ?? null;
  const days = whens.map(last);
  if (days.some((one) => one === null || /Q/.test(one))) return null;
  return days.every((one) => (one as string) < day.slice(0, one?.length) || one === day) ? "before" : "after";
}

function isPast(when: When, issued: string): boolean {
  if (when.recurrence) return false;
  const last = when.due ?? when.period?.split("/").at(-1) ?? null;
  if (!last) return false;
  if (/Q/.test(last))
    return `${last.slice(0, 4)}-${String(Number(last.slice(6)) * 3).padStart(2, "0")}` < issued.slice(0, 7);
  return last < issued.slice(0, last.length);
}
