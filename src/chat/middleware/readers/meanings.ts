/** Which buttons a saying can stand for. */
import type { Meaning } from "../../../domain/message/saying.ts";
import { announcementActions } from "../../features/announcement/actions.ts";
import { extendActions } from "../../features/extend/actions.ts";
import { reportActions } from "../../features/report/actions.ts";

/** The buttons of a message that mean this. */
export function actionsOf(meaning: Meaning): readonly { parse(data: string): unknown }[] {
  if (meaning === "acknowledge") return [announcementActions.acknowledge];
  if (meaning === "report") return [reportActions.open];
  if (meaning === "nil") return [reportActions.nil];
  return meaning === "extend" ? [extendActions.ask] : [];
}
