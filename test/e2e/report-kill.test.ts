/**
 * kill −9 in mid-report, after every single update, at a moment of handling it that a seed chooses. The person
 * notices nothing but, at worst, the present question a second time.
 */
import { afterEach, beforeEach, expect, it } from "vitest";
import { PNG } from "../support/telegram/fixture.ts";
import { createChance, seed } from "./support/chance.ts";
import { killedAtEvery, moments, type Step } from "./support/kill.ts";
import { dayText, openChats, STAFF, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, lastSaid, type Stage, tap } from "./support/stage.ts";

const WHO = secretary(1);

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.end());

const dayHeld = dayText(-1);
const RESULTS = "Chi bộ đã tổ chức học tập nghiêm túc.";
const PROPOSAL = "đề nghị cấp thêm tài liệu";

const write = (text: string) => () => void stage.api.sendText(WHO, text);
const press = (text: string | RegExp) => () => tap(stage.api, WHO, text);
const asks = (index: number) => new RegExp(`^Câu ${index}/9 `);

/** What the person does, and what the chat shows when the bot is done with it. */
const steps: Step[] = [
  ["/report", write("/report"), asks(1)],
  ["the day", write(dayHeld), asks(2)],
  ["[Trực tiếp]", press("Trực tiếp"), asks(3)],
  ["47", write("47"), asks(4)],
  ["45", write("45"), asks(5)],
  ["45 đ/c", write("45 đ/c"), asks(6)],
  ["results", write(RESULTS), asks(7)],
  ["[Bỏ qua]", press("Bỏ qua"), asks(8)],
  ["proposal", write(PROPOSAL), asks(9)],
  ["a photograph", () => void stage.api.sendPhoto(WHO, PNG), /^Câu 9\/9 [\s\S]*1 tệp/],
  ["[Xong mục này]", press(/^Xong mục này/), /^Xem lại báo cáo [\s\S]*Cam kết: 45/],
  ["an edited message", edit("45 đ/c", "44 đ/c"), /^Xem lại báo cáo [\s\S]*Cam kết: 44/],
  ["[Gửi báo cáo]", press("Gửi báo cáo"), /^✅ Đã tiếp nhận báo cáo [\s\S]*Mã tra cứu: 100-001-1 /],
];

function edit(before: string, after: string): () => void {
  return () => {
    const own = stage.api.chat(WHO).find((message) => message.from === "person" && message.text === before);
    if (!own) throw new Error(`nobody has written ${before}`);
    stage.api.editText(WHO, own.id, after);
  };
}

it(`a report is written to its end although the process dies at every update (seed ${seed})`, async () => {
  await withRows(stage.folder, (db) => seedCommittee(db, 2));
  await openChats(stage.api, 2);
  const chance = createChance();
  const schedule = [0, 1, 2].flatMap(() => chance.shuffled(moments));

  stage.start();
  await compose(stage);
  publish(stage);
  await published(stage, 2);
  await stage.settled();
  expect(await killedAtEvery(stage, WHO, steps, schedule, chance)).toEqual([]);
  await stage.until("the board is told", () =>
    lastSaid(stage.api, STAFF)?.text.includes("Chi bộ số 1 (đúng hạn)"),
  );
  await stage.until("the file is fetched", () => stage.calls.some(({ method }) => method === "getFile"));
  expect(await stage.stop()).toEqual({ code: 0, signal: null });

  await withRows(stage.folder, async (db) => {
    const [report, ...more] = await db.report.findMany({ include: { files: { include: { file: true } } } });
    expect(more).toEqual([]);
    expect(report).toMatchObject({ code: "100-001-1", version: 1, nil: false });
    const answers = report?.answers as Record<string, { value: unknown }>;
    expect(Object.fromEntries(Object.entries(answers).map(([key, { value }]) => [key, value]))).toEqual({
      days_held: [
        dayHeld
          .split("/")
          .reverse()
          .map((part) => part.padStart(2, "0"))
          .join("-"),
      ],
      form_of_study: "in_person",
      called: 47,
      present: 45,
      committed: 44,
      results: RESULTS,
      difficulties: null,
      proposals: PROPOSAL,
      signed_copy: [expect.objectContaining({ id: report?.files[0]?.fileId })],
    });
    // The plan, and the photograph.
    expect(await db.storedFile.count()).toBe(2);
    expect(await db.draft.count()).toBe(0);
    expect(await db.audit.count({ where: { action: "report.submit" } })).toBe(1);
    expect(await db.audit.count({ where: { action: "report.open" } })).toBe(1);
  });
}, 300_000);
