/** One row of every kind, each leaning on the one before: a small committee with one plan under way. */
import type { Db } from "../../src/store/database.ts";

export const NOW = new Date("2024-04-15T01:00:00.000Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

export const answers = { a: { value: "x", messageId: 7, at: NOW.toISOString() } };

export type Rows = Awaited<ReturnType<typeof fillDatabase>>;

export async function fillDatabase(db: Db) {
  const createdAt = NOW;
  const board = await db.board.create({ data: { name: "Ban Tuyên giáo", symbol: "BTG", createdAt } });
  const unit = await db.unit.create({ data: unitData("CB01") });
  const other = await db.unit.create({ data: unitData("CB02") });
  const person = await db.person.create({ data: { name: "Nguyễn Văn An", createdAt } });
  const second = await db.person.create({ data: { name: "Trần Thị Bình", createdAt } });
  const post = await db.post.create({
    data: { unitId: unit.id, personId: person.id, kind: "secretary", title: "Bí thư", since: NOW },
  });
  const membership = await db.membership.create({
    data: { boardId: board.id, personId: person.id, role: "staff", since: NOW },
  });
  const account = await db.account.create({
    data: { personId: person.id, channel: "telegram", externalId: "1001", chatId: 1001n, createdAt },
  });
  const invitation = await db.invitation.create({
    data: { codeHash: "aa", unitId: unit.id, post: "secretary", createdAt, expiresAt: later(60) },
  });
  const enrolment = await db.enrolment.create({
    data: {
      invitationId: invitation.id,
      channel: "telegram",
      externalId: "1002",
      chatId: 1002n,
      name: "Bình",
      state: "pending",
      requestedAt: NOW,
    },
  });
  const form = await db.form.create({ data: { key: "default", title: "Báo cáo" } });
  const version = await db.formVersion.create({
    data: { formId: form.id, version: 1, definition: { fields: [] }, createdAt },
  });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: person.id,
      title: "Kế hoạch",
      state: "draft",
      reading: "done",
      audience: { kind: "all" },
      createdAt,
    },
  });
  const milestone = await db.milestone.create({ data: milestoneData(plan.id, version.id) });
  const obligation = await db.obligation.create({
    data: { ...obligationData("100-CB01"), milestoneId: milestone.id, unitId: unit.id },
  });
  const draft = await db.draft.create({
    data: {
      obligationId: obligation.id,
      holderId: person.id,
      formVersionId: version.id,
      answers: {},
      cursor: "a",
      revision: 1,
      startedAt: NOW,
      updatedAt: NOW,
    },
  });
  const report = await db.report.create({
    data: {
      obligationId: obligation.id,
      version: 1,
      code: "BC-1",
      formVersionId: version.id,
      answers: {},
      nil: false,
      sha256: "00",
      personId: person.id,
      submittedAt: NOW,
      review: "awaiting",
    },
  });
  const campaign = await db.campaign.create({
    data: { kind: "announcement", planId: plan.id, key: "announcement:1", state: "active", createdAt },
  });
  const delivery = await db.delivery.create({
    data: {
      campaignId: campaign.id,
      unitId: unit.id,
      personId: person.id,
      state: "pending",
      notBefore: NOW,
    },
  });
  const notice = await db.notice.create({
    data: { kind: "progress", key: "progress:1", personId: person.id, openedAt: NOW, notBefore: NOW },
  });
  const audit = await db.audit.create({
    data: { at: NOW, actor: "person", personId: person.id, action: "plan.start", subject: "plan" },
  });
  return {
    board,
    unit,
    other,
    person,
    second,
    post,
    membership,
    account,
    invitation,
    enrolment,
    form,
    version,
    plan,
    milestone,
    obligation,
    draft,
    report,
    campaign,
    delivery,
    notice,
    audit,
  };
}

export const unitData = (code: string) => ({
  code,
  name: `Chi bộ ${code}`,
  kind: "chi-bo",
  headTitle: "Bí thư",
  createdAt: NOW,
});

export const milestoneData = (planId: number, formVersionId: number) => ({
  planId,
  ordinal: 1,
  kind: "report" as const,
  owedBy: "units" as const,
  action: "báo cáo",
  source: "document" as const,
  formVersionId,
});

export const obligationData = (code: string) => ({
  code,
  unitName: "Chi bộ",
  unitKind: "chi-bo",
  state: "open" as const,
  createdAt: NOW,
});
