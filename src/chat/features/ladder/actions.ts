import { z } from "zod";
import { presetNames } from "../../../domain/reminder/presets.ts";
import { action, id } from "../../actions.ts";

/** When the units of a plan are reminded. The plan's id comes first in each. */
export const ladderActions = {
  open: action("lad", "plan.publish", [id]),
  preset: action("lad-p", "plan.publish", [id, z.enum(presetNames)]),
  /** Place of the rung among those that can be chosen. */
  rung: action("lad-r", "plan.publish", [id, id]),
  weekly: action("lad-w", "plan.publish", [id]),
  /** Place of the hour among those that can be chosen. */
  hour: action("lad-h", "plan.publish", [id, id]),
};
