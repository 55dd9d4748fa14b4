/**
 * What a short saying stands for where a button could have been tapped: "dạ em đã nhận rồi ạ", "bao cao KH 12". Only
 * whole sayings are read, never words inside a sentence: "chưa nhận được", "đã nhận giấy mời" mean something else.
 */
import { bare, isMeantBy } from "./marks.ts";

/** What is done; those that are called like a command do what the command does. */
export type Meaning =
  | "acknowledge"
  | "nil"
  | "report"
  | "extend"
  | "tasks"
  | "history"
  | "status"
  | "plans"
  | "remind"
  | "review"
  | "help"
  | "cancel"
  | "start";

export interface Saying {
  means: Meaning;
  /** The plan that was named with it, as typed: "12", "12-KH/ĐU". */
  plan: string | null;
}

const sayings: Record<Meaning, readonly string[]> = {
  acknowledge: [
    "đã nhận",
    "nhận rồi",
    "đã nhận được",
    "nhận được",
    "nhận được rồi",
    "nhận",
    "rõ",
    "đã rõ",
    "rõ rồi",
    "nắm rõ",
    "đã nắm",
    "đã nắm rõ",
    "đã biết",
    "xác nhận",
    "xác nhận đã nhận",
    "received",
    "noted",
    "got it",
    "yes",
  ],
  nil: [
    "không phát sinh",
    "ko phát sinh",
    "k phát sinh",
    "không có phát sinh",
    "không có gì phát sinh",
    "không phát sinh gì",
    "chưa phát sinh",
    "nothing to report",
  ],
  report: [
    "báo cáo",
    "gửi báo cáo",
    "nộp báo cáo",
    "làm báo cáo",
    "viết báo cáo",
    "xin báo cáo",
    "muốn báo cáo",
    "báo cáo kết quả",
    "report",
  ],
  extend: [
    "gia hạn",
    "xin gia hạn",
    "đề nghị gia hạn",
    "xin lùi hạn",
    "xin lùi thời hạn",
    "xin thêm thời gian",
    "extend",
  ],
  tasks: ["việc", "việc cần làm", "việc phải làm", "công việc", "nhiệm vụ", "danh sách việc", "tasks"],
  history: ["lịch sử", "đã gửi gì", "báo cáo đã gửi", "history"],
  status: ["tình hình", "tình hình báo cáo", "tiến độ", "tiến độ báo cáo", "status"],
  plans: ["kế hoạch", "các kế hoạch", "danh sách kế hoạch", "plans"],
  remind: ["đôn đốc", "nhắc", "nhắc đơn vị", "nhắc báo cáo", "remind"],
  review: ["duyệt", "duyệt báo cáo", "xem báo cáo", "review"],
  help: [
    "trợ giúp",
    "hướng dẫn",
    "giúp",
    "giúp với",
    "giúp tôi",
    "giúp tôi với",
    "hướng dẫn sử dụng",
    "help",
  ],
  cancel: ["dừng", "dừng lại", "thôi", "hủy", "huỷ", "hủy bỏ", "huỷ bỏ", "cancel"],
  start: ["chào", "xin chào", "chào đồng chí", "chào ban", "hello", "hi"],
};

/** Said alone these are a yes. */
const assents = ["dạ", "vâng", "ok", "oke", "okê", "okay", "okie", "ừ", "dạ vâng", "vâng dạ"];

/** Courtesy around what is meant. */
const courtesies = [
  ...["dạ", "vâng", "ok", "ừ", "ạ", "nhé", "nha", "nhá", "thưa", "kính thưa", "báo cáo đồng chí"],
  ...["em", "tôi", "mình", "cháu", "chúng tôi", "chi bộ", "đơn vị", "đồng chí", "đ/c", "anh", "chị", "ban"],
  ...["kế hoạch", "văn bản", "công văn", "thông báo", "hướng dẫn này", "kế hoạch này", "văn bản này"],
  ...["rồi", "đây", "xin", "cho", "cảm ơn", "xin cảm ơn", "trân trọng", "thanks"],
];

/** No saying of these is longer. */
const LONGEST = 80;

const byLetters = new Map<string, { phrase: string; means: Meaning }[]>();
for (const [means, phrases] of Object.entries(sayings) as [Meaning, readonly string[]][])
  for (const phrase of phrases) {
    const key = bare(phrase);
    byLetters.set(key, [...(byLetters.get(key) ?? []), { phrase, means }]);
  }

/** Null for everything else that people say. */
export function readSaying(text: string): Saying | null {
  if (text.length > LONGEST) return null;
  const plain = wordsOf(text).join(" ");
  const whole = meaningOf(plain);
  if (whole) return { means: whole, plan: null };
  const { rest, plan } = withoutPlan(plain);
  const means = plan === null ? null : meaningOf(rest);
  return means && { means, plan };
}

/** Words alone: no signs around them, no pictures; a command's "/" and "_" count as nothing. */
function wordsOf(text: string): string[] {
  const lower = text.normalize("NFC").toLocaleLowerCase("vi").replace(/^\//, "").replaceAll("_", " ");
  return lower
    .split(/[\s,;:!.…“”"'()–]+|[^\p{L}\p{N}\p{M}/-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function meaningOf(plain: string): Meaning | null {
  return phraseOf(plain) ?? withoutCourtesy(plain.split(" "));
}

function phraseOf(plain: string): Meaning | null {
  const found = byLetters.get(bare(plain))?.find(({ phrase }) => isMeantBy(plain, phrase));
  if (found) return found.means;
  return assents.some((one) => isMeantBy(plain, one)) ? "acknowledge" : null;
}

/** "dạ em nhận rồi ạ": courtesy is taken off at both ends until what is left is known; nothing but a yes is a yes. */
function withoutCourtesy(words: readonly string[]): Meaning | null {
  const [begins, ends] = [startsAfter(words), endsBefore(words)];
  for (const from of begins)
    for (const to of ends) {
      if (from >= to || (from === 0 && to === words.length)) continue;
      const means = phraseOf(words.slice(from, to).join(" "));
      if (means) return means;
    }
  return null;
}

/** Places at which the saying may begin when some courtesy stands before it. */
function startsAfter(words: readonly string[]): number[] {
  const places = [0];
  for (const at of places)
    for (const one of courtesies) {
      const length = one.split(" ").length;
      const end = at + length;
      if (isMeantBy(words.slice(at, end).join(" "), one) && end <= words.length && !places.includes(end))
        places.push(end);
    }
  return places;
}

/** … and at which it may end. */
function endsBefore(words: readonly string[]): number[] {
  const places = [words.length];
  for (const at of places)
    for (const one of courtesies) {
      const start = at - one.split(" ").length;
      if (start >= 0 && isMeantBy(words.slice(start, at).join(" "), one) && !places.includes(start))
        places.push(start);
    }
  return places;
}

/** "báo cáo kế hoạch 12-kh/đu" → "báo cáo", "12-kh/đu". */
function withoutPlan(plain: string): { rest: string; plan: string | null } {
  const [, rest = "", plan] =
    /^(.+?)\s+(?:(?:về|cho|của|theo)\s+)?(?:(?:kế hoạch|ke hoach|kh|văn bản|van ban|công văn|cong van)\s+)?(?:số\s+|so\s+)?(\d{1,5}(?:-[\p{L}\p{M}/-]{1,30})?)(?:\s+(?:ạ|a|nhé|nhe))?$/u.exec(
      plain,
    ) ?? [];
  return plan === undefined ? { rest: plain, plan: null } : { rest, plan };
}
