import { action, command, id } from "../../actions.ts";

export const extendCommand = command("extend", "extension.ask");

/** Ready reasons; what they say stands in the texts. */
export const reasons = ["meeting", "away", "sum"] as const;

const obligationId = id;
const extensionId = id;
/** As `packDay` writes it. */
const day = id;

export const extendActions = {
  /** "Xin gia hạn" under a reminder and in /tasks. */
  ask: action("x-ask", "extension.ask", [obligationId]),
  day: action("x-day", "extension.ask", [obligationId, day]),
  /** Place in the list of ready reasons. */
  reason: action("x-why", "extension.ask", [obligationId, day, id]),
  take: action("x-take", "extension.ask", [extensionId]),
  leave: action("x-leave", "extension.ask", [extensionId]),
  withdraw: action("x-back", "extension.ask", [extensionId]),
  /** The card of a request, for staff. */
  card: action("xd-card", "extension.decide", [extensionId]),
  list: action("xd-list", "extension.decide", [id]),
  approve: action("xd-yes", "extension.decide", [extensionId]),
  refuse: action("xd-no", "extension.decide", [extensionId]),
  other: action("xd-other", "extension.decide", [extensionId]),
  offer: action("xd-offer", "extension.decide", [extensionId, day]),
};
