/** What stands left of a date and says what it means; cues are stacked ("chậm nhất trước 17h00 ngày"). */
import type { CueRole, CueRule } from "./rule.ts";

/** The words before a date, read from right to left. */
export interface Cued {
  roles: Set<CueRole>;
  /** Where the temporal phrase begins. */
  start: number;
  time: string | null;
  rules: string[];
}

/** `HH:MM` from "14 giờ 30", "16h00", "18g00", "15h 30", "7:30"; the groups are hour and minute. */
export const hourPattern =
  "(\\d{1,2})\\s{0,2}(?:giờ|h|g|:(?=\\d{2}))\\s{0,2}(\\d{2})?(?:\\s{0,2}(?:phút|'|p))?(?![\\p{L}\\d])";

/** Cue rules; each is tried against the text that ends where the date (or the cue already found) begins. */
export const cueRules: readonly CueRule[] = [
  {
    name: "before",
    role: "strict",
    source: "trước ngày DD/MM/YYYY; trước 9h00 ngày; trước tháng 9.2020",
    examples: ["gửi về Ban trước ngày 25/4/2024", "trước 25/4/2024", "xong trước tháng 9/2020"],
    counterExamples: ["chậm nhất ngày 25/4/2024"],
    before: /trước(?:\s{1,3}(?:hạn|thời\s{1,3}(?:gian|điểm|hạn)))?(?:\s{1,3}ngày)?\s{0,4}:?\s{0,4}$/u,
  },
  {
    name: "end-of-hours",
    role: "by",
    source: "trước cuối giờ chiều ngày 10/3; hết giờ làm việc ngày …",
    examples: ["gửi lại trước cuối giờ chiều ngày 10/3/2024", "hết giờ làm việc ngày 10/3/2024"],
    counterExamples: ["trước ngày 10/3/2024", "cuối tháng 3/2024"],
    before:
      /(?:trước\s{1,3}|đến\s{1,3})?(?:cuối|hết)\s{1,3}giờ(?:\s{1,3}(?:làm\s{1,3}việc|hành\s{1,3}chính))?(?:\s{1,3}(?:của\s{1,3})?(?:buổi\s{1,3})?(?:sáng|chiều))?\s{0,3},?\s{0,4}$/u,
  },
  {
    name: "named-day",
    role: "part",
    source: "trước 11h trưa mai (06/3)",
    examples: ["trước 11h trưa mai (06/3)", "chiều nay, ngày 5/3/2024"],
    counterExamples: ["từ trước đến nay, ngày 5/3/2024", "hiện nay (5/3/2024)"],
    before: /(?<!\p{L})(?:sáng|trưa|chiều|tối|ngày|hôm)\s{1,3}(?:nay|mai)\s{0,3}[,(]\s{0,4}$/u,
  },
  {
    name: "at-the-latest",
    role: "by",
    source: "chậm nhất (là) ngày date; muộn nhất; chậm nhất vào sáng ngày",
    examples: ["chậm nhất là ngày 25/4/2024", "muộn nhất vào ngày 5/5/2024", "không muộn hơn ngày 5/5/2024"],
    counterExamples: ["trước ngày 25/4/2024"],
    before:
      /(?:(?:chậm|muộn|trễ)\s{1,3}nhất|không\s{1,3}(?:muộn\s{1,3}hơn|quá|chậm\s{1,3}quá|trễ\s{1,3}quá))(?:\s{1,3}(?:là|vào|đến|tới|trong|hết|cho)){0,3}\s{0,4}:?\s{0,4}$/u,
  },
  {
    name: "until-the-end-of",
    role: "until",
    source: "đến (hết) ngày DD/MM",
    examples: ["đến hết ngày 30/6/2024", "tới hết tháng 6/2024", "hết ngày 30/6/2024"],
    counterExamples: ["trước hết, ngày 30/6/2024"],
    before: /(?<!trước\s{1,3})(?:(?:đến|tới)\s{1,3})?hết\s{0,4}$/u,
  },
  {
    name: "until",
    role: "until",
    source: "đến ngày DD/MM",
    examples: ["đến ngày 30/6/2024"],
    counterExamples: ["ngày 30/6/2024"],
    before: /(?<!\p{L})(?:cho\s{1,3})?(?:đến|tới)\s{0,4}$/u,
  },
  {
    name: "finish",
    role: "finish",
    source: "hoàn thành trong (tháng) M/YYYY",
    examples: ["Hoàn thành trong tháng 4/2024", "hoàn thành trước ngày 5/4/2024", "xong trong quý I/2024"],
    counterExamples: ["hoàn thành chỉ tiêu năm 2024"],
    before:
      /(?:hoàn\s{1,3}thành|kết\s{1,3}thúc|(?:cơ\s{1,3}bản\s{1,3})?xong)(?:\s{1,3}(?:xong|vào|việc))?\s{0,4}$/u,
  },
  {
    name: "within",
    role: "in",
    source: "trong tháng M năm YYYY; trong quý; trong ngày; trong (tại) kỳ sinh hoạt tháng M",
    examples: ["trong tháng 4/2024", "trong ngày 25/4/2024", "trong kỳ sinh hoạt tháng 11/2024"],
    counterExamples: ["vào tháng 4/2024"],
    before:
      /(?<!\p{L})(?:trong|(?:trong|tại)\s{1,3}(?:kỳ|buổi)\s{1,3}(?:sinh\s{1,3}hoạt|họp)(?:\s{1,3}(?:chi\s{1,3}(?:bộ|đoàn)|(?:thường|định)\s{1,3}kỳ|chuyên\s{1,3}đề)){0,2})\s{0,4}$/u,
  },
  {
    name: "on",
    role: "on",
    source: "vào ngày …, vào lúc …, vào dịp cuối năm",
    examples: ["vào ngày 5/4/2024", "vào lúc 8 giờ 00 ngày 5/4/2024", "vào dịp cuối năm 2024"],
    counterExamples: ["trong ngày 5/4/2024"],
    before:
      /(?<!\p{L})(?:vào(?:\s{1,3}(?:lúc|dịp|hồi|khoảng|thời\s{1,3}(?:gian|điểm)|các)){0,2}|lúc|(?<!(?:phản|thu|phục)\s{1,3})hồi|(?<=[:(]\s{0,3})dịp|diễn\s{1,3}ra|bắt\s{1,3}đầu(?:\s{1,3}(?:lúc|vào))?)\s{0,4}:?\s{0,4}$/u,
  },
  {
    name: "days-of",
    role: "part",
    source: "các ngày, trong hai ngày",
    examples: ["trong 02 ngày, ngày 5 và 6/4/2024", "trong các ngày 5, 6/4/2024"],
    counterExamples: ["vào ngày 5/4/2024"],
    before: /(?<!\p{L})(?:các|trong\s{1,3}(?:\d{1,2}|hai|ba)\s{1,3}ngày\s{0,3}[,:(]?)\s{0,4}$/u,
  },
  {
    name: "part-of-day",
    role: "on",
    source: "sáng 14/6; buổi chiều ngày",
    examples: ["sáng 14/6", "buổi chiều ngày 5/4/2024"],
    counterExamples: ["vào ngày 5/4/2024"],
    before:
      /(?<!\p{L})(?:(?:đầu|cuối)\s{1,3}giờ\s{1,3}|rạng\s{1,3}|vào\s{1,3})?(?:buổi\s{1,3})?(?:sáng|chiều|tối|trưa|đêm)(?:\s{1,3}cùng)?\s{0,3},?\s{0,4}$/u,
  },
  {
    name: "weekday",
    role: "weekday",
    source: "ngày thứ Sáu (ngày …)",
    examples: ["thứ Sáu, ngày 12/4/2024", "16h00 thứ Hai ngày 15/4/2024", "chủ nhật (14/4/2024)"],
    counterExamples: ["hội nghị lần thứ tám", "kỳ họp thứ 7 (khai mạc ngày 20/5/2024)"],
    before:
      /(?<!\p{L}|(?:lần|khóa|họp|nghị|hội)\s{1,3})(?:ngày\s{1,3})?(?:thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật)\s{0,3}[,(]?\s{0,4}$/u,
  },
  {
    name: "hour",
    role: "time",
    source: "trước 9h00 ngày / trước 14 giờ, ngày; 16h00 ngày; 18g00; 15h 30",
    examples: [
      "trước 9h00 ngày 5/4/2024",
      "14 giờ, ngày 5/4/2024",
      "18g00 ngày 5/4/2024",
      "7 giờ 30 phút, ngày 5/4/2024",
    ],
    counterExamples: ["vào ngày 5/4/2024"],
    before: new RegExp(
      `(?<![\\d.,/])${hourPattern}\\s{0,3}[,-]?\\s{0,3}(?:(?:sáng|chiều|tối)\\s{1,3})?(?:cùng\\s{1,3})?$`,
      "u",
    ),
  },
  {
    name: "part-of-period",
    role: "part",
    source: "(dự kiến) cuối/đầu tháng M/YYYY; tuần cuối tháng 8; đầu quý II",
    examples: [
      "cuối tháng 4/2024",
      "đầu quý II/2024",
      "tuần cuối tháng 8/2024",
      "tuần đầu tiên của tháng 9/2024",
      "khoảng tháng 5/2024",
    ],
    counterExamples: ["6 tháng đầu năm 2024"],
    before:
      /(?<!\p{L}|tháng\s{1,3}|bắt\s{1,3})(?:(?:tuần|nửa|thượng\s{1,3}tuần)\s{1,3})?(?:đầu|giữa|cuối|khoảng|thượng\s{1,3}tuần|trung\s{1,3}tuần|hạ\s{1,3}tuần|tuần\s{1,3}(?:thứ\s{1,3})?(?:nhất|một|hai|ba|tư|đầu\s{1,3}tiên|cuối\s{1,3}cùng|[1-5]|i{1,3}|iv))(?:\s{1,3}của)?\s{0,4}$/u,
  },
  {
    name: "expected",
    role: "expected",
    source: "dự kiến tháng M/YYYY",
    examples: ["dự kiến tháng 4/2024", "dự kiến tổ chức tháng 4/2024", "dự tính vào ngày 5/4/2024"],
    counterExamples: ["vào tháng 4/2024"],
    before:
      /dự\s{1,3}(?:kiến|tính|định)(?:\s{1,3}(?:đến|tổ\s{1,3}chức|thực\s{1,3}hiện|vào|trong|là|khoảng|tiến\s{1,3}hành|hoàn\s{1,3}thành)){0,3}\s{0,3}[:,]?\s{0,4}$/u,
  },
  {
    name: "limit",
    role: "limit",
    source: "hạn cuối / thời hạn (cuối) (là) date; thời hạn gửi báo cáo là",
    examples: [
      "Hạn cuối: 25/4/2024",
      "thời hạn gửi báo cáo là ngày 25/4/2024",
      "Thời hạn: 25/4/2024",
      "hạn nộp trước ngày 25/4/2024",
    ],
    counterExamples: ["gia hạn đến ngày 25/4/2024", "quyền hạn: 25/4/2024"],
    before:
      /(?<!\p{L}|gia\s{1,3}|quyền\s{1,3}|giới\s{1,3}|vô\s{1,3})(?:thời\s{1,3})?hạn(?:\s{1,3}(?:chót|cuối(?:\s{1,3}cùng)?|gửi|nộp|nhận|báo\s{1,3}cáo|hoàn\s{1,3}thành|đăng\s{1,3}ký|trả\s{1,3}lời)(?:(?!\d\s?[/.-]\s?\d)[^.;:\n]){0,60})?\s{0,3}(?::|là|vào|đến|tới|hết)?(?:\s{1,3}(?:là|vào|đến|hết))?\s{0,4}$/u,
  },
  {
    name: "label",
    role: "label",
    quoted: false,
    source: "Thời gian: Tháng 3/2024",
    examples: [
      "Thời gian: Tháng 3/2024",
      "Thời gian thực hiện: quý I/2024",
      "- Tiến độ: Tháng 5/2024",
      "Thời gian: Đại hội tiến hành ½ ngày, ngày 18/6/2024",
      "Thời gian: 01 ngày, ngày 18/6/2024",
      "Thời gian: 01 buổi, vào ngày 18/6/2024",
    ],
    counterExamples: ["Nơi nhận: 5/4/2024"],
    before:
      /(?<!\p{L})(?:thời\s{1,3}(?:gian|điểm)|tiến\s{1,3}độ|lịch\s{1,3}(?:họp|thi|học)|ngày\s{1,3}(?:họp|thi|tổ\s{1,3}chức))(?:\s{1,3}(?:(?!\d\s?[/.-]\s?\d)[^.;:\n]){1,60})?\s{0,3}(?:(?::|là|-)|:\s{0,3}(?:(?!\d\s?[/.-]\s?\d)[^.;:\n]){2,60},(?:\s{1,3}(?:vào|bắt\s{1,3}đầu|diễn\s{1,3}ra))?)\s{0,4}$/u,
  },
  {
    name: "held",
    role: "on",
    quoted: false,
    source: "được tổ chức ngày …",
    examples: ["hội nghị được tổ chức ngày 5/4/2024", "tổ chức tháng 5/2024"],
    counterExamples: ["ban hành ngày 5/4/2024"],
    before: /(?:tổ\s{1,3}chức|tiến\s{1,3}hành|thực\s{1,3}hiện)(?:\s{1,3}vào)?\s{0,4}:?\s{0,4}$/u,
  },
  {
    name: "moved-to",
    role: "on",
    source: "lùi thời gian tổ chức sang các ngày …",
    examples: ["lùi thời gian tổ chức sang ngày 5/4/2024", "chuyển thành ngày 5/4/2024"],
    counterExamples: ["vào ngày 5/4/2024"],
    before: /(?<!\p{L})(?:sang|thành)\s{0,4}$/u,
  },
  {
    name: "from",
    role: "from",
    source: "bắt đầu từ ngày …; từ ngày … đến ngày …",
    examples: [
      "bắt đầu từ ngày 5/4/2024",
      "từ ngày 5/4/2024 đến ngày 6/4/2024",
      "Từ tháng 4 đến tháng 6-2024",
    ],
    counterExamples: ["vào ngày 5/4/2024"],
    before:
      /(?<!\p{L})(?:bắt\s{1,3}đầu\s{1,3})?(?:kể\s{1,3}|tính\s{1,3})?(?:từ|bắt\s{1,3}đầu)\s{0,4}:?\s{0,4}$/u,
  },
];

/** Most cues are short; the two that name what they date ("hạn nộp báo cáo là") reach further. */
const reach = 48;
const farReach = 110;
const far = new Set<CueRole>(["label", "limit"]);
/** No cue ends otherwise: most dates are citations and are done with here. */
const ending =
  /(?:trước|hạn|gian|điểm|ngày|nhất|hơn|quá|là|vào|đến|tới|trong|hết|cho|thành|thúc|xong|việc|lúc|dịp|hồi|khoảng|các|ra|mạc|sáng|chiều|tối|trưa|đêm|hai|ba|tư|năm|sáu|bảy|nhật|\d|giờ|h|g|phút|'|p|đầu|giữa|cuối|tuần|tiên|của|kiến|tính|định|chức|hành|hiện|từ|sang|nay|mai|cùng|hoạt|họp|bộ|đoàn|kỳ|đề|thứ\s{1,3}\S{1,4}|tuần\s{1,3}\S{1,4}|:|-|độ|họp|thi|học|chót|nộp|cáo)\s{0,3}[,:(-]?\s{0,4}$/u;

/** "Thời gian: 01 buổi, ngày …": any words may stand between the label and the date. */
const wordsBetween = /,\s{0,4}$(?<=(?:gian|điểm)[^.;\n:]{0,60}:[^.;:\n]{2,64})/u;

/** Reads the cues left of `at`, at most four deep. */
export function readCues(scan: string, at: number): Cued {
  const cued: Cued = { roles: new Set(), start: at, time: null, rules: [] };
  let cursor = at;
  for (let depth = 0; depth < 6; depth++) {
    const hit = nextCue(scan, cursor);
    if (!hit) break;
    const { rule, match } = hit;
    if (rule.role === "strict" && cued.rules.at(-1) === "until") break; // "từ ngày 15/12 năm trước đến ngày 14/12"
    cued.roles.add(rule.role);
    cued.rules.push(rule.name);
    if (rule.role === "time") cued.time = hourOf(match[1], match[2]);
    cursor -= match[0].length;
    if (rule.quoted !== false && !match[0].trimEnd().endsWith(":")) cued.start = cursor;
    if (rule.role === "label" || rule.role === "limit") break;
  }
  return cued;
}

function nextCue(scan: string, cursor: number): { rule: CueRule; match: RegExpExecArray } | null {
  const longer = scan.slice(Math.max(0, cursor - farReach), cursor);
  if (!ending.test(longer.slice(-20)) && !wordsBetween.test(longer)) return null;
  const shorter = longer.slice(-reach);
  for (const rule of cueRules) {
    const match = rule.before.exec(far.has(rule.role) ? longer : shorter);
    if (match && match[0].trim() !== "") return { rule, match };
  }
  return null;
}

/** `HH:MM`, or null for an hour that does not exist and for "24h00": the day ends with it anyway. */
export function hourOf(hour: string | undefined, minute: string | undefined): string | null {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (!hour || h > 23 || m > 59) return null;
  return `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}
