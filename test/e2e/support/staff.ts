/** What the staff do in their chat to send a plan; all plans of these tests begin there. */
import { dayText, STAFF } from "./rows.ts";
import { lastSaid, type Stage, tap } from "./stage.ts";

/** One report, due at the end of the fifth day from now. */
const text = () =>
  [
    "ĐẢNG BỘ TỈNH X\nĐẢNG ỦY KHỐI Y\n*\nSố 100-KH/ĐU\n\nKẾ HOẠCH\nhọc tập, quán triệt Chuyên đề\n",
    `Các chi bộ báo cáo kết quả học tập về Đảng ủy chậm nhất ngày ${dayText(5)}.`,
  ].join("\n");

/** The plan goes in as a file, is read and previewed; `publish` is the next tap. */
export async function compose(stage: Stage): Promise<void> {
  const { api } = stage;
  api.sendText(STAFF, "/broadcast");
  await shows(stage, /^Đồng chí gửi tệp kế hoạch/);
  // The conversation waits for the file only when the update is done with.
  await stage.settled();
  api.sendFile(STAFF, { name: "ke-hoach.txt", mime: "text/plain", bytes: Buffer.from(text()) });
  await shows(stage, /^📄 Bản đang soạn: Kế hoạch 100-KH\/ĐU/);
  tap(api, STAFF, /^Xem trước, gửi/);
  await shows(stage, /^⬆️ Trên đây là tin mà đơn vị sẽ thấy/);
}

export function publish(stage: Stage): void {
  tap(stage.api, STAFF, /^Gửi ngay tới/);
}

/** Resolves when all units have the plan and the staff have been told so. */
export async function published(stage: Stage, units: number, ms?: number): Promise<void> {
  const outcome = `^📤 Đã gửi xong Kế hoạch 100-KH/ĐU: ${units}/${units} đơn vị nhận được`;
  await shows(stage, new RegExp(outcome), ms);
}

/** Waits until these are the last words the staff see. */
export const shows = (stage: Stage, words: RegExp, ms?: number): Promise<string> =>
  stage.until(
    `the staff see ${words}`,
    () => {
      const last = lastSaid(stage.api, STAFF)?.text ?? "";
      return words.test(last) && last;
    },
    ms,
  );
