/** What the golden chats of reviewing can't play: two at once, rows that were tampered with, a kill, somebody who is both. */
import { beforeEach, describe, expect, it } from "vitest";
import { acceptReports } from "../../src/cases/accept-report.ts";
import { ALREADY } from "../../src/cases/case.ts";
import { reopenReport, withdrawReturn } from "../../src/cases/reopen-report.ts";
import { beginReturn, changeReturn, sendReturn } from "../../src/cases/return-report.ts";
import { submitReport } from "../../src/cases/submit-report.ts";
import { verifyReport } from "../../src/cases/verify-report.ts";
import { answerReport, openReport } from "../../src/cases/write-report.ts";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { Problem } from "../../src/domain/problem.ts";
import { findObligations } from "../../src/store/obligations.ts";
import { findWho, type Who } from "../../src/store/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
let milestone: number;
const at = (text: string) => new Date(`${text}+07:00`);
const who = async (role: Role): Promise<Who> => {
  const found = await findWho(world.cases.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(role);
  return found;
};
const said = (role: Role) =>
  world.api
    .chat(cast[role].id)
    .filter((message) => message.from === "bot")
    .map((message) => message.text);
const answers = (called: number, extra = {}) =>
  Object.fromEntries(
    Object.entries({
      days_held: ["2024-04-19"],
      form_of_study: "in_person",
      called,
      present: 45,
      committed: 45,
      results: "Chi bộ đã học tập.",
      ...extra,
    }).map(([key, value]) => [key, { value, at: at("2024-04-20T08:00").toISOString() }]),
  );

beforeEach(async () => {
  world = await createWorld({ at: "2024-04-22T08:00:00+07:00" });
  await seedCast(world);
  const { db } = world.cases;
  const createdAt = at("2024-04-01T08:00");
  const board = await db.board.findFirstOrThrow();
  const staff = await who("chuyên viên");
  const version = await db.formVersion.create({
    data: {
      version: 1,
      definition: JSON.parse(JSON.stringify(studyForm)),
      createdAt,
      form: { create: { key: "f", title: "f" } },
    },
  });
  const plan = await db.plan.create({
    data: {
      boardId: board.id,
      ownerId: staff.personId,
      code: "100",
      number: "100-KH/ĐU",
      title: "học tập",
      state: "published",
      reading: "done",
      audience: { kind: "all" },
      createdAt,
      publishedAt: createdAt,
    },
  });
  const made = await db.milestone.create({
    data: {
      planId: plan.id,
      ordinal: 1,
      kind: "report",
      owedBy: "units",
      action: "báo cáo",
      source: "document",
      formVersionId: version.id,
    },
  });
  milestone = made.id;
});

async function owe(period: string, due: string, unitCode = "001"): Promise<number> {
  const { db } = world.cases;
  const unit = await db.unit.findUniqueOrThrow({ where: { code: unitCode } });
  const dueBefore = at(due);
  const { id } = await db.obligation.create({
    data: {
      code: `100-${unitCode}${period}`,
      milestoneId: milestone,
      unitId: unit.id,
      period,
      unitName: unit.name,
      unitKind: unit.kind,
      dueBefore,
      effectiveDueBefore: dueBefore,
      state: "open",
      createdAt: at("2024-04-01T08:00"),
    },
  });
  return id;
}

/** The unit sends these answers; a further version where it has sent before. */
async function send(role: Role, obligationId: number, given: object): Promise<number> {
  const { cases } = world;
  const by = await who(role);
  await openReport(cases, by, obligationId, null);
  const data = { answers: JSON.parse(JSON.stringify(given)), cursor: "review" };
  const draft = await cases.db.draft.update({ where: { obligationId }, data });
  await submitReport(cases, by, obligationId, draft.revision, null);
  const report = await cases.db.report.findFirstOrThrow({
    where: { obligationId },
    orderBy: { version: "desc" },
  });
  return report.id;
}

async function giveBack(reportId: number, key: string | null, role: Role = "chuyên viên"): Promise<string[]> {
  const { cases } = world;
  const by = await who(role);
  const id = await beginReturn(cases, by, reportId, null);
  if (id === ALREADY) throw new Error("already");
  if (key) await changeReturn(cases, by, id, { kind: "toggle", key }, null);
  await changeReturn(cases, by, id, { kind: "reason", text: "cần rà lại" }, null);
  const sent = await sendReturn(cases, by, id, null);
  return sent === ALREADY ? [] : sent.names;
}

const problemOf = async (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );
const statusOf = async (obligationId: number) =>
  (await findObligations(world.cases.db, { ids: [obligationId] }, world.clock.now()))[0]?.status;

describe("who decides", () => {
  it("is nobody about what he, or his unit, has sent", async () => {
    const { cases } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(47));
    const sender = await who("bí thư A");
    const deputy = await who("phó A");
    const boardId = (await cases.db.board.findFirstOrThrow()).id;
    for (const { personId } of [sender, deputy])
      await cases.db.membership.create({
        data: { boardId, personId, role: "staff", since: at("2024-04-01T08:00") },
      });
    for (const role of ["bí thư A", "phó A"] as const) {
      const outcome = await acceptReports(cases, await who(role), [report], null);
      expect(outcome).toMatchObject({ accepted: [], refused: [{ problem: { code: "review-own" } }] });
      expect(await problemOf(beginReturn(cases, await who(role), report, null))).toBe("review-own");
    }
    expect(await acceptReports(cases, await who("lãnh đạo"), [report], null)).toMatchObject({
      accepted: [report],
    });
  });

  it("is nobody of another board", async () => {
    const { cases } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(47));
    const other = await cases.db.board.create({
      data: { name: "UBKT", symbol: "UBKT", createdAt: at("2024-04-01T08:00") },
    });
    const leader = await who("lãnh đạo");
    await cases.db.membership.updateMany({
      where: { personId: leader.personId },
      data: { boardId: other.id },
    });
    const outcome = await acceptReports(cases, await who("lãnh đạo"), [report], null);
    expect(outcome).toMatchObject({ refused: [{ problem: { code: "not-allowed" } }] });
    expect(await problemOf(verifyReport(cases, await who("lãnh đạo"), "100-001-1"))).toBe("report-unknown");
    expect(await problemOf(verifyReport(cases, await who("bí thư A"), "100-001-1"))).toBeNull();
  });

  it("is one of two at once, and the other learns who", async () => {
    const { cases } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(47));
    const [staff, leader] = [await who("chuyên viên"), await who("lãnh đạo")];
    const both = await Promise.all([staff, leader].map((by) => acceptReports(cases, by, [report], null)));
    const refused = both.flatMap((one) => (one === ALREADY ? [] : one.refused));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.problem).toMatchObject({ code: "report-decided", vars: { state: "accepted" } });
    expect([staff.name, leader.name]).toContain(refused[0]?.problem.vars.name);
    expect(await cases.db.audit.count({ where: { action: "report.accept" } })).toBe(1);
  });

  it("does so once for an update that comes twice", async () => {
    const { cases } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(47));
    const key = { channel: "telegram", updateId: 7_000_001 };
    const staff = await who("chuyên viên");
    expect(await acceptReports(cases, staff, [report], key)).toMatchObject({ accepted: [report] });
    expect(await acceptReports(cases, staff, [report], key)).toBe(ALREADY);
  });

  it("decides about the newest version only, and an accepted report is locked", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    const first = await send("bí thư A", owed, answers(47));
    const staff = await who("chuyên viên");
    const second = await send("bí thư A", owed, answers(46));
    expect(await acceptReports(cases, staff, [first], null)).toMatchObject({
      refused: [{ problem: { code: "report-newer", vars: { version: 2 } } }],
    });
    await openReport(cases, await who("bí thư A"), owed, null);
    await acceptReports(cases, staff, [second], null);
    const by = await who("bí thư A");
    const draft = await cases.db.draft.findUniqueOrThrow({ where: { obligationId: owed } });
    expect(await problemOf(submitReport(cases, by, owed, draft.revision, null))).toBe("report-accepted");
    const jump = { step: { kind: "jump", field: "called" }, field: null } as const;
    expect(await problemOf(answerReport(cases, by, owed, jump, null))).toBe("report-accepted");
    expect(await problemOf(beginReturn(cases, staff, second, null))).toBe("report-decided");
    // What was typed is there again once the report is reopened, and why it was stands in the log.
    await reopenReport(cases, staff, second, "đơn vị xin đính chính", null);
    expect(await problemOf(submitReport(cases, by, owed, draft.revision, null))).toBeNull();
    const audit = await cases.db.audit.findFirstOrThrow({ where: { action: "report.reopen" } });
    expect(audit).toMatchObject({ personId: staff.personId, detail: { reason: "đơn vị xin đính chính" } });
  });

  it("takes a slip back without a reason for ten minutes, and only his own", async () => {
    const { cases, clock } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(47));
    const [staff, leader] = [await who("chuyên viên"), await who("lãnh đạo")];
    await acceptReports(cases, staff, [report], null);
    expect(await problemOf(reopenReport(cases, leader, report, null, null))).toBe("undo-late");
    clock.advance(11 * 60_000);
    expect(await problemOf(reopenReport(cases, staff, report, null, null))).toBe("undo-late");
    expect(await problemOf(reopenReport(cases, staff, report, "  ", null))).toBe("reason-expected");
    expect(await problemOf(reopenReport(cases, staff, report, "TỐI MẬT", null))).toBe("answer-classified");
    expect(await problemOf(reopenReport(cases, staff, report, "nhầm", null))).toBeNull();
  });
});

describe("a return", () => {
  it("reaches the sender and the secretary, though the process dies before it is sent", async () => {
    const report = await send("phó A", await owe("", "2024-04-25T00:00"), answers(470));
    expect((await giveBack(report, "called")).sort()).toEqual(["Lê Thị Cúc", "Nguyễn Hữu Thành"]);
    await world.restart();
    for (const role of ["phó A", "bí thư A"] as const)
      expect(said(role).filter((text) => text.startsWith("✏️ Đề nghị bổ sung báo cáo"))).toHaveLength(1);
  });

  it("is not sent any more where it was mended before its message went", async () => {
    const owed = await owe("", "2024-04-25T00:00");
    const report = await send("bí thư A", owed, answers(470));
    world.clock.set("2024-04-22T21:00:00+07:00");
    await giveBack(report, "called");
    await send("bí thư A", owed, answers(47));
    world.clock.set("2024-04-23T07:00:00+07:00");
    await world.settle();
    expect(said("bí thư A").join("\n")).not.toContain("Đề nghị bổ sung");
    const delivery = await world.cases.db.delivery.findFirstOrThrow({
      where: { campaign: { kind: "returned" } },
    });
    expect(delivery.state).toBe("cancelled");
  });

  it("keeps a report in time while its own date is met, late after it, and counts every return", async () => {
    const owed = await owe("", "2024-04-25T00:00");
    const first = await send("bí thư A", owed, answers(470));
    await giveBack(first, "called");
    world.clock.set("2024-04-25T10:00:00+07:00");
    expect(await statusOf(owed)).toBe("open-in-time");
    const second = await send("bí thư A", owed, answers(400));
    expect(await statusOf(owed)).toBe("done-in-time");
    await giveBack(second, "called");
    world.clock.set("2024-05-10T10:00:00+07:00");
    expect(await statusOf(owed)).toBe("open-late");
    await send("bí thư A", owed, answers(47));
    const [row] = await findObligations(world.cases.db, { ids: [owed] }, world.clock.now());
    expect(row).toMatchObject({ status: "done-late", inTime: false, reportVersion: 3 });
    expect(row?.returns).toHaveLength(2);
  });

  it("taken back is told to those who had it; the report counts again, and what was typed stays", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    const report = await send("bí thư A", owed, answers(470));
    await giveBack(report, "called");
    await world.settle();
    await openReport(cases, await who("bí thư A"), owed, null);
    const typed = { step: { kind: "text", text: "48" }, field: "called" } as const;
    await answerReport(cases, await who("bí thư A"), owed, typed, null);
    await withdrawReturn(cases, await who("lãnh đạo"), report, null);
    await world.settle();
    expect(said("bí thư A").at(-1)).toContain("Không cần bổ sung báo cáo");
    expect(said("phó A").join()).not.toContain("Không cần bổ sung");
    expect(await statusOf(owed)).toBe("done-in-time");
    const draft = await cases.db.draft.findUniqueOrThrow({ where: { obligationId: owed } });
    expect(draft.answers).toMatchObject({ called: { value: 48 } });
    // It may be returned again.
    expect(await giveBack(report, "present")).toEqual(["Nguyễn Hữu Thành"]);
  });

  it("of nothing-to-report needs words, not questions, and begins the form anew", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    const by = await who("bí thư A");
    await openReport(cases, by, owed, null);
    await answerReport(cases, by, owed, { step: { kind: "nil" }, field: null }, null);
    const draft = await cases.db.draft.findUniqueOrThrow({ where: { obligationId: owed } });
    await submitReport(cases, by, owed, draft.revision, null);
    const report = await cases.db.report.findFirstOrThrow({ where: { obligationId: owed } });
    expect(report.signedDue).toBeNull();
    await giveBack(report.id, null);
    await world.settle();
    expect(said("bí thư A").at(-1)).toContain("đề nghị đồng chí bổ sung:\ncần rà lại");
    await openReport(cases, by, owed, null);
    expect(await cases.db.draft.findUnique({ where: { obligationId: owed } })).toMatchObject({
      cursor: "days_held",
    });
  });

  it("marks the draft the unit had open, but not what it had mended there already", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    const report = await send("bí thư A", owed, answers(470));
    const by = await who("bí thư A");
    await openReport(cases, by, owed, null);
    await answerReport(cases, by, owed, { step: { kind: "jump", field: "committed" }, field: null }, null);
    await answerReport(cases, by, owed, { step: { kind: "text", text: "44" }, field: "committed" }, null);
    await giveBack(report, "called");
    const draft = await cases.db.draft.findUniqueOrThrow({ where: { obligationId: owed } });
    expect(draft).toMatchObject({
      answers: { called: { ask: true }, committed: { value: 44 } },
    });
  });

  it("to a unit nobody can write to says so, and is noted all the same", async () => {
    const owed = await owe("", "2024-04-25T00:00");
    const report = await send("bí thư A", owed, answers(470));
    await world.cases.db.account.updateMany({
      where: { externalId: { in: [String(cast["bí thư A"].id), String(cast["phó A"].id)] } },
      data: { blockedAt: world.clock.now() },
    });
    expect(await giveBack(report, "called")).toEqual([]);
    expect(await statusOf(owed)).toBe("open-in-time");
  });

  it("can't be sent without a reason, nor with a secret one", async () => {
    const { cases } = world;
    const report = await send("bí thư A", await owe("", "2024-04-25T00:00"), answers(470));
    const by = await who("chuyên viên");
    const id = await beginReturn(cases, by, report, null);
    if (id === ALREADY) throw new Error("already");
    await changeReturn(cases, by, id, { kind: "toggle", key: "called" }, null);
    expect(await problemOf(sendReturn(cases, by, id, null))).toBe("reason-expected");
    const why = (text: string) => changeReturn(cases, by, id, { kind: "why", key: "called", text }, null);
    expect(await problemOf(why("TUYỆT MẬT\ntheo văn bản kèm theo"))).toBe("answer-classified");
    expect(await problemOf(why("x".repeat(501)))).toBe("text-too-long");
    expect(await problemOf(changeReturn(cases, by, id, { kind: "day", day: "2024-04-21" }, null))).toBe(
      "return-date",
    );
    expect(await problemOf(why("rà lại"))).toBeNull();
    // Another member of the board writes a return of his own; the first one sent counts.
    expect(await giveBack(report, "present", "lãnh đạo")).toHaveLength(1);
    expect(await problemOf(sendReturn(cases, by, id, null))).toBe("report-decided");
  });
});

describe("the receipt", () => {
  const file = { name: "ban-ky.pdf", mime: "application/pdf", size: 3, remoteId: "r1" };

  it("is proved by the rows, and disproved where they were changed", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    await send("bí thư A", owed, answers(47));
    const by = await who("chuyên viên");
    expect(await verifyReport(cases, by, "100-001-1")).toMatchObject({
      answersAgree: true,
      sealAgrees: true,
    });
    const changed = JSON.parse(JSON.stringify(answers(99)));
    await cases.db.report.updateMany({ data: { answers: changed } });
    expect(await verifyReport(cases, by, "100-001-1")).toMatchObject({
      answersAgree: false,
      sealAgrees: false,
    });
  });

  it("is sealed when the last file has arrived; a changed file breaks the seal", async () => {
    const { cases } = world;
    const owed = await owe("", "2024-04-25T00:00");
    const stored = await cases.db.storedFile.create({
      data: { ...file, channel: "telegram", createdAt: world.clock.now() },
    });
    const value = [{ id: stored.id, name: file.name, size: file.size, mime: file.mime }];
    await send("bí thư A", owed, answers(47, { signed_copy: value }));
    const by = await who("bí thư A");
    expect(await verifyReport(cases, by, "100-001-1")).toMatchObject({
      answersAgree: true,
      sealAgrees: null,
      awaited: 1,
      report: { signedDue: null },
    });
    await cases.db.storedFile.update({ where: { id: stored.id }, data: { sha256: "ab".repeat(32) } });
    await world.settle();
    expect(await verifyReport(cases, by, "100-001-1")).toMatchObject({ sealAgrees: true, awaited: 0 });
    await cases.db.storedFile.update({ where: { id: stored.id }, data: { sha256: "cd".repeat(32) } });
    expect(await verifyReport(cases, by, "100-001-1")).toMatchObject({
      answersAgree: true,
      sealAgrees: false,
    });
  });

  it("says on the card how the numbers stand against the last period", async () => {
    const before = await owe("-Q1", "2024-01-25T00:00");
    await send("bí thư A", before, answers(47));
    const report = await send("bí thư A", await owe("-Q2", "2024-04-25T00:00"), answers(470));
    const staff = cast["chuyên viên"].id;
    world.api.sendText(staff, "/review");
    await world.settle();
    const [queue] = world.api.chat(staff).filter((message) => message.text.startsWith("📥 Chờ xem"));
    const button = queue?.buttons.flat().find((one) => one.data === `rv:${report}`);
    void world.api.tap(staff, queue?.id ?? 0, button?.data ?? "");
    await world.settle();
    const card = said("chuyên viên").find((text) => text.includes("So với kỳ trước (100-001-Q1-1)"));
    expect(card).toContain("⚠️ Triệu tập: 470 (kỳ trước 47), chênh lệch lớn");
    expect(card).toContain("• Dự học: 45 (9,6%) (kỳ trước 45 (95,7%))");
  });
});
