/** The contract of `read-plan --json`, and what happens to files that can't be read. How well it reads is tested elsewhere. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { makePlanDocx } from "../documents/plan-docx.ts";
import { askew, pdfOf } from "../documents/scans/paper.ts";
import { runHere, spawnCli, tempFolder } from "./terminal.ts";

const folder = tempFolder();
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const text =
  "Số 5-KH/ĐU\r\n\r\nKẾ HOẠCH\r\nthi đua năm 2024\r\n\r\nCác chi bộ gửi báo cáo về Đảng ủy trước ngày 25/4/2024.\r\n";
const txt = file("kế hoạch.txt", text.normalize("NFD"));

const topKeys = "file kind number issued title issuer signer recipients basis classified milestones".split(
  " ",
);
const milestoneKeys =
  "kind action actor reportTo due strictBefore lastMoment from time period recurrence yearImplied vague sure doubt quote at".split(
    " ",
  );

describe("as a process", () => {
  it("one line of JSON a file, in their order; what can't be read is told apart", {
    timeout: 60_000,
  }, async () => {
    const docx = file("mau.docx", await makePlanDocx(""));
    const broken = file("hong.docx", "PK\u0003\u0004 no zip");
    const { code, out, err } = await spawnCli(["read-plan", "--json", docx, broken, "nowhere.txt", txt], {
      // Settings that have nothing to do with reading do not stop it.
      PORT: "many",
    });
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringMatching(/hong\.docx: .*bị hỏng/),
      expect.stringMatching(/nowhere\.txt: .*Không có tệp/),
    ]);
    const [first, second, ...more] = out.split("\n");
    expect(more).toEqual([""]);
    expect(JSON.parse(first ?? "")).toMatchObject({
      file: "mau.docx",
      number: "15-KH/ĐUK",
      issued: "2024-03-05",
    });
    const read = JSON.parse(second ?? "");
    expect(read).toMatchObject({ file: "kế hoạch.txt", kind: "KẾ HOẠCH", number: "5-KH/ĐU", issued: null });
    expect(Object.keys(read)).toEqual(topKeys);
    expect(read.milestones.map(Object.keys)).toEqual([milestoneKeys]);
    expect(read.milestones[0]).toMatchObject({
      kind: "report",
      due: "2024-04-25",
      strictBefore: true,
      lastMoment: "2024-04-24T23:59:59+07:00",
    });
  });
});

it("--text prints the text that offsets refer to", async () => {
  const { out: printed } = await runHere(["read-plan", "--text", txt]);
  const { out: json } = await runHere(["read-plan", "--json", txt]);
  const [{ quote, at }] = JSON.parse(json).milestones;
  expect(printed.slice(at[0], at[1])).toBe(quote);
  expect(printed).toBe(printed.normalize("NFC"));
  const { out: two } = await runHere(["read-plan", "--text", txt, txt]);
  expect(two).toBe(`==> ${txt} <==\n${printed}`.repeat(2));
});

it("prints a table for people", async () => {
  const { code, out, err } = await runHere(["read-plan", txt, txt]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split(txt)).toHaveLength(3);
  expect(out).toContain("“trước ngày 25/4/2024”");
});

it("says what to do with files of other kinds, and reads the rest", async () => {
  const big = file("to.pdf", new Uint8Array(21 * 1024 * 1024));
  const { code, out, err } = await runHere(["read-plan", "--json", big, file("trong.txt", ""), folder, txt]);
  expect(code).toBe(1);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(err).toContain("quá lớn (21 MB); tối đa 20 MB");
  expect(err).toContain("trong.txt: Tệp trong.txt không có nội dung");
  expect(err).toContain("EISDIR");
});

const plans = fileURLToPath(new URL("../../../shared/plans", import.meta.url));
const present = existsSync(plans);
if (!present) console.warn("skipped: the real plans through cli read-plan (../shared/plans is not here)");

it.runIf(process.env.REQUIRE_ALL === "1")("the real plans are there", () => {
  expect(present, "REQUIRE_ALL=1 needs ../shared/plans").toBe(true);
});

it.skipIf(!present)("the real plans, through the contract", async () => {
  const names = readdirSync(plans).filter((name) => name.endsWith(".txt"));
  expect(names.length).toBeGreaterThanOrEqual(5);
  const { code, out } = await runHere(["read-plan", "--json", ...names.map((name) => join(plans, name))]);
  expect(code).toBe(0);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(names.length);
  for (const [index, name] of names.entries()) {
    const read = JSON.parse(lines[index] ?? "");
    const label = JSON.parse(readFileSync(join(plans, name.replace(/\.txt$/, ".json")), "utf8"));
    expect(Object.keys(read)).toEqual(topKeys);
    expect(read).toMatchObject({ file: name, number: label.number, issued: label.issued });
    expect(read.classified).toBe(label.classified);
    expect(read.milestones.length).toBe(label.milestones.length);
    const { out: printed } = await runHere(["read-plan", "--text", join(plans, name)]);
    for (const milestone of read.milestones) {
      expect(Object.keys(milestone)).toEqual(milestoneKeys);
      expect(printed.slice(...milestone.at)).toBe(milestone.quote);
      if (milestone.lastMoment)
        expect(milestone.lastMoment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
    }
  }
});

it("a scan and a photograph of a page are read as a text is", { timeout: 120_000 }, async () => {
  const sheet = createCanvas(1241, 1754);
  const context = sheet.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.fillStyle = "black";
  context.font = "30px 'DejaVu Serif', serif";
  const lines = [
    "Số 15-KH/ĐUK",
    "KẾ HOẠCH",
    "triển khai học tập chuyên đề năm 2024",
    "Các chi bộ, đảng bộ cơ sở báo cáo kết quả về Đảng ủy Khối",
    "trước ngày 25/4/2024.",
  ];
  for (const [at, line] of lines.entries()) context.fillText(line, 170, 200 + at * 60);
  const scan = file("quet.pdf", pdfOf([askew(sheet, 1)]));
  const photo = file("anh.png", sheet.toBuffer("image/png"));
  const { code, out } = await runHere(["read-plan", "--json", scan, photo]);
  expect(code).toBe(0);
  for (const line of out.trim().split("\n")) {
    const read = JSON.parse(line);
    expect(read).toMatchObject({ number: "15-KH/ĐUK", milestones: [{ kind: "report", due: "2024-04-25" }] });
  }
  expect(out.trim().split("\n")).toHaveLength(2);
});
