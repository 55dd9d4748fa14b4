import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupAlike } from "../../../src/domain/summary/narrative/group.ts";
import { joinSame } from "../../../src/domain/summary/narrative/join.ts";
import { saysNothing } from "../../../src/domain/summary/narrative/nothing.ts";
import { passagesIn } from "../../../src/domain/summary/narrative/split.ts";

describe("an answer that says that there is nothing", () => {
  it.each([
    ...[
      "Không",
      "không.",
      "KHÔNG CÓ",
      "Khong co",
      "không có khó khăn",
      "Không có khó khăn, vướng mắc gì",
      "ko",
      "0",
      "-",
    ],
    ...[
      "Chưa có",
      "Không phát sinh",
      "không có ý kiến, đề xuất, kiến nghị gì thêm",
      "Đơn vị không có khó khăn",
      "…",
    ],
    ...[
      "Hiện nay chưa có vướng mắc",
      "không có kiến nghị với cấp trên",
      "Không có gì đáng kể",
      "không".normalize("NFD"),
    ],
  ])("“%s” is counted", (answer) => expect(saysNothing(answer)).toBe(true));

  it.each([
    ...[
      "Không có phòng họp",
      "Không đủ tài liệu",
      "chưa có tài liệu",
      "Không có khó khăn lớn",
      "Có",
      "Khó khăn về kinh phí",
    ],
    ...[
      "Không có khó khăn nhưng cần thêm tài liệu",
      "10",
      "Chưa có báo cáo viên",
      "Một số khó khăn",
      "Không có máy chiếu",
    ],
    ...["Không có đảng viên nào vắng không lý do", "Thời gian ngắn"],
  ])("“%s” says something", (answer) => expect(saysNothing(answer)).toBe(false));
});

describe("what an answer is taken apart into", () => {
  it.each([
    [
      "lines and points",
      "- Thiếu tài liệu\n+ Phòng chật;\n2) Xa trung tâm",
      ["Thiếu tài liệu", "Phòng chật;", "Xa trung tâm"],
    ],
    ["sentences", "Thiếu tài liệu. Phòng chật! Xa.", ["Thiếu tài liệu.", "Phòng chật!", "Xa."]],
    [
      "but not at abbreviations and numbers",
      "Họp tại TP. Huế lúc 2. Đ/c A. Lan dự 1.200 người",
      ["Họp tại TP. Huế lúc 2. Đ/c A. Lan dự 1.200 người"],
    ],
    [
      "a heading stays with its first point",
      "Về cơ sở vật chất:\n- Thiếu ghế\n- Thiếu bàn",
      ["Về cơ sở vật chất: Thiếu ghế", "Thiếu bàn"],
    ],
    ["nothing but marks is nothing", " – \n…\n", []],
  ])("%s", (_, answer, passages) => expect(passagesIn(answer)).toEqual(passages));

  it("loses no word, however long the answer", () => {
    const word = fc.constantFrom(
      "thiếu",
      "Tài",
      "liệu.",
      "học;",
      "-",
      "2)",
      "TP.",
      "\n",
      "Máy",
      "hỏng:",
      "1.200",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        const answer = words.join(" ");
        const plain = (text: string) => text.replace(/[-–2)]/g, "").match(/[\p{L}\d]+/gu) ?? [];
        expect(passagesIn(answer).flatMap(plain)).toEqual(plain(answer));
      }),
    );
  });
});

const joined = (...texts: string[]) =>
  joinSame(texts.map((text, unit) => ({ text, unit }))).map((one) => [one.text, one.units]);

describe("the same thing said by many", () => {
  it.each([
    ["capitals and marks", ["Thiếu tài liệu.", "thiếu tài liệu"]],
    ["where the tone stands", ["Hoà giải ở cơ sở chưa kịp", "Hòa giải ở cơ sở chưa kịp"]],
    ["i and y", ["Uỷ viên vắng nhiều", "Ủy viên vắng nhiều"]],
    ["the way Unicode spells it", ["Thiếu tài liệu", "Thiếu tài liệu".normalize("NFD")]],
    ["diacritics left out", ["Thiếu tài liệu", "Thieu tai lieu"]],
    ["a slip in a long word", ["Hội trường chưa đủ chỗ ngồi", "Hội trườngg chưa đủ chỗ ngồi"]],
  ])("%s: one passage with all its units", (_, texts) => {
    expect(joined(...texts)).toEqual([[texts[0], [0, 1]]]);
  });

  it.each([
    ["a word that turns it round", ["Đã hoàn thành việc học", "Chưa hoàn thành việc học"]],
    ["numbers", ["Thiếu 3 cuốn tài liệu", "Thiếu 5 cuốn tài liệu"]],
    ["diacritics that contradict", ["Số đảng viên tăng", "Số đảng viên tặng"]],
    ["short words", ["Phòng họp bé quá", "Phòng họp bẹ quá"]],
    ["more or less", ["Kinh phí thừa so với dự toán", "Kinh phí thiếu so với dự toán"]],
  ])("%s: two passages", (_, texts) => expect(joined(...texts)).toHaveLength(2));

  it("keeps each wording with its units, makes nothing up and loses nobody", () => {
    const said = fc.array(
      fc.record({
        text: fc.constantFrom(
          "Thiếu tài liệu",
          "thieu tai lieu",
          "Thiếu tài liệu.",
          "Máy hỏng",
          "Phòng chật",
          "phòng  chật",
        ),
        unit: fc.nat(8),
      }),
    );
    fc.assert(
      fc.property(said, (all) => {
        const passages = joinSame(all);
        const tidy = (text: string) => text.replace(/\s+/g, " ");
        const pairs = (some: readonly { text: string; units: number[] }[]) =>
          new Set(some.flatMap(({ text, units }) => units.map((unit) => `${unit}: ${text}`)));
        expect(pairs(passages.flatMap((one) => one.wordings))).toEqual(
          new Set(all.map((one) => `${one.unit}: ${tidy(one.text)}`)),
        );
        for (const one of passages) expect(one.wordings.map((each) => each.text)).toContain(one.text);
        expect(joinSame(all.toReversed())).toEqual(passages);
        expect(new Set(passages.map((one) => one.id)).size).toBe(passages.length);
      }),
    );
  });

  it("is known by the same id whoever says it, and when others have said more", () => {
    const alone = joinSame([{ text: "Thiếu tài liệu học tập", unit: 3 }])[0]?.id;
    const later = joinSame([
      { text: "thiếu tài liệu học tập.", unit: 1 },
      { text: "Máy hỏng", unit: 2 },
      { text: "Thiếu tài liệu học tập", unit: 3 },
    ]);
    expect(later[0]?.id).toBe(alone);
  });
});

describe("alike ones", () => {
  it("stand together", () => {
    const groups = groupAlike([
      "Thiếu tài liệu học tập cho đảng viên",
      "Máy chiếu hỏng, chưa sửa được",
      "Tài liệu gửi về chậm",
      "Đảng viên đi làm xa",
      "Chưa có máy chiếu",
    ]);
    expect(groups).toEqual([0, 1, 0, 2, 1]);
  });

  it("thousands of sentences take no longer than a moment", () => {
    const texts = Array.from(
      { length: 4_000 },
      (_, i) => `Đơn vị thiếu ${i} cuốn tài liệu, phòng họp số ${i % 50} chật`,
    );
    const began = process.hrtime.bigint();
    expect(groupAlike(texts)).toHaveLength(4_000);
    expect(joinSame(texts.map((text, unit) => ({ text, unit })))).toHaveLength(4_000);
    expect(Number(process.hrtime.bigint() - began) / 1e6).toBeLessThan(4_000);
  });
});
