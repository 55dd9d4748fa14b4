import { describe, expect, it } from "vitest";
import { isRestricted } from "../../../src/domain/plan/read/circulation.ts";
import { isClassifiedName } from "../../../src/domain/plan/read/file-mark.ts";

describe("a mark of secrecy in a file name", () => {
  it.each([
    "TỐI MẬT - ke hoach.docx",
    "05-KH (MẬT).pdf",
    "MẬT_05.pdf",
    "KH 05 (MAT).docx",
    "TOI-MAT-ke-hoach.pdf",
    "ke hoach MẬT.pdf".normalize("NFD"),
  ])("stands in %s", (name) => expect(isClassifiedName(name)).toBe(true));
  it.each([
    "bao-mat.docx",
    "Mật ong rừng.docx",
    "QUY CHẾ BẢO MẬT.docx".replace("BẢO MẬT", "bảo mật"),
    "MATERIAL.pdf",
    "KH 05.docx",
    "mat-ma.txt",
  ])("does not stand in %s", (name) => expect(isClassifiedName(name)).toBe(false));
});

describe("a mark of restricted circulation", () => {
  it.each([
    "TỈNH ỦY X\nLƯU HÀNH NỘI BỘ\nSố 5",
    "| TÀI LIỆU THU HỒI |",
    "(LƯU HÀNH NỘI BỘ)",
    "*TÀI LIỆU LƯU HÀNH NỘI BỘ*",
  ])("stands in %j", (text) => expect(isRestricted(text)).toBe(true));
  it.each([
    "các tài liệu lưu hành nội bộ phải được thu hồi",
    "Tài liệu thu hồi sau hội nghị gồm có",
    "KẾ HOẠCH",
  ])("does not stand in %j", (text) => expect(isRestricted(text)).toBe(false));
});
