import { z } from "zod";
import { action, id } from "../../actions.ts";

/** First argument: id of the obligation. */
export const handOverActions = {
  /** To whom: the list of the unit's other holders, and how a deputy sends. */
  menu: action("give", "task.give", [id]),
  /** … to this person. */
  give: action("give-to", "task.give", [id, id]),
  /** … in one tap, under a list or a reminder that stays as it is. */
  giveNow: action("give-now", "task.give", [id, id]),
  takeBack: action("give-back", "task.give", [id]),
  deputySends: action("give-mode", "task.give", [id, z.enum(["self", "ask"])]),
  /** "Tôi làm tiếp". */
  takeOver: action("take-over", "task.take", [id]),
  /** Look at what a deputy has finished, to send it. */
  approve: action("give-send", "task.give", [id]),
  /** Let the deputy go on with it. */
  giveBack: action("give-again", "task.give", [id]),
};
