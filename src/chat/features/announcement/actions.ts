import { action, id } from "../../actions.ts";

export const announcementActions = {
  /** Id of the delivery. */
  acknowledge: action("ack", "announcement.acknowledge", [id]),
  /** Id of the plan: its dates as a calendar file. */
  calendar: action("ics", "task.read", [id]),
  /** Buttons of a preview do nothing but say so. */
  preview: action("preview", "plan.publish", []),
};
