/** What a receipt proves: rows that were changed, files that are late; and the card beside the last period. */
import { beforeEach, describe, expect, it } from "vitest";
import { verifyReport } from "../../src/cases/report/verify-report.ts";
import { cast } from "../support/cast.ts";
import { answers, owe, said, send, setStage, who, world } from "./review-stage.ts";

beforeEach(setStage);

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
