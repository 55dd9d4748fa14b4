/**
 * What a careful clerk would note down from a plan: the shapes only. The keys and their order are the
 * output contract of `cli read-plan --json`, which has `owedBy` only where it is told whose committee reads.
 */

/** What is dated: something sent up to a superior body, something to be done, or something that takes place. */
export type MilestoneKind = "report" | "task" | "event";

/**
 * Who owes a milestone. `issuer`: the issuer's own boards and offices, so it is a task of the plan's owner and
 * never an obligation of units. `us`: the document is a letter to the reader's own committee, which owes it. `unclear`: the text names nobody we can place; staff decide.
 */
export type OwedBy = "units" | "us" | "issuer" | "unclear";

/**
 * Why a finding is doubtful. `year`: its year had to be guessed; `weekday`: the weekday beside it does not fit; `past`:
 * the page is younger; `told`: it may only be told; `order`: nobody is told to send it; `late`: only what is too late
 * says when; `matter`: hardly a word says what.
 */
export type Doubt = "year" | "weekday" | "past" | "told" | "order" | "late" | "matter";

/** One dated (or rhythmic) thing the document asks for. Days are `YYYY-MM-DD`, offsets UTF-16 units. */
export interface ReadMilestone {
  kind: MilestoneKind;
  /** What is to be done, in the document's words. */
  action: string;
  /** Who owes it, where the text says so. */
  actor: string | null;
  /** To whom it is sent, where the text says so. */
  reportTo: string | null;
  /** The day as written (the last one of a range); null where only a period or a rhythm is stated. */
  due: string | null;
  /** True after "trước ngày …": the last day is the one before. */
  strictBefore: boolean;
  /** ISO moment with offset up to which it is in time; null where nothing is dated. */
  lastMoment: string | null;
  /** First day of a range. */
  from: string | null;
  /** `HH:MM` where an hour is stated. */
  time: string | null;
  /** `2024-04`, `2021-Q3`, `2024`, or `A/B` for a range of them. */
  period: string | null;
  /** RFC 5545 RRULE of what repeats. */
  recurrence: string | null;
  /** The year is not written beside the day: it comes from the document's date, title or nearest year. */
  yearImplied: boolean;
  /** A rhythm without a date: shown to staff, owes nothing until they date it. */
  vague: boolean;
  /** `low`: to be asked before it owes anything. */
  sure: "high" | "low";
  doubt: Doubt | null;
  /** The temporal phrase: `text.slice(at[0], at[1])`. */
  quote: string;
  at: [number, number];
  owedBy: OwedBy;
}

/** Who signed: name as printed, post ("PHÓ BÍ THƯ"), and for whom ("T/M BAN THƯỜNG VỤ"). */
export interface ReadSigner {
  name: string;
  position: string | null;
  onBehalfOf: string | null;
}

/** Everything read from one document. Header fields are null (or empty) where the document is silent. */
export interface PlanReading {
  /** Tên loại in capitals: KẾ HOẠCH, CÔNG VĂN, THÔNG BÁO, … */
  kind: string | null;
  /** Number and symbol without spaces: `100-KH/ĐUK`; null where the number is left blank. */
  number: string | null;
  /** `YYYY-MM-DD`. */
  issued: string | null;
  title: string | null;
  issuer: string | null;
  signer: ReadSigner | null;
  recipients: string[];
  /** Documents cited as the ground for this one. */
  basis: string[];
  /** A MẬT / TỐI MẬT / TUYỆT MẬT mark stands on it: refuse the document. */
  classified: boolean;
  milestones: ReadMilestone[];
}
