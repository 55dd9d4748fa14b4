/**
 * How long the reader takes: 1, 10, 100 pages of a real sort, and 1,000 pages written to make patterns backtrack.
 * A page is 3,000 characters. Linear means: the time per page does not grow.
 */
import { readPlan } from "../src/domain/plan/read/read-plan.ts";

const pageLength = 3000;

const dull = [
  "1. Các chi bộ, đảng bộ cơ sở tổ chức học tập, quán triệt cho cán bộ, đảng viên, hoàn thành trong tháng 4/2024.",
  "2. Thực hiện Kế hoạch số 26-KH/TU, ngày 10/9/2021 của Ban Thường vụ Tỉnh ủy và Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
  "- Ban Tuyên giáo theo dõi, đôn đốc, tổng hợp kết quả; định kỳ báo cáo Ban Thường vụ Đảng ủy Khối theo quy định.",
  "3. Các chi bộ gửi báo cáo về Đảng ủy Khối (qua Ban Tuyên giáo) trước ngày 25/6/2024 và chậm nhất ngày 15/11.",
  "Việc học tập gắn với thực hiện nhiệm vụ chính trị, phong trào thi đua yêu nước hằng năm của cơ quan, đơn vị.",
].join("\n\n");

const hostile = [
  "trước ".repeat(40) + "ngày ".repeat(40),
  "ngày 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, ".repeat(8),
  "tháng 1, 2, 3, ".repeat(30),
  "1/1/1/1/1/1/1/1-1-1-1.1.1.1.1 ".repeat(12),
  "“".repeat(60) + " từ ngày 5 đến ".repeat(30),
  "hạn nộp gửi báo cáo ".repeat(25),
  `${"thời gian ".repeat(50)}:`,
  `${"| ".repeat(120)}a | b`,
  "định kỳ hằng năm, 6 tháng, ".repeat(20),
  " ".repeat(600),
  "Số 1-A/".repeat(60),
  "quý I, II, III, IV/ quý 1-".repeat(20),
  "ngày 06 (sáu) tháng 6 (sáu) ".repeat(20),
  "gửi (a; b; ".repeat(40),
  "hằng tuần gửi trước 15h00 ".repeat(20),
  "báo cáo tháng: ngày 20, trươc ngay 5 ".repeat(20),
  "ban thường vụ, ".repeat(30) + "năm 2024, 2025, 2026, 2027 ".repeat(10),
].join(" ");

function pagesOf(text: string, pages: number): string {
  const length = pages * pageLength;
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function milliseconds(text: string, runs: number): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    readPlan(text);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

/** Mean milliseconds a page where 1,000 pages are read in all, so that lengths can be compared. */
function meanOfThousand(text: string, pages: number): number {
  const page = pagesOf(text, pages);
  const start = performance.now();
  for (let i = 0; i < 1000 / pages; i++) readPlan(page);
  return (performance.now() - start) / 1000;
}

/** Best-of-several milliseconds a page (neighbours on the machine only add to it), and how much dearer a page is among many than among few (1 is linear). */
export async function run(): Promise<object> {
  milliseconds(pagesOf(dull, 20), 10);
  const of = (text: string, pages: number, runs: number) => milliseconds(pagesOf(text, pages), runs) / pages;
  const perPage = { 1: of(dull, 1, 200), 10: of(dull, 10, 30), 100: of(dull, 100, 8) };
  const hostilePerPage = { 10: of(hostile, 10, 30), 100: of(hostile, 100, 8), 1000: of(hostile, 1000, 2) };
  const hostileMean = {
    10: meanOfThousand(hostile, 10),
    100: meanOfThousand(hostile, 100),
    1000: meanOfThousand(hostile, 1000),
  };
  const round = (figures: Record<string, number>) =>
    Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, Math.round(v * 1000) / 1000]));
  return {
    name: "read-plan",
    msPerPage: round(perPage),
    msPerHostilePage: round(hostilePerPage),
    msPerHostilePageOnAverage: round(hostileMean),
    growth: round({
      "1→100": perPage[100] / perPage[1],
      "hostile 10→1000": hostileMean[1000] / hostileMean[10],
    }),
    linear: hostileMean[1000] / hostileMean[10] < 1.6,
    withinTarget: Math.max(...Object.values(perPage)) <= 2,
    hostileWithinTarget: Math.max(...Object.values(hostilePerPage)) <= 2,
  };
}
