import { describe, expect, it, test } from "vitest";
import { readInviteArguments } from "../../src/cli/invite.ts";
import { findByCode, nearCodes } from "../../src/cli/near-codes.ts";
import { runHere } from "./terminal.ts";

const commands = ["read-plan", "import-units", "import-form", "export-form", "invite", "doctor", "help"];

describe("help", () => {
  it.each([
    [],
    ["help"],
    ["--help"],
  ])("stands on stdout, in both languages: %s", async (...argv: string[]) => {
    const { code, out, err } = await runHere(argv);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Cách dùng:");
    expect(out).toContain("Usage:");
    for (const command of commands) expect(out).toContain(`\n  ${command}`);
  });

  it("of one command", async () => {
    const { code, out } = await runHere(["invite", "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("invite UNIT --post");
    expect(out).not.toContain("read-plan");
  });
});

it.each([
  [["bakcup"], "Không có lệnh “bakcup”", "There is no command"],
  [["doctor", "now"], "Lệnh này không nhận thêm gì", "takes nothing more"],
  [["doctor", "--deep"], "Không có tùy chọn --deep", "no option --deep"],
  [["import-units"], "cần đúng một tệp", "exactly one file"],
  [["import-units", "a.csv", "b.csv"], "cần đúng một tệp", "exactly one file"],
  [["import-units", "a.csv", "--dry-run=1"], "--dry-run", "does not take"],
  [["import-form"], "cần đúng một tệp", "exactly one file"],
  [["export-form", "study"], "mã biểu mẫu và tên tệp", "key of a form and a file"],
  [["read-plan"], "ít nhất một tệp", "at least one file"],
  [["read-plan", "--json", "--text", "a.txt"], "--json hoặc --text", "--json or --text"],
  [["invite"], "Cần một mã đơn vị", "A unit code"],
  [["invite", "CB01"], "Cần một mã đơn vị", "A unit code"],
  [["invite", "CB01", "--post", "boss"], "secretary, deputy", "takes one of"],
  [["invite", "CB01", "--post"], "--post", "lacks its value"],
  [["invite", "--role", "chief"], "staff, leader, administrator", "takes one of"],
  [["invite", "CB01", "--role", "staff"], "Cần một mã đơn vị", "A unit code"],
  [["invite", "CB01", "--post", "deputy", "--board", "BTG"], "Cần một mã đơn vị", "A unit code"],
  [["invite", "--role", "staff", "--bot", "tên bot"], "“tên bot”", "not the name of a bot"],
])("wrong usage: %j", async (argv, vietnamese, english) => {
  const { code, out, err } = await runHere(argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(vietnamese);
  expect(err).toContain(english);
  expect(err).toContain("Cách dùng:");
});

test("who is invited, and by which bot's link", () => {
  expect(readInviteArguments(["CB01", "--post", "deputy"])).toEqual({
    seat: { unit: "CB01", post: "deputy" },
    bot: null,
  });
  expect(readInviteArguments(["--role", "leader", "--board", "BTG", "--bot", "@dondoc_bot"])).toEqual({
    seat: { board: "BTG", role: "leader" },
    bot: "dondoc_bot",
  });
  expect(readInviteArguments(["--role=staff", "--bot=https://t.me/dondoc_bot"]).bot).toBe("dondoc_bot");
});

describe("unit codes", () => {
  const units = [
    { code: "CB01", name: "Chi bộ Sở A" },
    { code: "CB10", name: "Chi bộ Văn phòng" },
    { code: "ĐB02", name: "Đảng bộ Sở B" },
    { code: "017.1", name: "Chi bộ Thanh tra" },
  ];
  const near = (wanted: string) => nearCodes(wanted, units, 2).map((unit) => unit.code);

  it("are found in either case and without marks, never by guessing", () => {
    expect(findByCode("CB01", units)?.code).toBe("CB01");
    expect(findByCode("db02", units)?.code).toBe("ĐB02");
    expect(findByCode("CB1", units)).toBeNull();
    expect(findByCode("cb01", [...units, { code: "cb-01", name: "" }])).toBeNull();
  });

  it("that look like what was typed come first", () => {
    expect(near("CB1")).toEqual(["CB10", "CB01"]);
    expect(near("017")[0]).toBe("017.1");
    expect(near("thanh tra")[0]).toBe("017.1");
  });
});
