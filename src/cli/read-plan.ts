/** How a reading is printed: one line of JSON for programs, a table for people. Pure formatting. */

import { DateTime } from "luxon";
import type { ReadResult } from "../domain/plan/read/read-plan.ts";
import type { Doubt, ReadMilestone } from "../domain/plan/read/reading.ts";

/** One JSON object in one line, keys in the order of the contract; who owes it (last) where it was said who we are. */
export function formatReadingsJson(file: string, { reading }: ReadResult, knownToBeOurs = false): string {
  const { kind, number, issued, title, issuer, signer, recipients, basis, classified } = reading;
  const milestones = knownToBeOurs
    ? reading.milestones
    : reading.milestones.map(({ owedBy: _, ...milestone }) => milestone);
  return JSON.stringify({
    file,
    kind,
    number,
    issued,
    title,
    issuer,
    signer,
    recipients,
    basis,
    classified,
    milestones,
  }); // prettier-ignore
}

const kinds: Record<ReadMilestone["kind"], string> = { report: "Báo cáo", task: "Việc", event: "Sự kiện" };

/** A table for people, in Vietnamese; `sayDoubt` words why a milestone is doubtful. */
export function formatReadingTable(
  file: string,
  { reading }: ReadResult,
  sayDoubt: (doubt: Doubt) => string,
): string {
  const none = "(không ghi)";
  const lines = [
    file,
    `  Loại: ${reading.kind ?? none}   Số: ${reading.number ?? none}   Ngày: ${reading.issued ?? none}`,
    `  Trích yếu: ${reading.title ?? none}`,
    `  Cơ quan ban hành: ${reading.issuer ?? none}`,
    `  Người ký: ${reading.signer ? [reading.signer.onBehalfOf, reading.signer.position, reading.signer.name].filter(Boolean).join(", ") : none}`,
    `  Nơi nhận: ${reading.recipients.join("; ") || none}`,
  ];
  if (reading.classified) lines.push("  CÓ DẤU MẬT: không được gửi qua bot.");
  lines.push(
    reading.milestones.length === 0
      ? "  Không thấy mốc thời gian nào."
      : `  Mốc thời gian (${reading.milestones.length}):`,
  );
  for (const milestone of reading.milestones) {
    lines.push(
      `  - ${kinds[milestone.kind]} | ${whenOf(milestone)} | ${milestone.action}`,
      `      “${milestone.quote}”${milestone.doubt ? `   Chưa chắc: ${sayDoubt(milestone.doubt)}` : ""}`,
    );
  }
  return lines.join("\n");
}

const weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/** `23:59 thứ Tư 24/4/2024`, in the offset the moment is written in. */
function sayMoment(iso: string): string {
  const moment = DateTime.fromISO(iso, { setZone: true });
  return `${moment.toFormat("HH:mm")} ${weekdays[moment.weekday - 1]} ${moment.toFormat("d/M/yyyy")}`;
}

const sayDay = (day: string) => DateTime.fromISO(day).toFormat("d/M/yyyy");

function whenOf(milestone: ReadMilestone): string {
  const parts = [
    milestone.from ? `từ ${sayDay(milestone.from)}` : null,
    milestone.lastMoment ? `${milestone.time ? "" : "hết "}${sayMoment(milestone.lastMoment)}` : null,
    milestone.recurrence ? `lặp lại: ${milestone.recurrence}` : null,
    milestone.yearImplied ? "năm suy từ văn bản" : null,
    milestone.vague ? "chưa có ngày" : null,
    milestone.owedBy === "us" ? "cơ quan ta phải làm" : null,
  ];
  return parts.filter(Boolean).join(", ");
}
