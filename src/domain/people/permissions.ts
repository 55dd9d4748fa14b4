/**
 * Who may do what: the one table. Commands and buttons name a permission; the roles a person has right now
 * (several at once: a secretary may also be staff) decide. What the permission is *about* (this unit, this
 * board's plan) is checked by the use case, which knows the row.
 */

/** `stranger` is anybody whom no post and no board knows, including those waiting for confirmation. */
export const roles = ["stranger", "secretary", "deputy", "staff", "leader", "administrator"] as const;
export type PersonRole = (typeof roles)[number];

const everyone: readonly PersonRole[] = roles;
const units: readonly PersonRole[] = ["secretary", "deputy"];
const board: readonly PersonRole[] = ["staff", "leader", "administrator"];

export const permissions = {
  /** /start, /help, /cancel, /language. */
  "chat.use": everyone,
  /** /tasks and the calendar file. */
  "task.read": units,
  "announcement.acknowledge": units,
  /** /report: open, answer, send, look at what was sent. */
  "report.write": units,
  /** Hand a task to a deputy, take it back, send what a deputy has finished. */
  "task.give": ["secretary"],
  /** Go on with what somebody else of the unit was writing. */
  "task.take": units,
  /** One's own report as a page, and as Word. */
  "report.link": units,
  "report.print": units,
  /** /people: who holds which post; links, printed sheets and paper for units that no chat reaches. */
  "people.manage": board,
  /** Type in, in a unit's name, what it sent on paper. */
  "paper.enter": board,
  /** /history: what the unit has sent, and its signed copies. */
  "report.history": units,
  /** /verify: a look-up code; whose it may be is the use case's matter. */
  "report.verify": [...units, ...board],
  /** /review: accept, return, reopen. */
  "report.review": board,
  /** What is private in a report, on a page of ours: whose report, the use case says. */
  "report.read-private": board,
  /** /extend: ask for another date, take or leave one that is offered, withdraw. */
  "extension.ask": units,
  /** Grant, refuse or offer another date. */
  "extension.decide": board,
  /** /remind: nudge, log calls, send a letter that urges, the text for the Zalo group, the proof. */
  "unit.urge": board,
  /** Say that a unit owes nothing this time, and take that back. */
  "waiver.decide": board,
  /** /broadcast: compose, publish, drop a plan. */
  "plan.publish": board,
  /** /forms: look, try, take out, bring in, retire; one that boards share is changed by an administrator. */
  "form.manage": board,
  /** /plans, /status. */
  "plan.read": board,
  /** The narrative desk, and to freeze the figures. */
  "summary.make": board,
  /** Say with a tap that a newcomer is who he says. */
  "enrolment.decide": board,
  /** Invite a unit's secretary or deputy. */
  "invitation.unit": board,
  /** Invite staff, leaders, administrators. */
  "invitation.board": ["administrator"],
  /** /settings: one's own name and telephone, as units see them. */
  "setting.own": board,
  /** Days off of this installation. */
  "setting.days": board,
  /** Hours of the digests, days of the escalation. */
  "setting.habits": ["leader", "administrator"],
  /** The board's name and symbol. */
  "setting.board": ["administrator"],
} as const satisfies Record<string, readonly PersonRole[]>;

export type Permission = keyof typeof permissions;

/** Whether somebody with these roles may. */
export function may(held: readonly PersonRole[], permission: Permission): boolean {
  const allowed: readonly PersonRole[] = permissions[permission];
  return held.some((role) => allowed.includes(role));
}
