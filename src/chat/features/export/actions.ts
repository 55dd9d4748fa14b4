import { action, command, id } from "../../actions.ts";

export const exportCommand = command("export", "plan.read");

export const exportActions = {
  /** Excel or Word of a plan; id of the plan. */
  open: action("exp", "plan.read", [id]),
  book: action("exp-xlsx", "plan.read", [id]),
  report: action("exp-docx", "plan.read", [id]),
};
