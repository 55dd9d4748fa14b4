import { z } from "zod";
import { action, command, id, slug } from "../../actions.ts";
import { reportActions, saying, taps } from "../report/actions.ts";

export const formsCommand = command("forms", "form.manage");

export const formActions = {
  /** A page of all forms. */
  list: action("f-list", "form.manage", [id]),
  open: action("f-open", "form.manage", [id]),
  /** As an Excel file. */
  save: action("f-save", "form.manage", [id]),
  /** Wait for a file: of any form, or of a new version of this one. */
  bring: action("f-new", "form.manage", []),
  bringTo: action("f-next", "form.manage", [id]),
  /** What was read from the file becomes the newest version: for all plans, or for those still to be sent. */
  take: action("f-take", "form.manage", [id, z.enum(["all", "later"])]),
  drop: action("f-drop", "form.manage", [id]),
  /** What was read from the file, once more. */
  offer: action("f-offer", "form.manage", [id]),
  retire: action("f-stop", "form.manage", [id, z.enum(["ask", "yes"])]),
  revive: action("f-back", "form.manage", [id]),
  /** Form, and as which kind of unit: its place in `kindsOf`. */
  try: action("f-try", "form.manage", [id, id]),
  tryOffer: action("f-tryo", "form.manage", [id, id]),
  end: action("f-end", "form.manage", []),
};

const tried = (button: keyof typeof reportActions) => `ft-${reportActions[button].name}`;

/**
 * The buttons of a question, on a trial: those of a report with `ft-` before them, and 0 for the obligation that there
 * is none of. What a board may try it may not do to a report, so they are buttons of their own.
 */
export const trialActions = {
  tap: action(tried("tap"), "form.manage", [id, slug, z.enum(taps)]),
  option: action(tried("option"), "form.manage", [id, slug, id]),
  quick: action(tried("quick"), "form.manage", [id, slug, id]),
  say: action(tried("say"), "form.manage", [id, slug, saying]),
  remove: action(tried("remove"), "form.manage", [id, slug, id]),
  template: action(tried("template"), "form.manage", [id, slug]),
  list: action(tried("list"), "form.manage", [id, id]),
  jump: action(tried("jump"), "form.manage", [id, slug]),
  send: action(tried("send"), "form.manage", [id, id]),
};
