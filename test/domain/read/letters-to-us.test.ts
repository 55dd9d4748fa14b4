/** A letter from above to the reader's own committee: what we owe whom by when. */
import { expect, it } from "vitest";
import { isToUs, readAddressees } from "../../../src/domain/plan/read/header/addressees.ts";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import { pageOf } from "../../../src/domain/plan/read/scan.ts";

const letter = (addressees: string) => `HUYỆN ỦY SÔNG NHẠN
BAN TỔ CHỨC
*
Số 118-CV/BTCHU
V/v báo cáo công tác phát triển đảng viên
Sông Nhạn, ngày 05 tháng 3 năm 2026

Kính gửi: ${addressees}

Ban Tổ chức Huyện ủy đề nghị báo cáo kết quả phát triển đảng viên, gửi về Ban Tổ chức Huyện ủy trước ngày 20/3/2026.

Đảng ủy các xã chỉ đạo các chi bộ rà soát danh sách quần chúng ưu tú xong trước ngày 15/3/2026.

Ban Tổ chức Huyện ủy tổng hợp, báo cáo Ban Thường vụ Huyện ủy trước ngày 31/3/2026.

Nơi nhận:
- Như trên.
`;

it("what a letter to us asks is ours, what its sender keeps is the sender's", () => {
  const { milestones } = readPlan(letter("Đảng ủy các xã, thị trấn"), {
    ours: ["Đảng ủy xã Hòa Lạc"],
  }).reading;
  expect(milestones.map(({ due, owedBy }) => [due, owedBy])).toEqual([
    ["2026-03-20", "us"],
    ["2026-03-15", "us"],
    ["2026-03-31", "issuer"],
  ]);
});

it("a letter to others is not ours, nor is anything without a name of ours", () => {
  for (const read of [
    readPlan(letter("Đảng ủy các xã, thị trấn")),
    readPlan(letter("Các chi bộ trực thuộc"), { ours: ["Đảng ủy xã Hòa Lạc"] }),
    readPlan(letter("Đảng ủy xã Bình Trị"), { ours: ["Đảng ủy xã Hòa Lạc"] }),
  ])
    expect(read.reading.milestones.some(({ owedBy }) => owedBy === "us")).toBe(false);
});

it.each([
  ["Đảng ủy xã Hòa Lạc", true],
  ["Ban Thường vụ Đảng ủy xã Hòa Lạc", true],
  ["- Đảng ủy các xã, phường, đặc khu", true],
  ["- Các Đảng ủy trực thuộc Huyện ủy", true],
  ["- Các ban của Huyện ủy", false],
  ["- Đảng ủy Quân sự huyện", false],
  ["Đảng ủy xã Hòa Lạc Thượng", false],
  ["Chi bộ Trường Tiểu học Hòa Lạc", false],
])("“%s” is us: %s", (addressee, wanted) => {
  const found = readAddressees(pageOf(`Kính gửi: ${addressee}\n\nThực hiện kế hoạch.`));
  expect(isToUs(found, ["Đảng ủy xã Hòa Lạc"])).toBe(wanted);
});

it("reads a list of addressees up to the first paragraph", () => {
  const page = pageOf(
    "Kính gửi:\n- Các ban Huyện ủy;\n- Đảng ủy xã Hòa Lạc;\n- Văn phòng Huyện ủy.\n\nThực hiện Kế hoạch số 5.",
  );
  expect(readAddressees(page)).toEqual(["Các ban Huyện ủy", "Đảng ủy xã Hòa Lạc", "Văn phòng Huyện ủy"]);
});
