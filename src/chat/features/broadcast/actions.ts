import { z } from "zod";
import { action, command, id, slug } from "../../actions.ts";

export const broadcastCommand = command("broadcast", "plan.publish");

const planId = id;
const milestoneId = id;

/** Everything on the card of a draft. The plan's id comes first in each. */
export const broadcastActions = {
  card: action("b-card", "plan.publish", [planId]),
  mend: action("b-mend", "plan.publish", [planId, z.enum(["number", "title", "issuer", "issued"])]),
  milestone: action("b-ms", "plan.publish", [planId, milestoneId]),
  milestones: action("b-mss", "plan.publish", [planId, id]),
  addMilestone: action("b-add", "plan.publish", [planId]),
  kind: action("b-kind", "plan.publish", [planId, milestoneId, z.enum(["report", "task", "event"])]),
  owedBy: action("b-owed", "plan.publish", [planId, milestoneId, z.enum(["units", "owner"])]),
  strict: action("b-strict", "plan.publish", [planId, milestoneId, z.enum(["yes", "no"])]),
  mendMilestone: action("b-mm", "plan.publish", [planId, milestoneId, z.enum(["action", "due"])]),
  /** A date for what has none: the end of this month, quarter or year. */
  schedule: action("b-sch", "plan.publish", [planId, milestoneId, z.enum(["month", "quarter", "year"])]),
  /** People to be named for an event. */
  nominate: action("b-nom", "plan.publish", [planId, milestoneId]),
  /** The forms a milestone may be reported by, a page of them; and the one chosen. */
  forms: action("b-forms", "plan.publish", [planId, milestoneId, id]),
  form: action("b-form", "plan.publish", [planId, milestoneId, id]),
  /** "Đã kiểm tra, không có dấu mật." */
  checked: action("b-chk", "plan.publish", [planId]),
  /** "Giữ": a doubtful milestone stands. */
  sure: action("b-sure", "plan.publish", [planId, milestoneId]),
  remove: action("b-rm", "plan.publish", [planId, milestoneId]),
  audience: action("b-aud", "plan.publish", [planId]),
  all: action("b-all", "plan.publish", [planId]),
  /** Place of the kind in the sorted list of kinds. */
  kindOfUnit: action("b-uk", "plan.publish", [planId, id]),
  units: action("b-units", "plan.publish", [planId, id]),
  unit: action("b-unit", "plan.publish", [planId, id, id]),
  preview: action("b-pre", "plan.publish", [planId]),
  send: action("b-send", "plan.publish", [planId, z.enum(["now", "morning"])]),
  keep: action("b-keep", "plan.publish", [planId]),
  drop: action("b-drop", "plan.publish", [planId, z.enum(["ask", "yes"])]),
  /** The pages sent so far are all; the last one is taken out again. */
  pages: action("b-pages", "plan.publish", [planId, z.enum(["end", "less"])]),
  /** The text pasted so far is all. */
  pasted: action("b-done", "plan.publish", [slug]),
};
