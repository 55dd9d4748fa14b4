/** Returns where things go otherwise: a kill, a draft that lies open, nobody to write to, second thoughts. */
import { beforeEach, describe, expect, it } from "vitest";
import { ALREADY } from "../../src/cases/case.ts";
import { submitReport } from "../../src/cases/report/submit-report.ts";
import { answerReport, openReport } from "../../src/cases/report/write-report.ts";
import { withdrawReturn } from "../../src/cases/review/reopen-report.ts";
import { beginReturn, changeReturn, sendReturn } from "../../src/cases/review/return-report.ts";
import { findObligations } from "../../src/store/plan/obligations.ts";
import { cast } from "../support/cast.ts";
import {
  answers,
  giveBack,
  owe,
  problemOf,
  said,
  send,
  setStage,
  statusOf,
  who,
  world,
} from "./review-stage.ts";

beforeEach(setStage);

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
      answers: { called: { value: 470 }, committed: { value: 44 } },
      only: ["called"],
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
