/** The lines the command prints: the contract's keys in the contract's order, and a table for people. */
import { expect, it } from "vitest";
import { formatReadingsJson, formatReadingTable } from "../../../src/cli/read-plan.ts";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";

const result = readPlan(
  "Số 5-KH/ĐU\n\nKẾ HOẠCH\nthi đua năm 2024\n\nCác chi bộ gửi báo cáo về Đảng ủy trước ngày 25/4/2024.",
);

it("one line of JSON with exactly the keys of the contract", () => {
  const line = formatReadingsJson("a.txt", result);
  expect(line).not.toContain("\n");
  const read = JSON.parse(line);
  expect(Object.keys(read)).toEqual([
    "file",
    "kind",
    "number",
    "issued",
    "title",
    "issuer",
    "signer",
    "recipients",
    "basis",
    "classified",
    "milestones",
  ]); // prettier-ignore
  expect(Object.keys(read.milestones[0])).toEqual([
    "kind",
    "action",
    "actor",
    "reportTo",
    "due",
    "strictBefore",
    "lastMoment",
    "from",
    "time",
    "period",
    "recurrence",
    "yearImplied",
    "vague",
    "sure",
    "doubt",
    "quote",
    "at",
  ]); // prettier-ignore
  expect(read.milestones[0]).toMatchObject({
    kind: "report",
    lastMoment: "2024-04-24T23:59:59+07:00",
    reportTo: "Đảng ủy",
  });
});

it("a table for people", () => {
  const table = formatReadingTable("a.txt", result, () => "");
  expect(table).toContain("5-KH/ĐU");
  expect(table).toContain("hết 23:59 thứ Tư 24/4/2024");
  expect(table).toContain("“trước ngày 25/4/2024”");
});

it("says what is doubtful, and why", () => {
  const doubtful = readPlan(
    "Đề nghị các chi bộ gửi gấp danh sách về Đảng ủy. Nếu gửi muộn sau 20/5/2024 sẽ không kịp.",
  );
  expect(JSON.parse(formatReadingsJson("a.txt", doubtful)).milestones[0]).toMatchObject({
    sure: "low",
    doubt: "late",
  });
  expect(formatReadingTable("a.txt", doubtful, (doubt) => `<${doubt}>`)).toContain("Chưa chắc: <late>");
  expect(formatReadingTable("a.txt", result, (doubt) => `<${doubt}>`)).not.toContain("Chưa chắc");
});

it("says who owes it where it is told whose committee reads", () => {
  const [milestone] = JSON.parse(formatReadingsJson("a.txt", result, true)).milestones;
  expect(Object.keys(milestone).at(-1)).toBe("owedBy");
  expect(milestone.owedBy).toBe("units");
});
