/**
 * When a page was put on the web: a line that holds a date and nothing but what sites write beside it ("Cập nhật:",
 * the hour, the number of readers). "Thời gian: 8h30 thứ ba ngày 15 tháng 9" is none, nor is a letterhead's line.
 */
import { isPlausibleYear, isRealDay } from "../dates/point.ts";
import type { Page } from "../scan.ts";

/** Where such a date stands. `clock`: an hour beside it, or a word of the site, makes sure what it is. */
export interface Published {
  day: string;
  start: number;
  end: number;
  clock: boolean;
}

const clock = "\\d{1,2}\\s?[:hg]\\s?\\d{1,2}(?::\\d{1,2})?(?:\\s?(?:am|pm|sa|ch))?";
const told =
  "(?:ngày\\s{1,2})?(?:cập\\s{1,2}nhật(?:\\s{1,2}lần\\s{1,2}cuối)?|đăng(?:\\s{1,2}(?:lúc|tải|bởi))?|viết|xuất\\s{1,2}bản|phát\\s{1,2}hành|tạo|gửi(?=\\s{0,2}:)|date|posted|published|updated|thời\\s{1,2}gian\\s{1,2}đăng)(?:\\s{1,2}(?:ngày|lúc|on|vào))*";
const weekday = "(?:thứ\\s{1,2}\\S{1,4}|chủ\\s{1,2}nhật|cn|t[2-7])";
const dated =
  "(?:ngày\\s{1,2})?(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|(\\d{4})-(\\d{2})-(\\d{2})|ngày\\s{1,2}(\\d{1,2})\\s{1,2}tháng\\s{1,2}(\\d{1,2})\\s{1,2}năm\\s{1,2}(\\d{4})|(\\d{1,2})\\s{1,2}tháng\\s{1,2}(\\d{1,2}),?\\s{1,2}(?:năm\\s{1,2})?(\\d{4}))";
const beside =
  "(?:số\\s{1,2})?lượt\\s{1,2}(?:xem|đọc|truy)|đã\\s{1,2}xem|lần\\s{1,2}xem|print|in\\s{1,2}(?:trang|bài|ra)|bản\\s{1,2}in|xem\\s|cỡ\\s{1,2}chữ|e-?mail|gmt|views?(?!\\p{L})|share|chia\\s{1,2}sẻ|bình\\s{1,2}luận|tác\\s{1,2}giả|nguồn|đọc\\s{1,2}bài|font|a\\s?[+-]|by\\s|admin|\\(?utc";
const gap = "[\\s|,;:()\\[\\]•·-]{0,6}";
const line = new RegExp(
  `^${gap}(?:(${told})${gap})?(?:${weekday}${gap})?(?:(${clock})${gap})?(?:${weekday}${gap})?(?:ngày\\s{1,2}(?=\\d{1,2}[/.-]))?${dated}${gap}(?:(${clock})(?!\\s?(?:,|:)?\\s?\\p{L}{2}(?<!gm|pr|lư|số|ut|xe|in)))?${gap}(?:(${beside})[^\\n]{0,80})?$`,
  "u",
);
/** The site's words before the text on one line: "date 2024-11-14 Hội Chữ thập đỏ …", "09/11/2019 | lượt xem: 3 …". */
const opening = new RegExp(
  `^${gap}(?:date|posted|published|ngày\\s{1,2}đăng)${gap}${dated}|^${gap}${dated}${gap}(?:${beside})`,
  "u",
);
/** "Ngày đăng: 27/05/2021 - 09:05" somewhere in a line. */
const saying = new RegExp(
  `(?:ngày\\s{1,2})?(?:đăng|cập\\s{1,2}nhật)(?:\\s{1,2}(?:lúc|ngày))?\\s{0,2}:?\\s{0,2}(?:${weekday}${gap})?(?:${clock}${gap})?${dated}(?:${gap}${clock})?`,
  "u",
);

const weekdayAndDay = new RegExp(`${weekday}[^\\d\\n]{0,8}ngày\\s`, "u");

const reach = 1500;
const longestLine = 160;

/** Finds it at the top or the bottom of a page; null where there is none. */
export function readPublished(page: Page): Published | null {
  const { scan } = page;
  for (const from of scan.length > reach ? [0, scan.length - reach] : [0]) {
    for (let at = from; at < Math.min(scan.length, from + reach); ) {
      const newline = scan.indexOf("\n", at);
      const end = newline < 0 ? scan.length : newline;
      const found =
        at === from && from > 0 ? null : stampOf(scan.slice(at, Math.min(end, at + longestLine)), at, end);
      if (found) return found;
      at = end + 1;
    }
  }
  return null;
}

function stampOf(text: string, at: number, end: number): Published | null {
  if (!/\d{4}/.test(text)) return null;
  const whole = end - at < longestLine ? line.exec(text) : null;
  const match = whole ?? opening.exec(text) ?? saying.exec(text);
  if (!match) return null;
  const figures = match.slice(1).filter((part) => /^\d{1,4}$/.test(part ?? ""));
  const [a, b, c] = figures.map(Number) as [number, number, number];
  const [d, m, y] = a > 31 ? [c, b, a] : [a, b, c];
  if (!isPlausibleYear(y) || !isRealDay(y, m, d)) return null;
  const sure = whole === null || [1, 2, 15, 16].some((group) => match[group] !== undefined);
  // "THỨ BẢY, NGÀY 25/3/2023" heads a schedule or stands on an invitation.
  if (!sure && weekdayAndDay.test(text)) return null;
  return {
    day: `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`,
    start: at + match.index,
    end: at + match.index + match[0].length,
    clock: sure,
  };
}
