/** What the golden chats of reviewing can't play: two at once, somebody who is both, another board. */
import { beforeEach, describe, expect, it } from "vitest";
import { ALREADY } from "../../src/cases/case.ts";
import { submitReport } from "../../src/cases/report/submit-report.ts";
import { verifyReport } from "../../src/cases/report/verify-report.ts";
import { answerReport, openReport } from "../../src/cases/report/write-report.ts";
import { acceptReports } from "../../src/cases/review/accept-report.ts";
import { reopenReport } from "../../src/cases/review/reopen-report.ts";
import { beginReturn } from "../../src/cases/review/return-report.ts";
import { answers, at, owe, problemOf, send, setStage, who, world } from "./review-stage.ts";

beforeEach(setStage);

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
