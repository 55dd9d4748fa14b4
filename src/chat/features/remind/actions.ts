import { z } from "zod";
import { action, command, id } from "../../actions.ts";

export const remindCommand = command("remind", "unit.urge");

/** Which of those that owe are listed: all, without "Đã nhận", past the deadline, due within three days. */
export const filters = ["all", "unseen", "late", "soon"] as const;
export type Filter = (typeof filters)[number];

const planId = id;
const obligationId = id;
const filter = z.enum(filters);
const page = id;
/** As `packDay` writes it; 0: no day. */
const day = id;

export const remindActions = {
  list: action("m-list", "unit.urge", [planId, filter, page]),
  tick: action("m-tick", "unit.urge", [obligationId, filter, page]),
  /** Everything the filter shows, or nothing. */
  all: action("m-all", "unit.urge", [planId, filter]),
  none: action("m-none", "unit.urge", [planId, filter]),
  nudge: action("m-nudge", "unit.urge", [planId]),
  words: action("m-words", "unit.urge", [planId]),
  /** "all": those too that were written to a short while ago. */
  send: action("m-send", "unit.urge", [planId, z.enum(["now", "all"])]),
  extend: action("m-ext", "extension.decide", [planId]),
  extendTo: action("m-extto", "extension.decide", [planId, day]),
  extendNow: action("m-extgo", "extension.decide", [planId]),
  /** Gives back the deadlines that one common extension moved; its moment in seconds. */
  extendUndo: action("m-extundo", "extension.decide", [planId, id]),
  waive: action("m-waive", "waiver.decide", [planId]),
  waiveNow: action("m-waivego", "waiver.decide", [planId]),
  waivers: action("m-waivers", "waiver.decide", [planId]),
  lift: action("m-lift", "waiver.decide", [id]),
  letter: action("m-letter", "unit.urge", [planId]),
  letterChecked: action("m-lchk", "unit.urge", [id]),
  letterPreview: action("m-lpre", "unit.urge", [id]),
  letterSend: action("m-lgo", "unit.urge", [id]),
  letterDrop: action("m-ldrop", "unit.urge", [id]),
  /** Everything that was done about one thing owed, and the telephone. */
  card: action("m-card", "unit.urge", [obligationId]),
  met: action("m-met", "unit.urge", [obligationId, day]),
  missed: action("m-missed", "unit.urge", [obligationId]),
  strike: action("m-strike", "unit.urge", [id]),
  zalo: action("m-zalo", "unit.urge", [planId]),
  export: action("m-xlsx", "unit.urge", [planId]),
};
