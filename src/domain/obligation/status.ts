/**
 * The official 2 × 2: done or not, in time or late, from the *effective* deadline. One definition, used in chat,
 * web, Excel and Word. (Source: the ministry forms that count "hoàn thành đúng hạn / quá hạn, chưa hoàn thành
 * trong hạn / quá hạn"; domain glossary, section Status.)
 *
 * A report that is returned (*đề nghị bổ sung*) counts as not done until it is mended. A return never makes a unit
 * late if its own date is met: what came in time stays in time, however many returns follow, as long as each is
 * mended by its date, or by the deadline itself where that is later. What came late stays late.
 */

export type Status = "done-in-time" | "done-late" | "open-in-time" | "open-late" | "waived" | "no-deadline";

/** One return that was sent and not taken back. */
export interface Returned {
  /** The first instant that is too late to mend it. */
  dueBefore: Date;
  /** When the next version came; null while it is awaited. */
  mendedAt: Date | null;
}

export interface Standing {
  /** Effective deadline: the first instant that is late. Null: none is set. */
  dueBefore: Date | null;
  waived: boolean;
  /** When the first version of the report was sent; null while there is none. Later versions never change timeliness. */
  firstSentAt: Date | null;
  /** In any order. At most one of them awaits its mending. */
  returns: readonly Returned[];
}

/** Where one obligation stands at `now`. A returned report counts as not done. */
export function statusOf(standing: Standing, now: Date): Status {
  if (standing.waived) return "waived";
  const { firstSentAt, dueBefore } = standing;
  if (firstSentAt !== null) {
    const inTime = isInTime(firstSentAt, dueBefore, standing.returns, now);
    if (awaitsMending(standing.returns) === null) return inTime ? "done-in-time" : "done-late";
    if (dueBefore === null) return "no-deadline";
    return inTime ? "open-in-time" : "open-late";
  }
  if (dueBefore === null) return "no-deadline";
  return now < dueBefore ? "open-in-time" : "open-late";
}

/**
 * In time ⇔ the first version was sent before the deadline's first late instant, and every return was mended by its
 * own date or by the deadline, whichever is later; one that awaits its mending still may be. Without a deadline
 * nothing is late.
 */
export function isInTime(
  firstSentAt: Date,
  dueBefore: Date | null,
  returns: readonly Returned[],
  now: Date,
): boolean {
  if (dueBefore === null) return true;
  if (firstSentAt >= dueBefore) return false;
  return returns.every((one) => (one.mendedAt ?? now) < mendBefore(one, dueBefore));
}

/** The return whose mending is awaited, or null. */
export function awaitsMending(returns: readonly Returned[]): Returned | null {
  return returns.find((one) => one.mendedAt === null) ?? null;
}

/** The first instant that is too late to mend a return: its own date or the deadline, whichever is later. */
export function mendBefore(returned: Returned, dueBefore: Date | null): Date {
  return dueBefore !== null && dueBefore > returned.dueBefore ? dueBefore : returned.dueBefore;
}

/** What has become of a report: nothing was sent, or its newest version waits, is accepted, is to be mended. */
export type Stage = "missing" | "awaiting" | "accepted" | "returned";

/** @param accepted the newest version was accepted */
export function stageOf(standing: Standing, accepted: boolean): Stage {
  if (standing.firstSentAt === null) return "missing";
  if (awaitsMending(standing.returns) !== null) return "returned";
  return accepted ? "accepted" : "awaiting";
}

/**
 * From when on the unit is behind with what it has to do next: to send the report, or to mend it. Null where it has
 * to do nothing, or without a date. Whoever is behind stands in the red list, the call list and the escalation.
 */
export function behindFrom(standing: Standing): Date | null {
  if (standing.waived) return null;
  if (standing.firstSentAt === null) return standing.dueBefore;
  const returned = awaitsMending(standing.returns);
  return returned && mendBefore(returned, standing.dueBefore);
}

/** What is counted of one obligation. */
export interface Counted {
  status: Status;
  stage: Stage;
  /** It is behind at this moment; see {@link behindFrom}. */
  behind: boolean;
  /** Of what was sent; null while nothing was. */
  inTime: boolean | null;
}

/**
 * The board's figures, in obligations; waived ones are in no figure but `waived`. Two of them are not the same:
 * *đã báo cáo* (`sent`) is all that was sent, *đã hoàn thành* (`done`) what is accepted or awaits review.
 * `sent = awaiting + accepted + returned`, `expected = sent + missing`, `done = awaiting + accepted`.
 */
export interface Tally extends Record<Status, number> {
  expected: number;
  sent: number;
  /** Of those sent, the ones that are in time as {@link isInTime} has it. */
  sentInTime: number;
  awaiting: number;
  accepted: number;
  /** *Đề nghị bổ sung*; of these `mendingBehind` past their date: *chưa bổ sung, quá hạn*. */
  returned: number;
  mendingBehind: number;
  /** *Chưa báo cáo*: nothing was sent; of these `missingBehind` past the deadline. */
  missing: number;
  missingBehind: number;
  done: number;
}

export function tally(all: readonly Counted[]): Tally {
  const owed = all.filter((one) => one.status !== "waived");
  const count = (holds: (one: Counted) => boolean) => owed.filter(holds).length;
  const having = (status: Status) => count((one) => one.status === status);
  const at = (stage: Stage) => count((one) => one.stage === stage);
  return {
    "done-in-time": having("done-in-time"),
    "done-late": having("done-late"),
    "open-in-time": having("open-in-time"),
    "open-late": having("open-late"),
    "no-deadline": having("no-deadline"),
    waived: all.length - owed.length,
    expected: owed.length,
    sent: owed.length - at("missing"),
    sentInTime: count((one) => one.inTime === true),
    awaiting: at("awaiting"),
    accepted: at("accepted"),
    returned: at("returned"),
    mendingBehind: count((one) => one.stage === "returned" && one.behind),
    missing: at("missing"),
    missingBehind: count((one) => one.stage === "missing" && one.behind),
    done: at("awaiting") + at("accepted"),
  };
}

/** Whether the unit still has something to do: to send the report, or to mend it. */
export const isUndone = (one: Pick<Counted, "status" | "stage">): boolean =>
  one.status !== "waived" && (one.stage === "missing" || one.stage === "returned");
