/** Old fonts come out in Unicode; what is Unicode stays; what is lost is refused in words. */
import { describe, expect, it } from "vitest";
import { fromLegacyFont, fromTcvn3, fromVni } from "../../../src/domain/plan/read/legacy-fonts.ts";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import { Problem } from "../../../src/domain/problem.ts";

const tcvn3 = `§¶ng ñy Khèi
Sè 12-KH/§UK
KÕ HO¹CH
triÓn khai häc tËp chuyªn ®Ò n¨m 2004
C¸c chi bé göi b¸o c¸o vÒ Ban Tuyªn gi¸o tr­íc ngµy 25/4/2004.`;
const vni = `Ñaûng uûy Khoái
Soá 12-KH/ÑUK
KEÁ HOAÏCH
trieån khai hoïc taäp chuyeân ñeà naêm 2004
Caùc chi boä göûi baùo caùo veà Ban Tuyeân giaùo tröôùc ngaøy 25/4/2004.`;

describe("legacy fonts", () => {
  it("TCVN3 is converted", () => {
    expect(fromTcvn3("KÕ ho¹ch tuyÓn chän; ­u tiªn; §ång chÝ; kû luËt; söa ®æi")).toBe(
      "Kế hoạch tuyển chọn; ưu tiên; Đồng chí; kỷ luật; sửa đổi",
    );
  });

  it("a heading in TCVN3 keeps its capitals", () => {
    expect(fromTcvn3("KÕ HO¹CH")).toBe("KẾ HOẠCH");
  });

  it("VNI is converted", () => {
    expect(
      fromVni(
        "Keá hoaïch coâng taùc; ñöôïc thöïc hieän; höôùng daãn; kyû luaät; nhöõng ngöôøi; naêm; ñôn vò",
      ),
    ).toBe("Kế hoạch công tác; được thực hiện; hướng dẫn; kỷ luật; những người; năm; đơn vị");
  });

  it.each([
    ["TCVN3", tcvn3],
    ["VNI", vni],
  ])("a plan in %s is read", (_, text) => {
    const { reading } = readPlan(text);
    expect(reading).toMatchObject({
      kind: "KẾ HOẠCH",
      number: "12-KH/ĐUK",
      title: "triển khai học tập chuyên đề năm 2004",
    });
    expect(reading.milestones).toMatchObject([
      { kind: "report", due: "2004-04-25", strictBefore: true, quote: "trước ngày 25/4/2004" },
    ]);
  });

  it("Unicode passes unchanged, with foreign quotes and signs too", () => {
    const text = "«Sổ tay» của «đảng viên» § 5 © 2024, diện tích 30 m², nhiệt độ 25°C\n".repeat(20);
    expect(fromLegacyFont(text)).toBe(text);
  });

  it("a text that lost its letters is refused", () => {
    const text = "K? ho?ch tri?n khai h?c t?p chuy?n ?? n?m 2004, c?c chi b? g?i b?o c?o";
    expect(() => readPlan(text)).toThrow(Problem);
    expect(() => readPlan(text)).toThrow(/text-font-unreadable/);
  });
});
