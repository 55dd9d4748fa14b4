/** The words of an action made few: no marks, no adjuncts, bodies by their usual names. All are the document's own. */
import { oneSpaced, type Page } from "../scan.ts";
import type { Surroundings } from "./surroundings.ts";

const longest = 300;

export function shorten(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const at = Math.max(cut.lastIndexOf(", "), cut.lastIndexOf("; "), cut.lastIndexOf(" ("));
  return cut.slice(0, at > 80 ? at : cut.lastIndexOf(" "));
}

/** Without marks, bullets and hanging punctuation; one space. */
export function clean(text: string): string {
  const words = oneSpaced(text)
    .replace(
      /^(?:\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[a-zđ])\s?[.)-]-?\s|\s*[a-eđ],\s(?=\p{Lu}))/u,
      "",
    )
    .replace(/^[\s\-+•,;:.)]+/, "")
    .replace(/^(?:trong\s)?năm \d{4},?\s(?=\p{L})/iu, "");
  // What hangs at the end is short; the words before it are not searched for it.
  const tail = Math.max(0, words.length - 60);
  const ended = words
    .slice(tail)
    .replace(/[\s,;:(-]+$/, "")
    .replace(
      /(?:,\sthời\s(?:gian|hạn)|\strong\skhoảng\sthời\sgian|[:,]?\s(?:kể\s)?từ\s(?:nay|khi\s[^,.;:]{3,30}|ngày\s[^,.;:\d]{3,30}))$/iu,
      "",
    )
    .replace(/\s(?:xong|cho|vào|và|là|từ|sẽ)$/u, "")
    .replace(/[\s./]+$/, "");
  return closed(`${words.slice(0, tail)}${ended}`.trim());
}

/** "Báo cáo kết quả (lần 1": the bracket went on with the date. */
function closed(text: string): string {
  return text.lastIndexOf("(") > text.lastIndexOf(")") ? `${text})` : text;
}

/** For whom, along with what, to what end: of a long action they are left out, the quote shows where to look. */
const adjunct =
  /,?\s(?:cho\s(?:các\s(?:đồng\schí|đối\stượng)|(?:toàn\sthể\s)?cán\sbộ|đảng\sviên)|gắn\svới|nhằm|góp\sphần|(?:để\s|qua\sđó\s)?tạo\s(?:bước|sự|chuyển)|phù\shợp\svới|trên\scơ\ssở)(?!\p{L})/gu;
const long = 110;
const enough = 60;

/** A heading in capitals that a converter glued on, and the words by which a plan is retold, say nothing of what to do. */
const glued = /^(?:[\p{Lu}\d“”",.:–-]+\s){4,}(?=\p{Lu}\p{Ll})/u;
const retold =
  /^(?:về\s(?:việc\s)?[^,.;]{3,80},\s)?(?:bản\s)?kế\shoạch\s(?:yêu\scầu|đề\sra|xác\sđịnh|nêu\srõ)\s(?:việc\s)?/iu;

/** That it is to be done well and willingly. */
const manner = /(?=\s(?:mộ|có|đạ|hi))\s(?:một\scách\s[^,.;]{3,20}|(?:có\s|đạt\s)?hiệu\squả)$/u;
const modal =
  /\s(?:cần(?!\sthiết)|phải|chủ\sđộng|tích\scực)(?<=^[^,.;]{0,20}\p{L}{2}[^.;]{0,100}\s(?:cần|phải|chủ\sđộng|tích\scực))\s(?=\p{Ll})/u;
const well = /^(?:phối\shợp\s)?(?:thực\shiện|làm)\stốt\s(?:công\stác|việc)\s/iu;
/** A document that is cited is known by its number. */
const cited = /(\ssố\s\d{1,4}-[\p{L}/]{2,12})\scủa\s[^,.;]{3,80}$/u;
/** On what grounds; who is to do it stands after the comma. */
const grounds = /^(?:trên\scơ\ssở|căn\scứ)\s.{5,120}?,\s(?=(?:các\s(?:chi|cấp|đảng|đơn)|mỗi|từng)[\s,])/iu;

/** "Thời gian tổ chức khám sức khỏe": the label of a date is no part of what takes place then. */
const timeLabel =
  /^(?:thời\s(?:gian|hạn|điểm)|lịch)\s(?:dự\skiến\s|(?:tổ\schức|tiến\shành|thực\shiện)\s(?=\p{L}+\s\p{L}))?(?=(?!(?:thực|tổ|diễn|tiến|cụ|và|từ|là|như|học|này|trên|quy|theo|hiện|từng|cho|của|tới|trong|làm)\s)\p{L}{2,}[^\p{L}]+\p{L})/iu;
/** "Theo kế hoạch, lễ giao nhận quân sẽ được tổ chức": that it is planned and takes place. */
const planned =
  /^(?:theo\s(?:kế\shoạch|chương\strình|lịch|dự\skiến|đó|thông\sbáo|quy\sđịnh)|dự\skiến|cụ\sthể|trong\sđó|tuy\snhiên|bên\scạnh\sđó|ngoài\sra|đồng\sthời|được\sbiết)\s?[,:]?\s(?:thì\s)?(?=\p{L})/iu;
const takesPlace = /,?\s(?:dự\skiến\s)?(?:sẽ\s)?được\s(?:tổ\schức|diễn\sra|tiến\shành)$/u;
const announced = /^[^:]{0,120}(?:thông\sbáo|như\ssau|cụ\sthể|lịch\s)[^:]{0,60}:\s(?=\p{L}+\s\p{L})/iu;
const joining = /^(?:và|hoặc|nhưng|còn|rồi|thì|đồng\sthời)\s(?=\p{L})/iu;

/** What is to be done, in as few of the document's own words as say it. */
export function essence(text: string): string {
  const bare = [glued, announced, retold, grounds, well, manner, planned, joining, timeLabel]
    .reduce((rest, words) => rest.replace(words, ""), text)
    .replace(modal, " ")
    .replace(takesPlace, (words, at: number) => (at > 14 ? "" : words))
    .replace(cited, "$1");
  if (bare.length <= long) return bare;
  const cut = [...bare.matchAll(adjunct)].find((match) => match.index >= enough)?.index ?? bare.length;
  return cut <= long ? bare.slice(0, cut) : shortNamed(bare.slice(0, cut)).replace(themeYears, "");
}

/** "Chuyên đề năm 2024 - 2025" at the end of a long action: the plan's own theme, its years stand in the title. */
const themeYears = /(?<=\schuyên\sđề)\s(?:năm\s)?(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}$/iu;
/** "Đoàn Khối các cơ quan tỉnh": what everybody calls "Đoàn Khối". */
const fullName =
  /(?<=(?:đoàn|đảng\s[ủu]\p{L}|đảng\sbộ)\skhối)\scác\scơ\squan(?:\svà\sdoanh\snghiệp)?(?:\s(?:tỉnh|thành\sphố))?/giu;

/** Bodies by their usual short names. */
export function shortNamed(text: string): string {
  return text.length > 20 && /khối/i.test(text) ? text.replace(fullName, "") : text;
}

const longActor = 60;

/** The action without a long list of who owes it: that stands beside it. */
export function withoutActor(text: string, actor: string | null): string {
  if (!actor || actor.length <= longActor) return text;
  const who = [actor, shortNamed(actor)].find((name) => text.startsWith(`${name} `));
  return who ? text.slice(who.length + 1) : text;
}

const promised =
  /(?:viết|lập|xây dựng|đăng ký|ký)\s(?:bản\s)?((?:cam kết|kế hoạch|chương trình)\s[^.;]{3,60}?),?\s(?=phấn đấu|thực hiện|của|theo|để|sát)/giu;

/** "…; định kỳ nhận xét, đánh giá việc thực hiện": of what is said in the sentence before, and added in brackets. */
export function withObject(text: string, page: Page, near: Surroundings): string {
  const { previous } = near.place;
  if (!previous || !/(?:^|\s)việc thực hiện$/iu.test(text)) return text;
  const said = page.text.slice(Math.max(previous.start, previous.end - 400), previous.end);
  const object = [...said.matchAll(promised)].at(-1);
  return object ? `${text} (${object[1]})` : text;
}
