/**
 * What stands at the end of a migration because Prisma can't say it. The drift test expects exactly these beside
 * what the schema gives, and the constraints test has a case for each.
 */
export const handWritten = [
  "check Unit_not_own_parent",
  "check Unit_successor_needs_end",
  "check Unit_named",
  "check Person_named",
  "check Post_span",
  "check Membership_span",
  "index Post_one_secretary",
  "index Post_held_once",
  "index Membership_held_once",
  "check Invitation_names_one_place",
  "check Invitation_expires",
  "check Enrolment_decided",
  "check Plan_published_whole",
  "check Plan_ended",
  "check Milestone_due_needs_moment",
  "check Obligation_both_deadlines",
  "check FormVersion_counts_from_one",
  "check Report_counts_from_one",
  "check Report_counts_before_arrival",
  "check Report_outage_has_arrival",
  "check Outage_span",
  "check Campaign_finished",
  "check Delivery_sent_has_moment",
  "check Delivery_acknowledged_after_sent",
  "index Delivery_person_once",
  "check DeliveryItem_rung_of_deadline",
  "index Obligation_to_remind",
  "function obligation_look_again",
  "trigger Obligation_look_again",
  "function report_look_again",
  "trigger Report_look_again",
  "function plan_look_again",
  "trigger Plan_look_again",
  "check Notice_revisions",
  "check Report_decided",
  "check Report_sealed",
  "check ReportFile_added",
  "check Return_ends_one_way",
  "check Return_says_why",
  "check Return_leaves_time",
  "check Campaign_names_return",
  "index Return_sent_once",
  "index Return_written_once",
  "index Report_unsealed",
  "index Notice_due",
  "index Assignment_one_at_a_time",
  "index Proposal_one_open",
  "check WebLink_expires",
  "index Extension_one_open",
  "index Waiver_one_in_force",
  "check Extension_not_by_asker",
  "check Extension_granted_whole",
  "check Extension_decided",
  "function audit_is_final",
  "trigger Audit_final",
  "check Summary_of_plans",
  "function summary_is_final",
  "trigger Summary_final",
] as const;

export type HandWritten = (typeof handWritten)[number];

/** For speed alone: there is no wrong state to refuse. */
export const forSpeed: readonly HandWritten[] = [
  "index Notice_due",
  "index Obligation_to_remind",
  "index Report_unsealed",
];

/** Triggers that refuse nothing: look-again.test.ts shows what they do. */
export const actsItself: readonly HandWritten[] = [
  "function obligation_look_again",
  "trigger Obligation_look_again",
  "function report_look_again",
  "trigger Report_look_again",
  "function plan_look_again",
  "trigger Plan_look_again",
];
