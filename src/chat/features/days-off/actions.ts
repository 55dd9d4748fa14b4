import { z } from "zod";
import { action, id } from "../../actions.ts";

export const dayOffActions = {
  open: action("days", "setting.days", []),
  /** Asks for days to be made days off ("yes") or working days ("no"). */
  add: action("days-add", "setting.days", [z.enum(["yes", "no"])]),
  /** Takes a day back; the day as a number, 20261124. */
  drop: action("days-drop", "setting.days", [id]),
};
