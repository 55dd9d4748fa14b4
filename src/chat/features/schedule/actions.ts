import { action, id, slug } from "../../actions.ts";

/** When a milestone recurs; the plan's id and the milestone's come first. */
export const scheduleActions = {
  open: action("rec", "plan.publish", [id, id]),
  /** A schedule by its short name ("m25"), or a rhythm whose days are to be chosen ("m"). */
  choose: action("rec-s", "plan.publish", [id, id, slug]),
};
