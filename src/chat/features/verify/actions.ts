import { action, command, id } from "../../actions.ts";

export const verifyCommand = command("verify", "report.verify");
/** The receipt of a report; its id. */
export const verifyAction = action("verify", "report.verify", [id]);
