import { action, command, id } from "../../actions.ts";

export const historyCommand = command("history", "report.history");

export const historyActions = {
  page: action("hist", "report.history", [id]),
  /** One version of a report; its id. */
  one: action("hist-one", "report.history", [id]),
  /** The signed copy follows; id of the obligation. */
  sign: action("sign", "report.history", [id]),
  signed: action("sign-done", "report.history", []),
};
