import { z } from "zod";
import { action, command, id, LARGEST_ID, slug } from "../../actions.ts";

export const reviewCommand = command("review", "report.review");

/** Some ids in one argument, in base 36 with dots between: a page of reports has to fit into 64 bytes. */
const list = z
  .string()
  .regex(/^(?:[0-9a-z]{1,6}(?:\.[0-9a-z]{1,6})*)?$/)
  .max(44)
  .refine((text) => unpackIds(text).every((one) => one <= LARGEST_ID));

export const packIds = (ids: readonly number[]) => ids.map((one) => one.toString(36)).join(".");
export const unpackIds = (text: string) =>
  text === "" ? [] : text.split(".").map((one) => Number.parseInt(one, 36));

export const reviewActions = {
  /** Plan (0: all) and page. */
  queue: action("rv-list", "report.review", [id, id]),
  /** One report; its id. */
  card: action("rv", "report.review", [id]),
  /** All of its words, in as many messages as they need. */
  whole: action("rv-all", "report.review", [id]),
  /** A page with what is private in it; its report. */
  privately: action("rv-priv", "report.read-private", [id]),
  closePrivate: action("rv-shut", "report.read-private", [id]),
  accept: action("rv-ok", "report.review", [id]),
  undo: action("rv-undo", "report.review", [list]),
  reopen: action("rv-open", "report.review", [id]),
  /** Takes a return back. */
  withdraw: action("rv-back", "report.review", [id]),
  /** Tick several: plan, page, what is ticked. */
  pick: action("rv-pick", "report.review", [id, id, list]),
  acceptMany: action("rv-many", "report.review", [id, list]),
};

export const returnActions = {
  /** Begin; id of the report. The others name the return. */
  begin: action("rt", "report.review", [id]),
  /** Question and the page it stands on. */
  field: action("rt-f", "report.review", [id, slug, id]),
  fields: action("rt-p", "report.review", [id, id]),
  /** Ask for the reasons that are missing. */
  reasons: action("rt-r", "report.review", [id]),
  why: action("rt-w", "report.review", [id, slug]),
  common: action("rt-c", "report.review", [id]),
  summary: action("rt-s", "report.review", [id]),
  days: action("rt-d", "report.review", [id]),
  /** So many working days from today. */
  inDays: action("rt-n", "report.review", [id, id]),
  otherDay: action("rt-o", "report.review", [id]),
  send: action("rt-send", "report.review", [id]),
  drop: action("rt-x", "report.review", [id]),
};

/** "Hỏi Ban": whom to ask about a report; id of the obligation. */
export const askBoard = action("ask-board", "report.history", [id]);
