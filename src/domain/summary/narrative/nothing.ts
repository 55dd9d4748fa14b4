/**
 * "Không", "không có khó khăn gì", "chưa phát sinh": answers that say that there is nothing. They are counted and not
 * listed. Only where every word of the answer is one of these; "Không có phòng họp" says something.
 */
import { bare } from "./words.ts";

const deny = new Set(["khong", "chua", "ko", "k", "kg", "kh", "hong", "khg", "none", "no", "nil"]);
const filler = new Set([
  ...[
    "co",
    "gi",
    "them",
    "nao",
    "phat",
    "sinh",
    "a",
    "thay",
    "y",
    "kien",
    "de",
    "xuat",
    "nghi",
    "kien",
    "voi",
    "cap",
  ],
  ...[
    "tren",
    "kho",
    "khan",
    "vuong",
    "mac",
    "ton",
    "tai",
    "han",
    "che",
    "va",
    "hay",
    "hoac",
    "noi",
    "dung",
    "dang",
  ],
  ...[
    "ke",
    "don",
    "vi",
    "chi",
    "bo",
    "dang",
    "trong",
    "ky",
    "nay",
    "ghi",
    "nhan",
    "truong",
    "hop",
    "het",
    "phai",
  ],
  ...[
    "bao",
    "cao",
    "thuc",
    "hien",
    "qua",
    "trinh",
    "ve",
    "cac",
    "nhung",
    "mot",
    "so",
    "lon",
    "khac",
    "den",
    "thoi",
  ],
  ...["diem", "bat", "cap", "nguyen", "nhan", "can", "viec", "chung", "toi", "hien"],
]);
/** What would turn it into something: "không có khó khăn lớn" leaves small ones. */
const limits = new Set(["lon", "nhieu", "dang", "mot", "so"]);

/** Whether a whole answer says that there is nothing. */
export function saysNothing(answer: string): boolean {
  const words = bare(answer)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return true;
  if (words.length === 1 && words[0] === "0") return true;
  if (words.length > 16 || !words.some((word) => deny.has(word))) return false;
  if (!words.every((word) => deny.has(word) || filler.has(word))) return false;
  // "Không có khó khăn gì lớn" is an answer, "không có gì đáng kể" is none.
  const said = ` ${words.join(" ")} `;
  const small = said.includes(" dang ke ") ? said.replace(" dang ke ", " ") : said;
  const party = small.replace(/ dang (?:bo|uy) /g, " ");
  return (
    !party.split(" ").some((word) => limits.has(word)) &&
    !/ (?:khong|chua) (?:\S+ )*(?:khong|chua) /.test(said)
  );
}
