/** Short words that answer any question: no, skip, that was all, nothing to report. With or without accents. */
import { gist } from "./spelling.ts";

/** Pattern of a plain "no": không, ko, k, kh, with "có" and "gì": "k có", "không có gì". */
export const NO = "(?:khong|ko|kh|k)(?: co)?(?: gi)?(?: ca)?";

const no = new RegExp(`^${NO}$`);
const skip = /^(?:bo qua|skip)$/;
const done = /^(?:xong|het|du)(?: roi)?$/;
const nil = /^(?:khong|ko|k) phat sinh(?: gi)?$/;

/** "không", "ko", "không có", "k có ạ", "Dạ không." */
export function meansNo(text: string): boolean {
  return no.test(gist(text));
}

/** "bỏ qua", "bo qua", "skip" */
export function meansSkip(text: string): boolean {
  return skip.test(gist(text));
}

/** "xong", "hết rồi", "đủ": no more files. */
export function meansDone(text: string): boolean {
  return done.test(gist(text));
}

/** "không phát sinh" */
export function meansNil(text: string): boolean {
  return nil.test(gist(text));
}
