import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { actsItself, forSpeed, type HandWritten, handWritten } from "./hand-written.ts";
import { homes } from "./homes.ts";
import { fillDatabase } from "./rows.ts";

const T = "'2024-04-15T01:00:00Z'";
const LATER = "'2024-04-16T01:00:00Z'";
const invitation = (unit: string, post: string, board: string, role: string) =>
  `INSERT INTO "Invitation" ("codeHash", "unitId", "post", "boardId", "role", "createdAt", "expiresAt")
   VALUES ('bb', ${unit}, ${post}, ${board}, ${role}, ${T}, ${LATER})`;
const secretary = (unit: number, person: number, until = "NULL") =>
  `INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since", "until")
   VALUES (${unit}, ${person}, 'secretary', 'Bí thư', ${T}, ${until})`;
/** So many requests about obligation 1, decided by person 2. */
const extension = (state: string, count: number) =>
  `INSERT INTO "Extension" ("obligationId", "state", "askedById", "decidedById", "decidedAt", "askedAt", "reason", "fromDueBefore", "askedDueBefore")
   SELECT 1, ${state}::"ExtensionState", NULL, 2, ${T}, ${T}, 'r', ${T}, ${LATER} FROM generate_series(1, ${count})`;
const waiver = (lifted: string) =>
  `INSERT INTO "Waiver" ("obligationId", "waivedById", "waivedAt", "reason", "liftedAt")
   SELECT 1, 2, ${T}, 'r', ${lifted} FROM generate_series(1, 2)`;
const published = `"publishedAt" = ${T}, "code" = '100'`;

const aFile = `INSERT INTO "StoredFile" ("id", "name", "mime", "size", "createdAt") VALUES (90, 'n', 'm', 1, ${T})`;
const returned = (ends: string, { reason = "'x'", fields = "[]", due = LATER } = {}) =>
  `INSERT INTO "Return" ("reportId", "byId", "fields", "reason", "dueBefore", "createdAt", "sentAt", "mendedAt", "withdrawnAt")
   VALUES (1, 1, '${fields}', ${reason}, ${due}, ${T}, ${T}, ${ends})`;
const unsent = (by: number) =>
  `INSERT INTO "Return" ("reportId", "byId", "fields", "dueBefore", "createdAt") VALUES (1, ${by}, '[]', ${LATER}, ${T})`;

/** What is refused, and what stands right beside it and is not. The rows of rows.ts are there, each number 1. */
const cases: [HandWritten, wrong: string, right: string][] = [
  [
    "check Unit_not_own_parent",
    `UPDATE "Unit" SET "parentId" = "id" WHERE "id" = 1`,
    `UPDATE "Unit" SET "parentId" = 1 WHERE "id" = 2`,
  ],
  [
    "check Unit_successor_needs_end",
    `UPDATE "Unit" SET "successorId" = 2 WHERE "id" = 1`,
    `UPDATE "Unit" SET "successorId" = 2, "endedOn" = '2024-04-15' WHERE "id" = 1`,
  ],
  [
    "check Unit_successor_needs_end",
    `UPDATE "Unit" SET "successorId" = "id", "endedOn" = '2024-04-15'`,
    `UPDATE "Unit" SET "endedOn" = '2024-04-15'`,
  ],
  ["check Unit_named", `UPDATE "Unit" SET "headTitle" = ''`, `UPDATE "Unit" SET "headTitle" = 'Phó bí thư'`],
  ["check Person_named", `UPDATE "Person" SET "name" = ''`, `UPDATE "Person" SET "name" = 'An'`],
  [
    "check Post_span",
    `UPDATE "Post" SET "until" = '2024-04-14T00:00:00Z'`,
    `UPDATE "Post" SET "until" = "since"`,
  ],
  [
    "check Membership_span",
    `UPDATE "Membership" SET "until" = '2024-04-14T00:00:00Z'`,
    `UPDATE "Membership" SET "until" = "since"`,
  ],
  [
    "index Assignment_one_at_a_time",
    `INSERT INTO "Assignment" ("obligationId", "personId", "byId", "at") SELECT 1, 2, 1, ${T} FROM generate_series(1, 2)`,
    `INSERT INTO "Assignment" ("obligationId", "personId", "byId", "at", "endedAt") SELECT 1, 2, 1, ${T}, ${LATER} FROM generate_series(1, 2)`,
  ],
  [
    "index Proposal_one_open",
    `INSERT INTO "Proposal" ("obligationId", "byId", "at") SELECT 1, 2, ${T} FROM generate_series(1, 2)`,
    `INSERT INTO "Proposal" ("obligationId", "byId", "at", "closedAt") SELECT 1, 2, ${T}, ${LATER} FROM generate_series(1, 2)`,
  ],
  [
    "check WebLink_expires",
    `INSERT INTO "WebLink" ("obligationId", "personId", "byId", "createdAt", "expiresAt") VALUES (1, 1, 1, ${T}, ${T})`,
    `INSERT INTO "WebLink" ("obligationId", "personId", "byId", "createdAt", "expiresAt") VALUES (1, 1, 1, ${T}, ${LATER})`,
  ],
  ["index Post_one_secretary", secretary(1, 2), secretary(2, 2)],
  ["index Post_one_secretary", secretary(1, 2), `UPDATE "Post" SET "until" = ${T}; ${secretary(1, 2)}`],
  [
    "index Post_held_once",
    `INSERT INTO "Post" ("unitId", "personId", "kind", "title", "since") SELECT 2, 2, 'deputy', 'Phó bí thư', ${T} FROM generate_series(1, 2)`,
    secretary(1, 1, LATER),
  ],
  [
    "index Membership_held_once",
    `INSERT INTO "Membership" ("boardId", "personId", "role", "since") VALUES (1, 1, 'staff', ${T})`,
    `INSERT INTO "Membership" ("boardId", "personId", "role", "since") VALUES (1, 1, 'leader', ${T})`,
  ],
  [
    "check Invitation_names_one_place",
    invitation("1", "'secretary'", "1", "'staff'"),
    invitation("1", "'secretary'", "NULL", "NULL"),
  ],
  [
    "check Invitation_names_one_place",
    invitation("NULL", "NULL", "NULL", "NULL"),
    invitation("NULL", "NULL", "1", "'staff'"),
  ],
  [
    "check Invitation_names_one_place",
    invitation("1", "NULL", "NULL", "'staff'"),
    invitation("1", "'deputy'", "NULL", "NULL"),
  ],
  [
    "check Invitation_names_one_place",
    invitation("NULL", "'secretary'", "1", "'staff'"),
    invitation("NULL", "NULL", "1", "'leader'"),
  ],
  [
    "check Invitation_expires",
    `UPDATE "Invitation" SET "expiresAt" = "createdAt"`,
    `UPDATE "Invitation" SET "expiresAt" = ${LATER}`,
  ],
  [
    "check Enrolment_decided",
    `UPDATE "Enrolment" SET "state" = 'confirmed'`,
    `UPDATE "Enrolment" SET "state" = 'refused', "decidedAt" = ${T}`,
  ],
  [
    "check Enrolment_decided",
    `UPDATE "Enrolment" SET "decidedAt" = ${T}`,
    `UPDATE "Enrolment" SET "state" = 'confirmed', "decidedAt" = ${T}`,
  ],
  [
    "check Plan_published_whole",
    `UPDATE "Plan" SET "state" = 'published', "publishedAt" = ${T}`,
    `UPDATE "Plan" SET "state" = 'published', ${published}`,
  ],
  [
    "check Plan_published_whole",
    `UPDATE "Plan" SET "state" = 'published', "title" = '', ${published}`,
    `UPDATE "Plan" SET "title" = ''`,
  ],
  [
    "check Plan_ended",
    `UPDATE "Plan" SET "state" = 'closed', ${published}`,
    `UPDATE "Plan" SET "state" = 'closed', "endedAt" = ${T}, ${published}`,
  ],
  [
    "check Plan_ended",
    `UPDATE "Plan" SET "endedAt" = ${T}`,
    `UPDATE "Plan" SET "state" = 'withdrawn', "endedAt" = ${T}, ${published}`,
  ],
  [
    "check Milestone_due_needs_moment",
    `UPDATE "Milestone" SET "due" = '2024-04-25'`,
    `UPDATE "Milestone" SET "due" = '2024-04-25', "dueBefore" = '2024-04-25T17:00:00Z'`,
  ],
  [
    "check Obligation_both_deadlines",
    `UPDATE "Obligation" SET "dueBefore" = ${T}`,
    `UPDATE "Obligation" SET "dueBefore" = ${T}, "effectiveDueBefore" = ${LATER}`,
  ],
  [
    "check FormVersion_counts_from_one",
    `UPDATE "FormVersion" SET "version" = 0`,
    `UPDATE "FormVersion" SET "version" = 2`,
  ],
  ["check Report_counts_from_one", `UPDATE "Report" SET "version" = 0`, `UPDATE "Report" SET "version" = 2`],
  [
    "check Report_counts_before_arrival",
    `UPDATE "Report" SET "arrivedAt" = "submittedAt" - interval '1 second'`,
    `UPDATE "Report" SET "arrivedAt" = "submittedAt" + interval '1 second'`,
  ],
  [
    "check Report_outage_has_arrival",
    `INSERT INTO "Outage" ("id", "channel", "from", "until") VALUES (9, 'telegram', ${T}, ${LATER}); UPDATE "Report" SET "outageId" = 9`,
    `INSERT INTO "Outage" ("id", "channel", "from", "until") VALUES (9, 'telegram', ${T}, ${LATER}); UPDATE "Report" SET "outageId" = 9, "arrivedAt" = "submittedAt"`,
  ],
  [
    "check Outage_span",
    `INSERT INTO "Outage" ("channel", "from", "until") VALUES ('telegram', ${LATER}, ${T})`,
    `INSERT INTO "Outage" ("channel", "from", "until") VALUES ('telegram', ${T}, ${LATER})`,
  ],
  [
    "check Campaign_finished",
    `UPDATE "Campaign" SET "state" = 'paused', "finishedAt" = ${T}`,
    `UPDATE "Campaign" SET "state" = 'paused'`,
  ],
  [
    "check Campaign_finished",
    `UPDATE "Campaign" SET "state" = 'done'`,
    `UPDATE "Campaign" SET "state" = 'done', "finishedAt" = ${T}`,
  ],
  [
    "check Campaign_finished",
    `UPDATE "Campaign" SET "finishedAt" = ${T}`,
    `UPDATE "Campaign" SET "state" = 'withdrawn', "finishedAt" = ${T}`,
  ],
  [
    "check Delivery_sent_has_moment",
    `UPDATE "Delivery" SET "state" = 'sent'`,
    `UPDATE "Delivery" SET "state" = 'sent', "sentAt" = ${T}`,
  ],
  [
    "check Delivery_acknowledged_after_sent",
    `UPDATE "Delivery" SET "acknowledgedAt" = ${T}, "state" = 'failed'`,
    `UPDATE "Delivery" SET "acknowledgedAt" = ${T}, "state" = 'sent', "sentAt" = ${T}`,
  ],
  [
    "index Delivery_person_once",
    `INSERT INTO "Delivery" ("campaignId", "personId", "state", "notBefore") SELECT 1, 1, 'pending', ${T} FROM generate_series(1, 2)`,
    `INSERT INTO "Delivery" ("campaignId", "personId", "state", "notBefore") SELECT 1, p, 'pending', ${T} FROM generate_series(1, 2) p`,
  ],
  [
    "check DeliveryItem_rung_of_deadline",
    `INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung") VALUES (1, 1, -3)`,
    `INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung", "dueBefore") VALUES (1, 1, -3, ${T})`,
  ],
  [
    "check Notice_revisions",
    `UPDATE "Notice" SET "sentRevision" = "revision" + 1`,
    `UPDATE "Notice" SET "sentRevision" = "revision"`,
  ],
  ["index Extension_one_open", extension("'asked'", 2), extension("'withdrawn'", 2)],
  ["index Extension_one_open", extension("'offered'", 2), extension("'refused'", 2)],
  ["index Waiver_one_in_force", waiver("NULL"), waiver(LATER)],
  [
    "check Extension_not_by_asker",
    extension("'refused'", 1).replace("NULL, 2,", "1, 2,").replace("1, 2,", "2, 2,"),
    extension("'refused'", 1).replace("NULL, 2,", "1, 2,"),
  ],
  [
    "check Extension_granted_whole",
    extension("'granted'", 1),
    `${extension("'refused'", 1)}; UPDATE "Extension" SET "state" = 'granted', "grantedDueBefore" = ${LATER}`,
  ],
  [
    "check Extension_decided",
    extension("'refused'", 1).replace("NULL, 2,", "NULL, NULL,"),
    extension("'asked'", 1).replace("NULL, 2,", "NULL, NULL,"),
  ],
  [
    "check Report_decided",
    `UPDATE "Report" SET "review" = 'accepted'`,
    `UPDATE "Report" SET "review" = 'accepted', "decidedAt" = ${T}, "decidedById" = 1`,
  ],
  [
    "check Report_decided",
    `UPDATE "Report" SET "decidedAt" = ${T}, "decidedById" = 1`,
    `UPDATE "Report" SET "review" = 'returned', "decidedAt" = ${T}, "decidedById" = 1`,
  ],
  [
    "check Report_sealed",
    `UPDATE "Report" SET "seal" = 'ff'`,
    `UPDATE "Report" SET "seal" = 'ff', "sealedAt" = ${T}`,
  ],
  [
    "check ReportFile_added",
    `${aFile}; INSERT INTO "ReportFile" ("reportId", "fileId", "field", "addedAt") VALUES (1, 90, 'signed-copy', ${T})`,
    `${aFile}; INSERT INTO "ReportFile" ("reportId", "fileId", "field", "addedAt", "addedById") VALUES (1, 90, 'signed-copy', ${T}, 1)`,
  ],
  ["check Return_ends_one_way", returned(`${T}, ${T}`), returned(`${T}, NULL`)],
  [
    "check Return_ends_one_way",
    `INSERT INTO "Return" ("reportId", "byId", "fields", "dueBefore", "createdAt", "mendedAt") VALUES (1, 1, '[]', ${LATER}, ${T}, ${T})`,
    `INSERT INTO "Return" ("reportId", "byId", "fields", "dueBefore", "createdAt") VALUES (1, 1, '[]', ${LATER}, ${T})`,
  ],
  [
    "check Return_says_why",
    returned("NULL, NULL", { reason: "NULL" }),
    returned("NULL, NULL", { reason: "NULL", fields: '[{"key":"a","why":"x"}]' }),
  ],
  ["check Return_leaves_time", returned("NULL, NULL", { due: T }), returned("NULL, NULL")],
  [
    "check Campaign_names_return",
    `UPDATE "Campaign" SET "kind" = 'returned'`,
    `${returned("NULL, NULL")}; UPDATE "Campaign" SET "kind" = 'returned', "returnId" = currval('"Return_id_seq"')`,
  ],
  [
    "index Return_sent_once",
    `${returned("NULL, NULL")}; ${returned("NULL, NULL")}`,
    `${returned(`NULL, ${T}`)}; ${returned("NULL, NULL")}`,
  ],
  ["index Return_written_once", `${unsent(1)}; ${unsent(1)}`, `${unsent(1)}; ${unsent(2)}`],
  [
    "trigger Audit_final",
    `UPDATE "Audit" SET "action" = 'x'`,
    `INSERT INTO "Audit" ("at", "actor", "action", "subject") VALUES (${T}, 'cli', 'x', 'y')`,
  ],
  ["trigger Audit_final", `DELETE FROM "Audit"`, `SELECT * FROM "Audit" FOR UPDATE`],
  [
    "check Summary_of_plans",
    `INSERT INTO "Summary" ("boardId", "key", "scope", "planIds", "at", "byId", "content") VALUES (1, 'k', '{}', '{}', ${T}, 1, '{}')`,
    `INSERT INTO "Summary" ("boardId", "key", "scope", "planIds", "at", "byId", "content") VALUES (1, 'k', '{}', '{1}', ${T}, 1, '{}')`,
  ],
  [
    "trigger Summary_final",
    `INSERT INTO "Summary" ("boardId", "key", "scope", "planIds", "at", "byId", "content") VALUES (1, 'k', '{}', '{1}', ${T}, 1, '{}'); UPDATE "Summary" SET "content" = '{"a": 1}'`,
    `INSERT INTO "Summary" ("boardId", "key", "scope", "planIds", "at", "byId", "content") VALUES (1, 'k', '{}', '{1}', ${T}, 1, '{}')`,
  ],
  [
    "trigger Summary_final",
    `INSERT INTO "Summary" ("boardId", "key", "scope", "planIds", "at", "byId", "content") VALUES (1, 'k', '{}', '{1}', ${T}, 1, '{}'); DELETE FROM "Summary"`,
    `SELECT * FROM "Summary" FOR UPDATE`,
  ],
];

/** Unique keys that stand in the schema: what a second writer runs into. */
const keys: [string, string][] = [
  [
    "Unit_code_key",
    `INSERT INTO "Unit" ("code", "name", "kind", "headTitle", "createdAt") VALUES ('CB01', 'n', 'k', 'h', ${T})`,
  ],
  [
    "Account_channel_externalId_key",
    `INSERT INTO "Account" ("personId", "channel", "externalId", "chatId", "createdAt") VALUES (2, 'telegram', '1001', 7, ${T})`,
  ],
  [
    "Account_channel_chatId_key",
    `INSERT INTO "Account" ("personId", "channel", "externalId", "chatId", "createdAt") VALUES (2, 'telegram', '7', 1001, ${T})`,
  ],
  [
    "Obligation_milestoneId_unitId_period_key",
    `INSERT INTO "Obligation" ("code", "milestoneId", "unitId", "unitName", "unitKind", "state", "createdAt") VALUES ('o', 1, 1, 'n', 'k', 'open', ${T})`,
  ],
  [
    "Draft_obligationId_key",
    `INSERT INTO "Draft" ("obligationId", "holderId", "formVersionId", "answers", "cursor", "revision", "startedAt", "updatedAt") VALUES (1, 2, 1, '{}', 'a', 1, ${T}, ${T})`,
  ],
  [
    "Report_obligationId_version_key",
    `INSERT INTO "Report" SELECT 99, "obligationId", "version", 'BC-2', "formVersionId", "answers", "nil", "sha256", "personId", "submittedAt", "review" FROM "Report"`,
  ],
  [
    "Campaign_key_key",
    `INSERT INTO "Campaign" ("kind", "planId", "key", "state", "createdAt") VALUES ('announcement', 1, 'announcement:1', 'active', ${T})`,
  ],
  [
    "Delivery_campaignId_unitId_personId_key",
    `INSERT INTO "Delivery" ("campaignId", "unitId", "personId", "state", "notBefore") VALUES (1, 1, 1, 'pending', ${T})`,
  ],
  [
    "DeliveryItem_obligationId_rung_dueBefore_key",
    `WITH d AS (INSERT INTO "Delivery" ("campaignId", "personId", "state", "notBefore") SELECT 1, p, 'pending', ${T} FROM generate_series(1, 2) p RETURNING "id")
     INSERT INTO "DeliveryItem" ("deliveryId", "obligationId", "rung", "dueBefore") SELECT d."id", 1, -3, ${T} FROM d`,
  ],
];

describe.each(homes)("wrong states are impossible ($kind)", ({ open }) => {
  let database: Database;
  // Every wrong is refused and every right undone, so one set of rows serves all.
  beforeAll(async () => {
    database = await open();
    await fillDatabase(database.db);
  });
  const refusal = (statement: string) =>
    database.sql(statement).then(
      () => null,
      (error: Error & { code: string; constraint?: string }) => error,
    );

  it.each(cases)("%s: %s", async (name, wrong, right) => {
    const error = await refusal(wrong);
    const [kind, constraint] = name.split(" ");
    if (kind === "trigger") {
      expect(error).toMatchObject({ code: "23000", message: expect.stringMatching(/ are never changed$/) });
    } else {
      expect(error).toMatchObject({ code: kind === "index" ? "23505" : "23514", constraint });
    }
    await database.sql(`BEGIN; ${right}; ROLLBACK`);
  });

  it.each(keys)("unique %s", async (constraint, wrong) => {
    expect(await refusal(wrong)).toMatchObject({ code: "23505", constraint });
  });

  it("nor can what others lean on be deleted", async () => {
    const leanedOn = [
      "Unit",
      "Person",
      "Board",
      "Obligation",
      "Campaign",
      "FormVersion",
      "Milestone",
      "Plan",
    ];
    for (const table of leanedOn) {
      const error = await refusal(`DELETE FROM "${table}" WHERE "id" = 1`);
      expect([table, error?.code]).toEqual([table, expect.stringMatching(/^(23503|23001)$/)]);
    }
  });
});

it("each thing that is written by hand has its case", () => {
  const covered = new Set<string>([
    ...cases.map(([name]) => name),
    ...forSpeed,
    ...actsItself,
    "function audit_is_final",
    "function summary_is_final",
  ]);
  expect(handWritten.filter((name) => !covered.has(name))).toEqual([]);
});
