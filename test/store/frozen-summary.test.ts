/** Chốt số liệu: what is frozen stays, byte for byte, whatever units send, mend or become later. */
import { beforeEach, describe, expect, it } from "vitest";
import type { CaseContext } from "../../src/cases/case.ts";
import { changeDesk } from "../../src/cases/summary/change-desk.ts";
import { exportBook, exportReport, type Issuing } from "../../src/cases/summary/export-summary.ts";
import { freezeSummary } from "../../src/cases/summary/freeze-summary.ts";
import { readFrozen, readSummary } from "../../src/cases/summary/read-summary.ts";
import type { SummaryWords } from "../../src/cases/summary/summary-facts.ts";
import type { Who } from "../../src/domain/people/who.ts";
import { tick } from "../../src/domain/summary/desk.ts";
import { lateSince } from "../../src/domain/summary/freeze.ts";
import { usualRules } from "../../src/domain/summary/owed.ts";
import { createWords } from "../../src/i18n.ts";
import type { Db } from "../../src/store/database.ts";
import { findWhoByPerson } from "../../src/store/people/people.ts";
import { type Seeded, seedCommittee } from "../support/committee.ts";
import { testDatabase } from "../support/database.ts";

const AT = new Date("2024-04-01T01:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";
const words: SummaryWords = { words: createWords(ZONE, "vi")("vi"), deed: ({ kind }) => kind };
const issuing: Issuing = {
  signing: "chief",
  signer: { of: "", title: "Trưởng ban", name: "Nguyễn Văn Mẫu" },
  recipients: ["Lưu Ban"],
  internal: true,
};

let db: Db;
let now: Date;
let seeded: Seeded;
let staff: Who;
let ctx: CaseContext;

async function whoIs(personId: number): Promise<Who> {
  await db.account.create({
    data: {
      personId,
      channel: "telegram",
      externalId: String(personId),
      chatId: BigInt(personId),
      createdAt: AT,
    },
  });
  const who = await findWhoByPerson(db, personId);
  if (!who) throw new Error("nobody");
  return who;
}

beforeEach(async () => {
  ({ db } = await testDatabase());
  now = new Date("2024-04-13T03:00:00Z");
  seeded = await seedCommittee(db, 2, { units: 24, at: AT });
  staff = await whoIs(seeded.ownerId);
  ctx = {
    db,
    clock: { now: () => now },
    zone: ZONE,
    channel: "telegram",
    wake: () => {},
  } as unknown as CaseContext;
});

const frozenOf = async () => {
  const scope = { planIds: [seeded.planId] };
  const result = await freezeSummary(ctx, staff, scope, usualRules, words, null);
  if (typeof result !== "object") throw new Error("no update was given");
  return result.summaryId;
};

describe("a frozen summary", () => {
  it("gives the same files after reports were mended, units merged and renamed, and the form changed", async () => {
    const summaryId = await frozenOf();
    const files = async () => ({
      book: (await exportBook(ctx, staff, { summaryId }, words)).bytes,
      report: (await exportReport(ctx, staff, { summaryId }, issuing, words)).bytes,
    });
    const before = await files();
    now = new Date("2024-05-20T03:00:00Z");
    const [first] = await db.report.findMany({
      where: { review: "awaiting" },
      take: 1,
      include: { obligation: true },
    });
    if (!first) throw new Error("nothing waits");
    await db.report.create({
      data: {
        ...{
          obligationId: first.obligationId,
          version: first.version + 1,
          code: "neu",
          nil: true,
          review: "awaiting",
        },
        ...{
          formVersionId: first.formVersionId,
          answers: {},
          sha256: first.sha256,
          personId: first.personId,
          submittedAt: now,
        },
      },
    });
    await db.unit.updateMany({ data: { name: "Đơn vị mới", endedOn: now } });
    await db.obligation.updateMany({ data: { unitName: "Đơn vị mới", state: "closed" } });
    await db.plan.updateMany({ data: { title: "tên khác", number: "9-KH" } });
    await db.board.updateMany({ data: { name: "Ban khác" } });
    await db.formVersion.updateMany({ data: { definition: { title: "x", nil: true, fields: [] } } });
    const after = await files();
    expect(after.book.equals(before.book)).toBe(true);
    expect(after.report.equals(before.report)).toBe(true);
  }, 60_000);

  it("has beside it what came later, and freezing again keeps both", async () => {
    const summaryId = await frozenOf();
    now = new Date("2024-04-20T03:00:00Z");
    const owing = await db.obligation.findFirstOrThrow({ where: { state: "open", reports: { none: {} } } });
    const version = await db.formVersion.findFirstOrThrow({ orderBy: { id: "desc" } });
    await db.report.create({
      data: {
        ...{ obligationId: owing.id, version: 1, code: "muộn-1", nil: true, review: "awaiting", answers: {} },
        ...{ formVersionId: version.id, sha256: "0".repeat(64), personId: seeded.ownerId, submittedAt: now },
      },
    });
    const { frozen } = await readFrozen(ctx, staff, summaryId);
    const scope = { planIds: [seeded.planId] };
    const { picture } = await readSummary(ctx, staff, scope, usualRules);
    expect(lateSince(frozen, picture).map((one) => [one.code, one.again])).toEqual([["muộn-1", false]]);
    expect(picture.progress.sent).toBe(frozen.picture.progress.sent + 1);
    const second = await frozenOf();
    const { frozen: all } = await readSummary(ctx, staff, scope, usualRules);
    expect(all.map((one) => one.id)).toEqual([second, summaryId]);
    const audits = await db.audit.findMany({ where: { action: "summary.freeze" } });
    expect(audits.map((one) => one.subjectId)).toEqual([summaryId, second]);
  });

  it("holds the desk as it was", async () => {
    const scope = { planIds: [seeded.planId] };
    const { picture } = await readSummary(ctx, staff, scope, usualRules);
    const passage = picture.headings[0]?.passages[0]?.id ?? "";
    await changeDesk(ctx, staff, scope, (desk) => tick(desk, "difficulties", passage), null);
    const summaryId = await frozenOf();
    await changeDesk(ctx, staff, scope, (desk) => tick(desk, "difficulties", passage), null);
    const { frozen } = await readFrozen(ctx, staff, summaryId);
    expect(frozen.desk.chosen.difficulties).toEqual([{ passages: [passage], text: null }]);
    expect((await readSummary(ctx, staff, scope, usualRules)).desk.chosen.difficulties).toEqual([]);
  });
});

describe("whose summary it is", () => {
  const scope = () => ({ planIds: [seeded.planId] });

  it("another board neither reads nor freezes nor exports it; the standing committee reads", async () => {
    const other = await seedCommittee(db, 3, { units: 4, at: AT });
    const foreign = await whoIs(other.ownerId);
    const refused = { code: "not-allowed" };
    await expect(readSummary(ctx, foreign, scope(), usualRules)).rejects.toMatchObject(refused);
    await expect(freezeSummary(ctx, foreign, scope(), usualRules, words, null)).rejects.toMatchObject(
      refused,
    );
    await expect(
      exportBook(ctx, foreign, { scope: scope(), rules: usualRules }, words),
    ).rejects.toMatchObject(refused);
    await expect(changeDesk(ctx, foreign, scope(), (desk) => ({ ...desk }), null)).rejects.toMatchObject(
      refused,
    );
    const summaryId = await frozenOf();
    await expect(readFrozen(ctx, foreign, summaryId)).rejects.toMatchObject(refused);
    await expect(exportReport(ctx, foreign, { summaryId }, issuing, words)).rejects.toMatchObject(refused);
    await db.board.update({ where: { id: other.boardId }, data: { isStanding: true } });
    const standing = await findWhoByPerson(db, other.ownerId);
    if (!standing) throw new Error("nobody");
    expect((await readSummary(ctx, standing, scope(), usualRules)).picture.progress.expected).toBeGreaterThan(
      0,
    );
    await expect(freezeSummary(ctx, standing, scope(), usualRules, words, null)).rejects.toMatchObject(
      refused,
    );
  });

  it("plans of two boards, drafts and what is not there make no summary", async () => {
    const other = await seedCommittee(db, 4, { units: 3, at: AT });
    await db.membership.create({
      data: { boardId: other.boardId, personId: seeded.ownerId, role: "staff", since: AT },
    });
    const both = await findWhoByPerson(db, seeded.ownerId);
    if (!both) throw new Error("nobody");
    const two = { planIds: [seeded.planId, other.planId] };
    await expect(readSummary(ctx, both, two, usualRules)).rejects.toMatchObject({ code: "summary-boards" });
    await expect(readSummary(ctx, both, { planIds: [999] }, usualRules)).rejects.toMatchObject({
      code: "plan-not-found",
    });
    await expect(readSummary(ctx, both, { planIds: [] }, usualRules)).rejects.toMatchObject({
      code: "plan-not-found",
    });
    const nobody = { planIds: [seeded.planId], kinds: ["không có loại này"] };
    await expect(freezeSummary(ctx, both, nobody, usualRules, words, null)).rejects.toMatchObject({
      code: "summary-empty",
    });
    await expect(exportBook(ctx, both, { scope: nobody, rules: usualRules }, words)).rejects.toMatchObject({
      code: "summary-empty",
    });
    await expect(exportBook(ctx, both, { summaryId: 999 }, words)).rejects.toMatchObject({
      code: "summary-none",
    });
  });
});
