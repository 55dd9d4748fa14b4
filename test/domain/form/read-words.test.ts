import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ChoiceField, TextField } from "../../../src/domain/form/form.ts";
import { readChoice } from "../../../src/domain/form/read/choice.ts";
import { clean, excerpt, plain } from "../../../src/domain/form/read/spelling.ts";
import { readText } from "../../../src/domain/form/read/text.ts";
import { meansDone, meansNil, meansNo, meansSkip } from "../../../src/domain/form/read/words.ts";
import { Problem } from "../../../src/domain/problem.ts";
import { anything, told, way, wishes } from "./support.ts";

describe("spelling", () => {
  it("is one for the many ways of typing the same", () => {
    expect(clean("  Đồng chí\u00a0\u200bA\r\nB\u0000\ud800 ".normalize("NFD"))).toBe("Đồng chí A\nB");
    expect(plain("Hôm  QUA\n１２ ĐỒNG")).toBe("hom qua 12 dong");
  });

  it("once put in order stays so", () => {
    fc.assert(
      fc.property(anything(30), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(clean(text)).not.toMatch(/\p{Cs}|\0/u);
        expect([...excerpt(text)].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe("short words", () => {
  test.each([
    "không",
    "ko",
    "k",
    "k có",
    "không có",
    "không ạ",
    "Dạ, không.",
    "khong co gi",
    "KHÔNG",
    "No",
    "none.",
  ])("%j means no", (typed) => expect(meansNo(typed)).toBe(true));
  test.each([
    "không có tài liệu",
    "có",
    "ok",
    "không khó khăn",
    "",
    "kk",
    "nợ",
    "nó",
    "no money",
  ])("%j does not mean no", (typed) => expect(meansNo(typed)).toBe(false));
  test.each(["bỏ qua", "Bo qua", "skip", "bỏ qua ạ"])("%j skips", (typed) =>
    expect(meansSkip(typed)).toBe(true));
  test.each(["bỏ qua câu này vì bận", "bỏ", "không"])("%j does not skip", (typed) =>
    expect(meansSkip(typed)).toBe(false));
  it("done and nil", () => {
    expect(["xong", "hết rồi", "đủ", "xong ạ", "Done"].every(meansDone)).toBe(true);
    expect(["chưa xong", "xong 2 tệp", "không"].some(meansDone)).toBe(false);
    expect(["không phát sinh", "Khong phat sinh.", "Nothing to report."].every(meansNil)).toBe(true);
    expect(["phát sinh", "không"].some(meansNil)).toBe(false);
  });
});

describe("free text", () => {
  const optional = wishes as TextField;
  const required: TextField = { ...optional, required: true };

  it("is kept as written, in good order", () => {
    expect(readText(required, " Đã học\u00a0tốt \n\n\n\n\n 2 buổi\t")).toBe("Đã học tốt\n\n\n 2 buổi");
    expect(readText(required, "a\n\n\nb")).toBe("a\n\n\nb");
    expect(readText(required, "tốt".normalize("NFD"))).toBe("tốt");
  });

  it("takes a no for the answer it is", () => {
    for (const no of ["không", "ko", "không có", "k có", "không ạ"])
      expect(readText(optional, no)).toBe("Không");
    expect(readText(optional, "không đủ tài liệu")).toBe("không đủ tài liệu");
    expect(readText(required, "ko")).toBe("ko");
  });

  it("has something in it, and not too much", () => {
    for (const empty of ["", "  \n", "...", "👍", "\u200b"]) {
      expect(told(readText(required, empty))).toBe("text-expected");
    }
    expect(readText(required, "ấ".normalize("NFD").repeat(100))).toBe("ấ".repeat(100));
    expect(readText(required, "a".repeat(101))).toEqual(
      new Problem("text-too-long", { label: "Kiến nghị", max: 100, length: 101 }),
    );
  });
});

describe("a choice", () => {
  const open = way as ChoiceField;
  const closed: ChoiceField = { ...open, other: false };

  test.each([
    ["1", "in"],
    ["2.", "online"],
    ["(3)", "both"],
    ["số 2", "online"],
    ["Trực tiếp", "in"],
    ["trực tiếp".normalize("NFD"), "in"],
    ["TRUC TUYEN", "online"],
    ["Trực tiếp ạ", "in"],
    ["truc tiep ket hop truc tuyen.", "both"],
    ["trực tiếp kết", "both"],
    ["trực tu", "online"],
    ["xem", "film"],
  ])("%j is %s", (typed, value) => {
    expect(readChoice(open, typed)).toBe(value);
    expect(readChoice(closed, typed)).toBe(value);
  });

  test.each(["0", "5", "1, 2", "trực", "tr", "", "...", "👍"])("%j is refused, other or not", (typed) => {
    expect(told(readChoice(open, typed))).toBe("choice-expected");
    expect(told(readChoice(closed, typed))).toBe("choice-expected");
  });

  it("takes own words only where they are allowed", () => {
    expect(readChoice(open, " Tự học,\nqua sách ")).toBe("Tự học, qua sách");
    expect(told(readChoice(closed, "Tự học"))).toBe("choice-expected");
    expect(told(readChoice(open, "dài ".repeat(60)))).toBe("text-too-long");
  });

  it("can be answered no when it is optional, by an option first", () => {
    expect(readChoice({ ...closed, required: false }, "không")).toBeNull();
    const yesNo: ChoiceField = {
      ...closed,
      options: [
        { value: "y", label: "Có" },
        { value: "n", label: "Không" },
      ],
    };
    expect(readChoice({ ...yesNo, required: false }, "khong")).toBe("n");
    expect(readChoice(yesNo, "co")).toBe("y");
  });

  it("tells labels apart by their accents where that is all that differs", () => {
    const labels = ["Bán", "Bàn", "Đã làm", "Làm"].map((label, i) => ({ value: `v${i}`, label }));
    const alike: ChoiceField = { ...closed, options: labels };
    expect(readChoice(alike, "bàn")).toBe("v1");
    expect(told(readChoice(alike, "ban"))).toBe("choice-expected");
    expect(readChoice(alike, "da lam")).toBe("v2");
    expect(readChoice(alike, "lam")).toBe("v3");
  });
});
