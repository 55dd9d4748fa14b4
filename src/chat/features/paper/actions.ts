import { z } from "zod";
import { action, id } from "../../actions.ts";

export const paperActions = {
  /** What a unit owes, for links and paper; id of the unit. */
  tasks: action("pa-tasks", "people.manage", [id]),
  /** One thing owed: id of the obligation, as in all below. */
  task: action("pa-task", "people.manage", [id]),
  link: action("pa-link", "people.manage", [id]),
  /** Every page of it. */
  revoke: action("pa-revoke", "people.manage", [id]),
  sheet: action("pa-sheet", "people.manage", [id]),
  /** Type in what came on paper: when did it come? */
  enter: action("pa-enter", "paper.enter", [id]),
  received: action("pa-day", "paper.enter", [id, z.coerce.number().int().min(0).max(30)]),
  /** Give up typing in. */
  stop: action("pa-stop", "paper.enter", [id]),
  /** "Mở trang web": the secretary asks for a page of one's own. */
  own: action("web-page", "report.link", [id]),
  ownRevoke: action("web-revoke", "report.link", [id]),
  ownList: action("web-pages", "report.link", []),
  /** "Bản in": the report as Word. */
  print: action("print", "report.print", [id]),
};
