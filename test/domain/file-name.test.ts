import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFileName, LONGEST_FILE_NAME } from "../../src/domain/file-name.ts";

const bytes = (text: string) => Buffer.byteLength(text);

describe("the name of a file", () => {
  it.each([
    ["Báo cáo quý II – đợt 1 (bản ký).pdf", "Báo cáo quý II – đợt 1 (bản ký).pdf"],
    ["Kế hoạch.docx".normalize("NFD"), "Kế hoạch.docx"],
    ["bao\r\ncao\n.pdf", "bao cao .pdf"],
    ["bao\u2028cao\u2029.pdf", "bao cao .pdf"],
    ["bao\u0000cao\u0007\u009f.pdf", "baocao.pdf"],
    ["bao\u202Efdp.exe", "baofdp.exe"],
    ["a\u200b\u2066b\ufeff.pdf", "ab.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\lan\\Báo cáo.docx", "Báo cáo.docx"],
    ["..", "tep"],
    ["", "tep"],
    [" . . ", "tep"],
    ["///", "tep"],
    ["???", "tep"],
    ['quý "II": 1<2|3*.xlsx', "quý _II__ 1_2_3_.xlsx"],
    ["CON", "_CON"],
    ["con.pdf", "_con.pdf"],
    ["Aux.tar.gz", "_Aux.tar.gz"],
    ["COM1.docx", "_COM1.docx"],
    ["lpt².txt", "_lpt².txt"],
    ["console.pdf", "console.pdf"],
    ["COM10.docx", "COM10.docx"],
    ["bao cao.pdf. . ", "bao cao.pdf"],
    [".env", "env"],
    ["a\ud800b.pdf", "ab.pdf"],
  ])("%j becomes %j", (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  it("keeps its ending where it is too long, and no letter is cut apart", () => {
    const clean = cleanFileName(`${"Báo cáo tổng kết ".repeat(40)}.docx`);
    expect(bytes(clean)).toBeLessThanOrEqual(LONGEST_FILE_NAME);
    expect(bytes(clean)).toBeGreaterThan(LONGEST_FILE_NAME - 12);
    expect(clean).toMatch(/^Báo cáo tổng kết .*\.docx$/);
    const marked = cleanFileName(`${"e\u0323\u0302\u0330".repeat(200)}.pdf`);
    expect(marked).toMatch(/^(?:\u1ec7\u0330)+\.pdf$/);
    expect(bytes(cleanFileName(`${"con".repeat(1)}.${"x".repeat(400)}`))).toBeLessThanOrEqual(
      LONGEST_FILE_NAME,
    );
  });

  it("whatever it was: one short line that any disk takes, and the same when cleaned again", () => {
    const any = fc.string({ unit: "binary", maxLength: 400 });
    const nasty = fc.string({
      unit: fc.constantFrom(..."con.aux/\\:*?\r\n\t \u202e\u0000\ud800ệđ\u0301COM1.pdf"),
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.oneof(any, nasty), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\<>:"|?*]/u);
        expect(clean).not.toMatch(/^[\s.]|[\s.]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
        expect(clean).not.toBe("");
        expect(bytes(clean)).toBeLessThanOrEqual(LONGEST_FILE_NAME);
        expect(cleanFileName(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });
});
