import { z } from "zod";
import { snoozeChoices } from "../../../cases/reminder/snooze.ts";
import { action, id } from "../../actions.ts";

export const reminderActions = {
  /** Tell me again; id of the message. */
  snooze: action("snooze", "task.read", [id, z.enum(snoozeChoices)]),
};
