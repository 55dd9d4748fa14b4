/** Letterheads as offices and converters leave them: who issues, what it is called, its number, who signed. */
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";

const read = (...lines: string[]) => readPlan(lines.join("\n")).reading;
const motto = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
const date = "Hà Trung, ngày 11 tháng 9 năm 2023";

describe("issuer", () => {
  it.each([
    ["a ministry", ["BỘ LỄ TÂN", "", ...motto, "", "Số: 708/QĐ-BLT"], "QUYẾT ĐỊNH", "BỘ LỄ TÂN"],
    ["the Government", ["CHÍNH PHỦ", "", ...motto, "Số: 29/2026/NQ-CP"], "NGHỊ QUYẾT", "CHÍNH PHỦ"],
    [
      "a central committee",
      ["BAN CHẤP HÀNH TRUNG ƯƠNG", "", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 97-QĐ/TW"],
      "QUY ĐỊNH",
      "BAN CHẤP HÀNH TRUNG ƯƠNG",
    ],
    [
      "a name broken in its middle",
      ["TỔNG LIÊN ĐOÀN", "LAO ĐỘNG HÀ TRUNG", "", ...motto, "Số: 29/HD-TLĐ"],
      "HƯỚNG DẪN",
      "TỔNG LIÊN ĐOÀN LAO ĐỘNG HÀ TRUNG",
    ],
    [
      "a commission of a committee",
      ["ĐẢNG BỘ TỈNH HÀ TRUNG", "ĐẢNG ỦY KHỐI", "ỦY BAN KIỂM TRA", "*", "Số 61-KH/UBKT", "HỎA TỐC"],
      "KẾ HOẠCH",
      "ỦY BAN KIỂM TRA",
    ],
    [
      "a body of a place",
      ["HỘI NÔNG DÂN", "XÃ SƠN CẨM", "", ...motto, "Số: 12-KH/HND"],
      "KẾ HOẠCH",
      "HỘI NÔNG DÂN XÃ SƠN CẨM",
    ],
    [
      "a name broken after each word",
      ["ỦY BAN NHÂN", "DÂN", "TỈNH", "HÀ TRUNG", "-------", ...motto, "Số: 12/QĐ-UBND"],
      "QUYẾT ĐỊNH",
      "ỦY BAN NHÂN DÂN TỈNH HÀ TRUNG",
    ],
    [
      "a committee under its superior",
      ["ĐẢNG BỘ TỈNH HÀ TRUNG", "ĐẢNG ỦY XÃ SƠN CẨM", "*", "Số 12-TB/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM"],
      "THÔNG BÁO",
      "ĐẢNG ỦY XÃ SƠN CẨM",
    ],
  ])("%s", (_, head, kind, issuer) => {
    expect(read(...head, date, kind, "về một số việc", "", "Căn cứ Luật Tổ chức;").issuer).toBe(issuer);
  });

  const party = [
    "TỈNH ỦY HÀ TRUNG",
    "*",
    "Số 15-KH/TU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    date,
    "KẾ HOẠCH",
    "kiểm tra",
    "",
  ];

  it.each([
    [
      "a subordinate that owes",
      "Ủy ban nhân dân cấp xã gửi báo cáo về Ủy ban nhân dân huyện trước ngày 10/7/2024.",
    ],
    [
      "a word that only begins like a body",
      "Trường hợp giao cho cơ quan khác thì Sở Tài chính thông báo sau.",
    ],
    ["a body that is cited", "Ban Thường vụ Đảng ủy Công ty Lộc An đã ban hành Kế hoạch số 101-KH/ĐU."],
  ])("%s does not issue", (_, sentence) => {
    expect(read(...party, sentence).issuer).toBe("TỈNH ỦY HÀ TRUNG");
  });

  it("the text says it more exactly", () => {
    expect(read(...party, "Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch như sau:").issuer).toBe(
      "Ban Thường vụ Tỉnh ủy",
    );
  });
});

describe("kind, title, number, signer", () => {
  it("a kind of two words is no part of the title", () => {
    const { kind, title } = read(
      "TỈNH ỦY HÀ TRUNG",
      date,
      "KẾ HOẠCH HÀNH ĐỘNG",
      "THỰC HIỆN LUẬT PHÒNG CHÁY",
      "",
      "Căn cứ …",
    );
    expect([kind, title]).toEqual(["KẾ HOẠCH", "THỰC HIỆN LUẬT PHÒNG CHÁY"]);
  });

  it("a kind with a colon; a chapter is none", () => {
    expect(read("SỞ VĂN HÓA", date, "HƯỚNG DẪN: Công tác lễ hội", "", "Căn cứ …")).toMatchObject({
      kind: "HƯỚNG DẪN",
      title: "Công tác lễ hội",
    });
    expect(read("Chương I", "QUY ĐỊNH CHUNG", "", "Điều 1. Phạm vi").kind).toBeNull();
  });

  it("the title ends above the authority, and without its mark", () => {
    expect(
      read(
        "THỦ TƯỚNG CHÍNH PHỦ",
        date,
        "QUYẾT ĐỊNH",
        "VỀ LỄ HỘI ĐẾN NĂM 2030",
        "THỦ TƯỚNG CHÍNH PHỦ",
        "Căn cứ Luật;",
      ).title,
    ).toBe("VỀ LỄ HỘI ĐẾN NĂM 2030");
    expect(
      read("TỈNH ỦY HÀ TRUNG", date, "KẾ HOẠCH", "kỷ niệm 25 năm tái lập tỉnh./.", "", "Căn cứ …").title,
    ).toBe("kỷ niệm 25 năm tái lập tỉnh");
  });

  it("“V/v” goes on below a blank line", () => {
    expect(
      read(
        "SỞ GIÁO DỤC",
        "Số: 5/SGD",
        "V/v hướng dẫn nhiệm vụ",
        "",
        "Giáo dục trung học năm học 2024-2025",
        "",
        "Kính gửi: Các trường",
      ).title,
    ).toBe("hướng dẫn nhiệm vụ Giáo dục trung học năm học 2024-2025");
  });

  it.each([
    ["Số: 59   /2026/TT-BGD", "59/2026/TT-BGD"],
    ["Số: 16 -\nHD/BTCTU", "16-HD/BTCTU"],
  ])("%s", (line, number) => {
    expect(read("BAN TỔ CHỨC", line, date, "HƯỚNG DẪN", "bầu cử", "", "Căn cứ …").number).toBe(number);
  });

  it("a rank stands above the name of who signs, or in it", () => {
    const signed = (...lines: string[]) =>
      read(
        "BỘ LỄ TÂN",
        date,
        "KẾ HOẠCH",
        "huấn luyện",
        "",
        "Căn cứ …",
        "",
        "Nơi nhận:",
        "- Lưu: VT.",
        "",
        ...lines,
      ).signer?.name;
    expect(signed("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "THƯỢNG TƯỚNG", "", "Lò Quang Sơn")).toBe("Lò Quang Sơn");
    expect(signed("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "", "Đại tá Lò Quang Sơn")).toBe("Đại tá Lò Quang Sơn");
    expect(signed("KT. TRƯỞNG CÔNG AN HUYỆN", "PHÓ TRƯỞNG CÔNG AN HUYỆN", "", "Lò Quang Sơn")).toBe(
      "Lò Quang Sơn",
    );
  });
});
