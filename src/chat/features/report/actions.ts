import { z } from "zod";
import { action, command, id, slug } from "../../actions.ts";

export const reportCommand = command("report", "report.write");

export const taps = ["skip", "back", "done", "nil", "review", "list", "suggested", "confirm"] as const;
/** What an offered answer would have been typed as. */
export const saying = z.string().regex(/^[-0-9.,%#a-z]{1,20}$/);

export const reportActions = {
  /** Begin or go on; id of the obligation. */
  open: action("report", "report.write", [id]),
  /** "Không phát sinh" straight from a reminder. */
  nil: action("report-nil", "report.write", [id]),
  /** Something tapped under a question: obligation, field asked, what, and its argument where it has one. */
  tap: action("r", "report.write", [id, slug, z.enum(taps)]),
  option: action("ro", "report.write", [id, slug, id]),
  /** A ready answer in words ("Hôm nay"): obligation, field, place in the list. */
  quick: action("rq", "report.write", [id, slug, id]),
  /** One of the answers offered where words could mean several things: obligation, field, the words. */
  say: action("rz", "report.write", [id, slug, saying]),
  /** A row of a group to take out: obligation, field, place from 0. */
  remove: action("rd", "report.write", [id, slug, id]),
  /** The Excel file to fill in for a group. */
  template: action("re", "report.write", [id, slug]),
  /** The page on which private questions are answered. */
  privately: action("report-private", "report.write", [id]),
  /** A page of the answers so far. */
  list: action("rl", "report.write", [id, id]),
  /** A report that somebody else is writing: look, go on with it. */
  see: action("report-see", "report.write", [id]),
  take: action("report-take", "report.write", [id]),
  /** A file nobody asked for: it is the report of this obligation; or it is not, and the report asked about goes on. */
  isReport: action("report-file", "report.write", [id]),
  isOther: action("report-other", "report.write", [id]),
  jump: action("rj", "report.write", [id, slug]),
  /** Obligation and the revision of the draft that was shown. */
  send: action("rs", "report.write", [id, id]),
  /** Words that may or may not be an answer: obligation and field. */
  takeStray: action("rw", "report.write", [id, slug]),
  dropStray: action("rx", "report.write", [id]),
  /** Look at what was sent; id of the obligation. */
  look: action("report-look", "report.write", [id]),
  again: action("report-again", "report.write", [id]),
};
