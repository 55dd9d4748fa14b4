import { z } from "zod";
import { action, command, id, word } from "../../actions.ts";

export const reportCommand = command("report", "report.write");

export const reportActions = {
  /** Begin or go on; id of the obligation. */
  open: action("report", "report.write", [id]),
  /** "Không phát sinh" straight from a reminder. */
  nil: action("report-nil", "report.write", [id]),
  /** Something tapped under a question: obligation, field asked, what, and its argument where it has one. */
  tap: action("r", "report.write", [id, word, z.enum(["skip", "back", "done", "nil", "review", "list"])]),
  option: action("ro", "report.write", [id, word, id]),
  /** A ready answer in words ("Hôm nay"): obligation, field, place in the list. */
  quick: action("rq", "report.write", [id, word, id]),
  jump: action("rj", "report.write", [id, word]),
  /** Obligation and the revision of the draft that was shown. */
  send: action("rs", "report.write", [id, id]),
  /** Words that may or may not be an answer: obligation and field. */
  takeStray: action("rw", "report.write", [id, word]),
  dropStray: action("rx", "report.write", [id]),
  /** Look at what was sent; id of the obligation. */
  look: action("report-look", "report.write", [id]),
  again: action("report-again", "report.write", [id]),
};
