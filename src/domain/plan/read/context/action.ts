/** What is to be done: the clause around a temporal phrase, its actor and its recipient taken apart. */

import { acting, eventNoun } from "../dates/evidence.ts";
import { lettersIn, type Page } from "../scan.ts";
import { type Block, type Span, sentencesOf } from "../sections.ts";
import { leadBlockOf } from "./clause.ts";
import { clean, essence, shorten } from "./essence.ts";
import { sending } from "./kind.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Row } from "./table.ts";

/** The action's words, the clause it was taken from (lower case) and to whom it is sent. */
export interface Action {
  text: string;
  clause: string;
  /** Start of the clause, where its actor is looked for. */
  from: number;
  /** Start of the action itself. */
  start: number;
  reportTo: string | null;
}

/** Reads the action a phrase dates. `previousEnd`: end of the phrase before, whose clause is not this one's. */
export function actionOf(
  page: Page,
  near: Surroundings,
  row: Row | null,
  previousEnd: number,
  title: string | null,
): Action {
  const { phrase, place } = near;
  if (row?.action) return spanned(page, row.action, near);
  if (afterwards.test(near.before)) return elsewhere(page, near, title);
  const before = { start: clauseStart(page, near, previousEnd), end: phrase.start };
  const after = { start: phrase.end, end: Math.min(place.sentence.end, phrase.end + 500) };
  if (phrase.rules.includes("hour-under-a-day") && !/cùng/.test(near.words) && meaning(page, after) >= 5)
    return atThatHour(page, after, near);
  const saidBefore =
    !near.initial &&
    (/^\s{0,3}để\s/u.test(near.after) || !asks(near.after.slice(0, 40))) &&
    sending.test(near.before.slice(-60));
  if (
    phrase.bare &&
    !saidBefore &&
    /^\s{0,3},?\s{0,3}\p{L}/u.test(near.after) &&
    !/^(?:sơ|tổng)/.test(near.words)
  ) {
    return spanned(
      page,
      near.initial && phrase.rhythm ? after : { start: phrase.start, end: after.end },
      near,
    );
  }
  if (phrase.bare && /^(?:sơ|tổng)/.test(near.words)) return reviewOf(page, near, after);
  const [clause, rest] = [page.scan.slice(before.start, before.end), page.scan.slice(after.start, after.end)];
  if (asks(clause) && meaning(page, before) < 8 && /^\s{0,3}\p{L}/u.test(rest))
    return joined(page, before, after, near);
  if (beginning.test(clause) || (near.has("from") && meaning(page, before) < 8 && thenEnds.test(rest)))
    return elsewhere(page, near, title);
  if (previousSays.test(rest) && meaning(page, before) < 5 && near.place.previous)
    return spanned(page, beforeItsDate(page, near.place.previous), near);
  const bracket =
    asks(clause) || !(near.words.includes("(") || /^\s{0,3}\)/.test(rest)) ? null : listed.exec(rest);
  if (bracket && sending.test(rest.slice(bracket[0].length, bracket[0].length + 120)))
    return spanned(page, { start: after.start + bracket[0].length, end: after.end }, near);
  const enough = /:\s{0,3}$/.test(clause) ? 3 : asks(clause) ? 5 : 8;
  if (staged.test(clause) && /^[\s)]{0,4}[:,-]\s/.test(rest) && meaning(page, after) >= 8)
    return spanned(page, after, near);
  // "Chuyển sinh hoạt đảng: trong thời hạn …, đảng viên nộp hồ sơ": the words before only name it.
  if (/:\s{0,3}$/.test(clause) && /^\s{0,3},/.test(rest) && !placeOnly.test(rest) && asks(rest.slice(0, 120)))
    return spanned(page, after, near);
  // "Nghỉ thứ Hai, ngày 31-12 và đi làm bù vào …": what follows is another's.
  if (near.has("on", "weekday") && meaning(page, before) >= 3 && /^\s{0,3}và\s/u.test(rest))
    return spanned(page, before, near);
  if (near.has("limit") && limited(page, phrase) && meaning(page, before) < 5)
    return spanned(page, { start: phrase.start, end: phrase.dateStart }, near);
  if (
    previousEnd > place.sentence.start &&
    /^\s{0,3}(?:phải|cần|sẽ)\s{1,3}\p{L}/u.test(rest) &&
    asks(rest.slice(0, 60))
  )
    return spanned(page, after, near);
  const opensOnly =
    /^\s{0,3}\)?\s{0,3},/.test(rest) &&
    asks(rest) &&
    ((meaning(page, before) < 25 && !asks(clause)) || conditional.test(clause));
  if (counter.test(clause) && meaning(page, after) < 8) return countedUnder(page, near, before, title);
  if (placeAlone.test(clause) && near.place.previous) return atAnotherPlace(page, near, before);
  if (meaning(page, before) >= enough && !labelOnly(page, before) && !opensOnly)
    return spanned(page, before, near);
  if (near.has("label") && /^\s{0,3}:\s/.test(rest) && meaning(page, after) >= 8)
    return spanned(page, after, near);
  if (opensOnly) return spanned(page, after, near);
  if (near.has("limit") && limited(page, phrase))
    return spanned(page, { start: phrase.start, end: phrase.dateStart }, near);
  if (placeOnly.test(rest) && meaning(page, before) < enough && !near.has("label"))
    return elsewhere(page, near, title);
  if (
    !near.has("label") &&
    meaning(page, after) >= 5 &&
    !/^\s{0,3}(?:\)|[,;]\s{0,3}(?:riêng|đối với|còn)\s)/u.test(rest)
  )
    return spanned(page, after, near);
  if (before.start === previousEnd && previousEnd > place.sentence.start)
    return spanned(
      page,
      { start: place.sentence.start, end: Math.min(phrase.start, place.sentence.start + 500) },
      near,
    );
  return elsewhere(page, near, title);
}

/** "…; tại Đảng ủy Bệnh viện vào 14h00": the same as in the sentence before, elsewhere. */
const placeAlone = /^\s{0,3}(?:và\s{1,3})?(?:tại|ở)\s[^,:]{3,120}$/u;

function atAnotherPlace(page: Page, near: Surroundings, before: Span): Action {
  const first = spanned(page, near.place.previous as Span, near);
  const what = first.text.replace(/\s(?:tại|ở)\s[\s\S]*$/iu, "");
  return { ...first, text: shorten(`${what} ${clean(page.text.slice(before.start, before.end))}`) };
}

/** A schedule's entry ends where the next hour begins; whom it invites and where it is said stand behind commas. */
const entryEnds =
  /[.;]\s{1,3}(?:(?:sáng|chiều|tối)\s{0,3}[:,]?\s{0,3})?\d{1,2}\s{0,2}(?:giờ|h|g|:)|(?<=\p{L}{2}[^.;]{0,400}),\s{1,3}(?:mời|điểm(?=\s)|địa\s{1,3}điểm|tại|họp\s{1,3}(?:ở|tại)|gặp\s{1,3}nhau|cùng\s{1,3}(?:dự|đi))/u;

function atThatHour(page: Page, after: Span, near: Surroundings): Action {
  const stop = entryEnds.exec(page.scan.slice(after.start + 2, after.end))?.index;
  const span = { start: after.start, end: stop === undefined ? after.end : after.start + 2 + stop };
  const text = shorten(essence(clean(page.text.slice(span.start, span.end))));
  return { ...spanned(page, span, near), text, reportTo: null };
}

/** "Nếu gửi muộn sau 20/5": what is to be sent stands in the sentence before. */
const afterwards =
  /(?:muộn|chậm|trễ)?\s{0,3}(?<!\p{L})(?:sau|quá)\s{0,3}(?:thời\s{1,3}hạn\s{1,3}|hạn\s{1,3})?$/u;

/** "14h00 thứ Năm 23/10 tại phòng họp tầng 2": where it takes place does not say what. */
const placeOnly =
  /^[\s),]{0,4}(?:(?:tại|ở)\s|địa\s{1,3}điểm|(?:thứ\s{1,3}\S{1,4}|chủ\s{1,3}nhật)\)?\s{0,3},?\s{0,3}(?:tại|ở)\s)(?![^.;]{0,90},\s{0,3}(?:\p{L}+\s{1,3}){0,6}(?:tổ|sẽ|họp|mở|khai))/u;

/** "Không quá 2 ngày; bắt đầu từ tháng 4-2015, hoàn thành …": what it is stands in the sentence before. */
const beginning = /^[\s-]*bắt\s{1,3}đầu\s{1,3}(?:từ|vào)\s[^,;]{3,40},?\s{0,3}$/u;

/** "Đối với rượu …, trước ngày 28 tháng 02 hằng năm, Sở gửi báo cáo": of whom or when, not what. */
const conditional =
  /^[\s\d.)+*-]*(?:đối\s{1,3}với|(?:trong\s{1,3})?trường\s{1,3}hợp|(?:hằng|hết|khi|nếu|sau\s{1,3}khi)\s)[^:;]{0,400}$/u;

const thenEnds =
  /^\s{0,3},?\s{0,3}(?:và\s{1,3})?(?:(?:cơ\s{1,3}bản\s{1,3})?hoàn\s{1,3}thành|kết\s{1,3}thúc|xong)\s/u;

/** "Hạn nộp bài:" says what is due by then; "Thời hạn: trước ngày" does not. */
function limited(page: Page, { start, dateStart }: Surroundings["phrase"]): boolean {
  const object = page.scan
    .slice(start, dateStart)
    .replace(/thời|hạn|cuối|chót|cùng|là|trước|đến|hết|vào|ngày|chậm|nhất|[^\p{L}]/gu, "");
  return object.length >= 3;
}

/** "sơ kết (3 năm), tổng kết (5 năm) thực hiện Kết luận": the brackets say when, the rest what. */
function reviewOf(page: Page, near: Surroundings, after: Span): Action {
  const said = page.text.slice(near.phrase.start, near.phrase.end).replace(/\s\([^)]*\)/g, "");
  const rest = spanned(page, after, near);
  return { ...rest, text: shorten(essence(clean(`${said} ${page.text.slice(after.start, after.end)}`))) };
}

/** "Giai đoạn 1 (từ tháng 4 đến tháng 6/2024): tổ chức học tập": what stands before only counts. */
const staged =
  /^[\s\d.)*+-]{0,10}(?:đợt|giai\s{1,3}đoạn|bước|vòng|kỳ)\s{1,3}(?:\d{1,2}|[ivx]{1,3})\s{0,3}[(:,]?\s{0,3}$/u;

/** "+ Kỳ 02:", "Đợt 1 (": it only counts; what it counts stands above the list. */
const counter =
  /^[\s\d.)*+•-]{0,10}(?:đợt|giai\s{1,3}đoạn|bước|vòng|kỳ|lần|tuần|ca|buổi|lớp)\s{1,3}(?:thứ\s{1,3})?(?:số\s{1,3})?(?:\d{1,2}|[ivx]{1,4}|nhất|hai|ba|tư)\s{0,3}(?:[:(,-]\s{0,3})?(?:thời\s{1,3}gian\s{0,3}:\s{0,3})?$/u;

function countedUnder(page: Page, near: Surroundings, before: Span, title: string | null): Action {
  const lead = leadBlockOf(near.place);
  const name = clean(page.text.slice(before.start, before.end)).replace(
    /[\s,:(-]*(?:thời gian\s?:?)?\s*$/iu,
    "",
  );
  const base =
    lead && meaning(page, lead) >= 8 && !labelOnly(page, lead)
      ? spanned(page, lead, near)
      : elsewhere(page, near, title);
  return { ...base, text: `${base.text} (${name})` };
}

/** "Định kỳ hằng quý (trước ngày …), 6 tháng (trước ngày …) và năm (trước ngày …) báo cáo": the verb stands behind all. */
const listed = /^\s{0,3}\)?(?:[^().;]{0,30}\([^()]{3,60}\)){0,4}[\s,]{0,3}(?=\p{L})/u;

/** A clause that has a verb of asking, sending or holding. */
export const asks = (clause: string) => sending.test(clause) || acting.test(clause) || eventNoun.test(clause);

/** "Gửi trước 14 giờ … về Văn phòng": the date stands between the verb and the rest. */
function joined(page: Page, before: Span, after: Span, near: Surroundings): Action {
  const rest = spanned(page, after, near);
  const text = clean(
    `${page.text.slice(before.start, before.end)} ${page.text.slice(after.start, after.end)}`,
  );
  return {
    ...rest,
    text: shorten(text),
    clause: `${page.scan.slice(before.start, before.end)} ${rest.clause}`,
    from: before.start,
  };
}

/** "trước ngày 15 đối với báo cáo quý": which of them falls due then. */
export const ofWhich =
  /^\s{0,3},?\s{0,3}\(?đối\s{1,3}với\s((?:các\s)?báo\s{1,3}cáo\s[^,;.()]{2,40})\)?(?=[,;.)\s]|$)/u;

/** "…; trước ngày 28/11 đối với báo cáo năm": what is done then stands in the sentence before, up to its own date. */
const previousSays = /^\s{0,3},?\s{0,3}\(?đối\s{1,3}với\s/u;

function beforeItsDate(page: Page, { start, end }: Span): Span {
  const dated = /\s(?:trước|chậm\s{1,3}nhất|vào|đến|trong|hạn|từ)\s{1,3}[^\d]{0,20}\d/u.exec(
    page.scan.slice(start, end),
  );
  return { start, end: dated && dated.index > 15 ? start + dated.index : end };
}

/** A clause begins after the phrase before it, unless nothing is asked for in between: "trước 25/3 (đợt 1) và …". */
function clauseStart(page: Page, { phrase, place }: Surroundings, previousEnd: number): number {
  const start = Math.max(place.sentence.start, phrase.start - 900);
  if (previousEnd <= start) return start;
  // "… trước ngày 10 đối với báo cáo tháng, trước ngày 15 đối với báo cáo quý": the words behind a date are its own.
  const between = page.scan
    .slice(previousEnd, phrase.start)
    .replace(ofWhich, "")
    .replace(/^\s{0,3}\([^()]{0,120}\)/, "");
  return sending.test(between) || (asks(between) && between.replace(/[^\p{L}]/gu, "").length >= 12)
    ? previousEnd
    : start;
}

/** "Thời gian: Tháng 3/2024" dates the sentence, bullet or heading before it; of an invitation, its title. */
function elsewhere(page: Page, near: Surroundings, title: string | null): Action {
  const { previous, block, blocks, index, heading } = near.place;
  if (previous && meaning(page, previous) >= 8) return spanned(page, previous, near);
  const item = itemAbove(page, near);
  if (item) return spanned(page, item, near);
  const above = blocks[index - 1];
  const notice = above && describes(page, above);
  if (above && !notice && !above.cells && meaning(page, above) >= 8) {
    const last = sentencesOf(page.scan, above).at(-1);
    return spanned(page, above.heading || !last || meaning(page, last) < 20 ? above : last, near);
  }
  if (title && (notice || !heading || heading === block)) {
    return {
      text: title,
      clause: title.toLowerCase(),
      from: block.start,
      start: block.start,
      reportTo: null,
    };
  }
  const matter = title ? null : matterAbove(page, near);
  if (matter && (!heading || heading === block)) return spanned(page, matter, near);
  return spanned(page, heading ?? block, near);
}

/** "… thông báo về việc cử người dự lễ tuyên dương như sau:", else the headline: what a notice without letterhead is about. */
function matterAbove(page: Page, { place: { blocks, index } }: Surroundings): Span | null {
  let headline: Span | null = null;
  for (let i = 0; i < index && i < furthest; i++) {
    const block = blocks[i] as Block;
    const scan = page.scan.slice(block.start, Math.min(block.end, block.start + 700));
    const about = /(?:về\s{1,3}việc|v\/v|(?<=thông\s{1,3}báo[^.;:]{0,80}\s)về)\s/u.exec(scan);
    if (about) {
      const rest = scan.slice(about.index + about[0].length);
      const stop =
        /(?:,?\s{1,3}(?:cụ\s{1,3}thể\s{1,3})?như\s{1,3}sau)?\s{0,3}(?:[.:;\n]|$)/u.exec(rest)?.index ??
        rest.length;
      const start = block.start + about.index + about[0].length;
      return { start, end: start + stop };
    }
    if (!headline && meaning(page, block) >= 20 && scan.length < 300 && !/^\s*[(\d]/.test(scan))
      headline = block;
  }
  return headline;
}

const furthest = 12;

/** "2. Tổ chức hội nghị … - Cơ quan chủ trì: … - Thời gian: …": particulars of the numbered item above them. */
function itemAbove(page: Page, near: Surroundings): Block | null {
  const { blocks, index, block } = near.place;
  if (block.mark === null || !near.has("label")) return null;
  for (let i = index - 1; i >= Math.max(0, index - 8); i--) {
    const above = blocks[i] as Block;
    if (describes(page, above) && above.mark?.[0] === block.mark[0]) continue;
    return i < index - 1 && above.mark !== null && above.mark !== block.mark && meaning(page, above) >= 8
      ? above
      : null;
  }
  return null;
}

function describes(page: Page, block: Block): boolean {
  if (
    /như\s{1,3}sau\s{0,3}:\s{0,3}$/u.test(page.scan.slice(Math.max(block.start, block.end - 16), block.end))
  )
    return true;
  return /^(?:\s{0,3}[ivx]{1,4}\s?[.)/-])?[\s\d.*)+•-]*(?:(?:cơ quan|đơn vị) (?:chủ trì|thực hiện|phối hợp)|phối hợp|sản phẩm|kinh phí|kết quả|phụ trách|đầu mối|đối tượng|thành phần|địa điểm|nội dung|chủ đề|mục đích|số lượng|tới dự|đại diện|chủ trì|thời gian|hình thức)/u.test(
    page.scan.slice(block.start, block.start + 60),
  );
}

function meaning(page: Page, span: Span): number {
  return lettersIn(page.scan, span.start, span.end, 30);
}

function labelOnly(page: Page, span: Span): boolean {
  return /^(?:\s{0,3}[ivx]{1,4}\s?[.)/-])?[\s\d.*)+-]*(?:thời\s{1,3}(?:gian|hạn|điểm)|tiến\s{1,3}độ|hạn|lịch)(?:\s{1,3}(?:thực|tổ|tiến|hoàn|diễn|triển|dự|cụ|và|địa|tập)\s{1,3}\p{L}+){0,3}\s{0,3}(?::[^.;:]{0,30})?$/u.test(
    page.scan.slice(span.start, span.end),
  );
}

function spanned(page: Page, span: Span, near: Surroundings): Action {
  const clause = page.scan.slice(span.start, span.end);
  const start = span.start + startOfAction(clause, near);
  const text = shorten(essence(clean(page.text.slice(start, span.end))));
  return { text, clause, from: span.start, start, reportTo: recipientOf(page, start, span.end, near) };
}

/** A report begins at its verb of sending, unless what is sent stands before the verb. */
function startOfAction(clause: string, near: Surroundings): number {
  const named =
    /^[^:]{0,30}(?:hạn|gian)\s[^:]{0,40}:\s(?!(?:kể\s)?từ\s|đến\s|trong\s|trước\s)(?=[^:]{8})/u.exec(clause);
  if (named) return named[0].length;
  const verb = sending.exec(clause);
  if (!verb || near.has("label") || near.phrase.bare) return 0;
  const before = clause.slice(0, verb.index);
  // "Hồ sơ đề nghị khen thưởng (03 bộ) gửi trước ngày …": what is sent stands before.
  if (
    !/\p{L}{2}/u.test(clause.slice(verb.index + verb[0].length)) &&
    /^(?:gửi|nộp)$/u.test(verb[0].trim()) &&
    /\p{L}{3}/u.test(before)
  )
    return 0;
  const object = clause.slice(verb.index + verb[0].length);
  if (/^về/u.test(verb[0]) || /^\s{0,3}(?:về|cho|qua|đến)\s/u.test(object)) {
    const cut =
      /[\s\S]*(?:[:]\s|(?:,|và|đồng\s{1,3}thời)\s{1,3}(?=(?:lập|xây|đăng|tổng|hoàn|viết|lựa|chọn|cử|rà|thống|báo)\s))/u.exec(
        before,
      );
    return cut?.[0].length ?? 0;
  }
  return verb.index;
}

const toBody =
  /(?=về|ch|tớ|đế|vớ|lê|[Bb]á|[Nn]ộ|[Gg]ử)(?<!\p{L})(?:về|cho|tới|đến|với|lên|[Bb]áo\s{1,3}cáo|báo\s{1,3}lại|[Nn]ộp|[Gg]ửi)\s{1,3}((?:Ban|Đảng|Văn|Thường|Ủy|Uỷ|Sở|Huyện|Tỉnh|Thành|Phòng|Đoàn|Chi|Hội|Bộ|Trung|Quận|Cơ|Bí|UBND|Cục|Tổng|Thanh|Công|Chính|Thủ|Mặt|Liên|Kho|Bảo|Viện|Trạm|Chủ)(?:[^.;,\n(]|\([^()\n]{1,80}\)|,(?=\s(?:chống|trừ)\s)){1,140})/u;

function recipientOf(page: Page, start: number, end: number, near: Surroundings): string | null {
  const { phrase, place } = near;
  const rest =
    end <= phrase.start ? page.text.slice(phrase.end, Math.min(place.sentence.end, phrase.end + 200)) : "";
  const whole = `${page.text.slice(start, end)}\n${rest}`;
  const match = toBody.exec(whole.replace(/[*_]{1,3}/g, ""));
  if (!match) return null;
  return (
    clean(
      (match[1] ?? "").replace(
        /\s(?:trước|chậm nhất|để|theo|bằng|kết quả|tình hình|về (?:việc|tình|kết|thực)|việc|danh sách|vào|đúng|xong|qua (?:hộp|email|zalo)|và(?=\s(?:tổ chức|gửi|báo|triển|thực|lưu|đăng|chịu|đồng|thông|hoàn|phối|làm|chuyển|nộp|trình|các|các chi|trước|chậm))).*$/u,
        "",
      ),
    ) || null
  );
}
