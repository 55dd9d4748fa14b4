/** Short words that answer any question: no, skip, that was all, nothing to report. With or without accents. */
import { readings } from "./spelling.ts";

/** Pattern of a plain "no": không, ko, k, kh, with "có" and "gì": "k có", "không có gì". */
export const NO = "(?:khong|ko|kh|k)(?: co)?(?: gi)?(?: ca)?";

const no = new RegExp(`^${NO}$`);
/** Letter by letter: without its mark "nợ" would be a "no". */
const english = {
  no: /^\s*(?:no|none|nothing)[.!]?\s*$/i,
  done: /^\s*done[.!]?\s*$/i,
  nil: /^\s*nothing to report[.!]?\s*$/i,
};
const skip = /^(?:bo qua|skip)$/;
const done = /^(?:xong|het|du)(?: roi)?$/;
const yes = /^(?:co|roi|da|dung|dung vay|dung roi|phai|u|uh|ok|yes|y)(?: roi)?$/;
const notYet = /^(?:chua|chua co)$/;
const nil = /^(?:khong|ko|k) phat sinh(?: gi)?$/;

/** "không", "ko", "không có", "k có ạ", "Dạ không." */
export function meansNo(text: string): boolean {
  return english.no.test(text) || readings(text).some((words) => no.test(words));
}

/** "bỏ qua", "bo qua", "skip" */
export function meansSkip(text: string): boolean {
  return readings(text).some((words) => skip.test(words));
}

/** "xong", "hết rồi", "đủ": no more files. */
export function meansDone(text: string): boolean {
  return english.done.test(text) || readings(text).some((words) => done.test(words));
}

/** "không phát sinh" */
export function meansNil(text: string): boolean {
  return english.nil.test(text) || readings(text).some((words) => nil.test(words));
}

/** "có", "rồi", "đúng", "ok" */
export function meansYes(text: string): boolean {
  return readings(text).some((words) => yes.test(words));
}

/** "chưa", "chưa có" */
export function meansNotYet(text: string): boolean {
  return readings(text).some((words) => notYet.test(words));
}
