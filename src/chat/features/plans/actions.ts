import { z } from "zod";
import { action, command, id } from "../../actions.ts";

export const plansCommand = command("plans", "plan.read");
export const statusCommand = command("status", "plan.read");

/** The cells of the 2 × 2. */
export const cells = ["done-in-time", "done-late", "open-in-time", "open-late"] as const;
/** What names can be asked of: a cell, or what has not come of earlier periods. */
export const groups = [...cells, "earlier"] as const;

export const planActions = {
  page: action("plans", "plan.read", [id]),
  open: action("plan", "plan.read", [id]),
  status: action("status", "plan.read", [id]),
  /** Names: plan, group, page. */
  names: action("names", "plan.read", [id, z.enum(groups), id]),
  /** Who has the announcement, who has acknowledged it, whom it did not reach. */
  outcome: action("outcome", "plan.read", [id, id]),
  reports: action("reports", "plan.read", [id, id]),
  /** One report in full; id of the obligation. */
  report: action("rep", "plan.read", [id]),
  /** The files of a report. */
  files: action("rep-files", "plan.read", [id]),
};
