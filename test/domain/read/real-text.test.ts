/**
 * What real pages taught: news, notices and schedules of sites, as invented sentences of the same build, and their
 * innocent twins. A wanted finding is "kind day": of a range "kind first..last", of a period "kind 2026-03"; an hour,
 * "strict" and the rhythm follow.
 */
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/domain/plan/read/read-plan.ts";
import type { ReadMilestone } from "../../../src/domain/plan/read/reading.ts";

const say = ({ kind, from, due, period, time, strictBefore, recurrence }: ReadMilestone) =>
  [kind, from ? `${from}..${due}` : (due ?? period), time, strictBefore ? "strict" : null, recurrence]
    .filter(Boolean)
    .join(" ");
const found = (text: string) => readPlan(text).reading.milestones.map(say);

const stamped = (text: string) => `Tin hoạt động\n\n10:15 | 20/03/2026\n\n${text}`;

describe("told, not ordered", () => {
  it.each<[string, string[]]>([
    [
      "Ngày 8/4/2026, Huyện Đoàn phát động đợt viết thư. Nhận thư trước ngày 10/6/2026.",
      ["task 2026-06-10 strict"],
    ],
    ["Đến ngày 02/01/2026 vẫn còn nhiều đơn vị chưa nộp báo cáo về Sở.", []],
    ["Từ ngày 1/1 đến ngày 6/7/2026, tỉnh giao 833 nhiệm vụ cho các sở.", []],
    ["Đến hết ngày 15/3/2026, mới có 7/23 chi bộ gửi báo cáo về Văn phòng Đảng ủy.", []],
    ["Hết ngày 20/3/2026, còn 05 xã chưa báo cáo kết quả rà soát.", []],
    ["Tới ngày 15/3/2026, chỉ có 12 đơn vị nộp hồ sơ đúng hạn.", []],
    ["Tính đến ngày 28/2/2026, toàn huyện đã có 30 đơn vị nộp báo cáo.", []],
    ["Trong tháng 2/2026, Công an xã tiếp nhận 14 tin báo, xử lý 9 trường hợp.", []],
    ["Từ ngày 15/02/2026 đến ngày 14/3/2026, trên địa bàn xảy ra 03 vụ cháy.", []],
    ["Qua kiểm tra, đến ngày 10/3/2026 các chi bộ vẫn chưa gửi biên bản họp.", []],
    ["Sáng 12/3/2026, tại hội trường UBND xã, Đảng ủy xã tổ chức hội nghị quán triệt nghị quyết.", []],
    [
      "Chiều ngày 12/3/2026, Huyện ủy họp phiên thường kỳ. Các đơn vị gửi báo cáo về Huyện ủy trước ngày 25/3/2026.",
      ["report 2026-03-25 strict"],
    ],
    ["(HY) - Ngày 12/3/2026, Hội Nông dân huyện ra mắt mô hình điểm.", []],
    [stamped("Ngày 18/3, Thành đoàn phối hợp với Sở Y tế tổ chức khám bệnh cho 200 người."), []],
    [stamped("Trong 2 ngày 17 và 18-3, Đảng bộ xã Tân Hòa tiến hành đại hội điểm."), []],
    [
      stamped("Hội thao diễn ra trong 3 ngày (từ 20 - 22/3/2026), có 400 vận động viên."),
      ["event 2026-03-20..2026-03-22"],
    ],
    [stamped("Phiên họp thường kỳ tháng 3 diễn ra ngày 18/3, bàn việc thu ngân sách."), []],
    [stamped("Phiên họp thường kỳ tháng 4 sẽ diễn ra ngày 18/4."), ["event 2026-04-18"]],
    // Innocent twins.
    ["Đến ngày 20/3/2026, các chi bộ phải nộp đủ báo cáo về Đảng ủy.", ["report 2026-03-20"]],
    ["Các đơn vị chưa nộp báo cáo khẩn trương gửi về Sở trước ngày 20/3/2026.", ["report 2026-03-20 strict"]],
    [
      "Từ ngày 01/4/2026 đến ngày 15/4/2026, mỗi chi bộ tổ chức 01 buổi lao động.",
      ["event 2026-04-01..2026-04-15"],
    ],
    ["Ngày 20/5/2026, Đảng ủy xã sẽ tổ chức hội nghị sơ kết.", ["event 2026-05-20"]],
    ["Theo kế hoạch, ngày 21/5/2026, Huyện ủy sẽ duyệt văn kiện đại hội.", ["event 2026-05-21"]],
    ["Trước đó, vào đêm ngày 12/5/2026, huyện sẽ tổ chức đêm văn nghệ.", ["event 2026-05-12"]],
  ])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));
});

describe("a report needs a text that orders units to report", () => {
  const reports = (text: string) => found(text).filter((one) => one.startsWith("report"));
  it.each([
    "Ban Tổ chức nhận bài dự thi đến hết ngày 30/9/2026.",
    "Thí sinh nộp lệ phí trước ngày 28/4/2026.",
    "Thời gian nhận hồ sơ dự tuyển: từ ngày 01/6/2026 đến hết ngày 30/6/2026.",
    "Hạn nộp bài: 17h00 ngày 30/6/2026.",
    "Tác phẩm dự thi gửi về Tòa soạn chậm nhất ngày 15/8/2026.",
    "Sinh viên đăng ký tham gia tại đường dẫn trước 12h00 ngày 24/3/2026.",
    "Bạn đọc gửi bài về hộp thư của báo từ nay đến ngày 30/4/2026.",
    "Phụ huynh nộp hồ sơ nhập học cho con từ ngày 01/7/2026 đến ngày 05/7/2026.",
    "Phụ huynh có nguyện vọng chấm lại thì nộp đơn ở trường từ ngày 16/6/2026 đến 19/6/2026.",
    "Ban Tổ chức kéo dài thời gian nhận tác phẩm của hội viên các đơn vị, kết thúc vào ngày 31/10/2026.",
    "Ban Tổ chức gửi giấy mời đến các đại biểu trước ngày 10/5/2026.",
    "Thời gian: từ ngày 01/9/2026 đến hết ngày 31/10/2026 (Gửi đính kèm thể lệ đến các đơn vị).",
    "Sở sẽ gửi kết quả cho các trường trước ngày 20/5/2026.",
    "Các huyện ủy tổng kết bằng báo cáo, hoàn thành trước ngày 31/5/2026.",
    "Các chi bộ hoàn thành báo cáo chính trị trước ngày 15/3/2026.",
    "Chỉnh sửa, hoàn thiện dự thảo báo cáo chính trị trước ngày 15/3/2026.",
    "Buổi báo cáo chuyên đề tổ chức vào ngày 15/4/2026.",
    "Lịch làm việc\n\nTHỨ HAI, NGÀY 25/5/2026:\n- PCT: 14 giờ, nghe báo cáo tiến độ (Phòng Nội vụ chuẩn bị báo cáo).",
    "Các đơn vị mỗi năm thực hiện 02 kỳ báo cáo.",
    "Báo cáo của Sở cho thấy, trong quý I/2026 có 30 xã đạt chuẩn.",
    "Thông báo kết quả cho thí sinh trước ngày 20/7/2026.",
    "Công chức nghe báo cáo thời sự vào sáng ngày 15/4/2026.",
    "Đảng ủy xã nộp tiền ủng hộ vào tài khoản trước ngày 15/4/2026.",
  ])("none: %s", (text) => expect(reports(text)).toEqual([]));

  it.each([
    ["Đề nghị các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 15/12/2026.", "report 2026-12-15 strict"],
    ["Trước ngày 20-10-2026, UBND các huyện phải báo cáo sơ bộ kết quả.", "report 2026-10-20 strict"],
    ["Các trường tập hợp bài dự thi, gửi về Phòng Giáo dục chậm nhất ngày 15/8/2026.", "report 2026-08-15"],
    [
      "Các công đoàn bộ phận gửi danh sách vận động viên về Công đoàn Trường trước ngày 10/4/2026.",
      "report 2026-04-10 strict",
    ],
    [
      "Đoàn kiểm tra hoàn thành báo cáo, trình Ban Thường vụ trước ngày 25/11/2026.",
      "report 2026-11-25 strict",
    ],
  ])("one: %s", (text, wanted) => expect(reports(text)).toEqual([wanted]));

  it("what the board will do with the reports is no report of units", () => {
    expect(
      found(
        "Gửi báo cáo về Sở Nội vụ trước ngày 15/12/2026 để tổng hợp, báo cáo Bộ Nội vụ trước ngày 31/12/2026.",
      ),
    ).toEqual(["report 2026-12-15 strict"]);
  });
});

describe("stamps of sites and dates of documents", () => {
  it.each<[string, string[]]>([
    [
      "Chi bộ mời họp.\n\nThời gian: 8h30 thứ ba ngày 15 tháng 9 năm 2026\nĐịa điểm: Hội trường.",
      ["event 2026-09-15 08:30"],
    ],
    [
      "21/01/2026\n\nĐề nghị các chi bộ báo cáo kết quả. Báo cáo trước ngày 10/01/2026.",
      ["report 2026-01-10 strict"],
    ],
    ["09:08, 31/08/2026\nMở lớp bồi dưỡng đảng viên", []],
    [
      "THỨ BA, 25/02/2026 08:51:00\n\nĐại hội điểm dự kiến tổ chức trước ngày 25.3.",
      ["task 2026-03-25 strict"],
    ],
    [
      "19/05/2026 16:42 Số lượt xem: 76\n\nTheo chương trình, đại hội sẽ diễn ra ngày 20/5/2026.",
      ["event 2026-05-20"],
    ],
    [
      "(15:36 | 27/11/2026)\n\nKhám tuyển tại huyện từ ngày 11/12 đến ngày 14/12/2026.",
      ["event 2026-12-11..2026-12-14"],
    ],
    ["Cập nhật ngày: 12/03/2031\n\nDự kiến thời gian trao giải là ngày 22/4/2026.", ["event 2026-04-22"]],
    [
      "date 2026-11-14 Hội Chữ thập đỏ tặng quà.\n\nDự kiến ngày 20/11, đoàn công tác sẽ đến xã để trao quà.",
      ["event 2026-11-20"],
    ],
    [
      "20/03/2026\nXem cỡ chữ Đọc bài viết In trang\n\nCác đơn vị gửi danh sách về Sở trước ngày 25/4.",
      ["report 2026-04-25 strict"],
    ],
  ])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));

  it.each([
    [
      "Ngày 16 tháng 01 năm 2027\n\nĐẢNG ỦY XÃ HÒA LẠC\n*\nSố 12-TB/ĐU\nHòa Lạc, ngày 04 tháng 5 năm 2026\n\nTHÔNG BÁO\nlịch họp\n\nHội nghị tổ chức vào ngày 12/5/2026.",
      "2026-05-04",
    ],
    [
      "PHÒNG NỘI VỤ\nSố: 45/PNV-TĐ\nEa H’leo ngày 10 tháng 9 năm 2026\n\nKính gửi: UBND các xã.",
      "2026-09-10",
    ],
    [
      "UBND HUYỆN EA KAR CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 45/KH-UBND Ea Kar, ngày 10 tháng 9 năm 2026 KẾ HOẠCH Tổ chức Hội thi\n\nCăn cứ Luật.",
      "2026-09-10",
    ],
    ["THÔNG BÁO\nvề họp chi ủy\n\n- Thời gian: 14h00' thứ Tư, ngày 12/5/2026\n- Địa điểm: Phòng họp", null],
    ["Thời gian: Đại hội tiến hành ½ ngày, ngày 18/6/2026", null],
  ])("issued: %s", (text, issued) => expect(readPlan(text).reading.issued).toBe(issued));
});

describe("headers as news retells them", () => {
  it.each([
    [
      "Ngày 11/06/2026, UBND tỉnh Lâm Hà ban hành văn bản số 1764/UBND- SNV về việc văn thư.",
      "1764/UBND-SNV",
      "2026-06-11",
      "UBND tỉnh Lâm Hà",
    ],
    [
      "UBND thành phố vừa có Thông báo số 678/TB-UBND ngày 01/02/2026 về nghỉ Tết.",
      "678/TB-UBND",
      "2026-02-01",
      "UBND thành phố",
    ],
    [
      "Ngày 18/10, Hội Nông dân tỉnh đã ký văn bản số 846/HND-VP báo lùi thời gian.",
      "846/HND-VP",
      null,
      "Hội Nông dân tỉnh",
    ],
    [
      "Hội Nhà văn khẩn trương chuẩn bị mở đại hội. Hội Nhà văn TP.BV mời các nhà văn dự gặp mặt.",
      null,
      null,
      "Hội Nhà văn TP.BV",
    ],
    ["Sở Nội vụ vừa có Công văn hỏa tốc số 123/SNV-CCVC gửi các đơn vị.", "123/SNV-CCVC", null, "Sở Nội vụ"],
  ])("%s", (text, number, issued, issuer) => {
    expect(readPlan(text).reading).toMatchObject({ number, issued, issuer });
  });
});

describe("hours under a day, school years, weekdays", () => {
  it.each<[string, string[]]>([
    [
      "Lịch tuần thứ 10\n\nTHỨ NĂM, NGÀY 05/3:\n\n- Chủ tịch: 7 giờ 30’, dự họp tỉnh về việc năm 2025, kế hoạch năm 2026. 13 giờ 30’, họp giao ban.\n- PCT.VX: Sáng làm việc tại cơ quan. 14 giờ, kiểm tra trường.",
      ["event 2026-03-05 07:30", "event 2026-03-05 13:30", "event 2026-03-05 14:00"],
    ],
    [
      "THỨ BẢY, NGÀY 28/3/2026\nChủ tịch: 7 giờ 30 phút, dự lớp tập huấn.\nCHỦ NHẬT, NGÀY 29/3/2026\nPhó Chủ tịch: 8 giờ, kiểm tra ngày chạy.",
      ["event 2026-03-28 07:30", "event 2026-03-29 08:00"],
    ],
    [
      "KẾ HOẠCH\nthi đua năm học 2025-2026\n\nTrước ngày 18/10 các trường gửi đăng ký về Phòng.",
      ["report 2025-10-18 strict"],
    ],
    [
      "KẾ HOẠCH\nthi đua năm học 2025-2026\n\nTrước ngày 18/5 các trường gửi báo cáo về Phòng.",
      ["report 2026-05-18 strict"],
    ],
    ["Lịch họp năm 2025 và 2026\n\nMời dự họp lúc 8h00 thứ Năm, ngày 05/3.", ["event 2026-03-05 08:00"]],
  ])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));
});

describe("descriptions and exclusions", () => {
  it.each<[string, string[]]>([
    ["Do đây là việc quan trọng trong tháng 4 và 5/2026 nên mong các cơ sở quan tâm.", []],
    ["Để chuẩn bị cho tuyển quân vào đầu năm 2026, huyện tổ chức khám.", []],
    ["Tuyên truyền một số sự kiện diễn ra trong tháng 9 năm 2026.", []],
    ["Các trường hoàn thành chương trình (dự kiến thời điểm kết thúc năm học là ngày 15/7/2026).", []],
    ["Người lao động được nghỉ ngày Quốc tế Lao động ngày 01/5/2026 (thứ sáu).", ["event 2026-05-01"]],
    ["Dự tính khám tuyển vào cuối tháng 12/2026.", ["event 2026-12"]],
    ["Thời gian nhận bài được tính từ ngày 1/12/2026 đến ngày 22/12/2026.", ["task 2026-12-01..2026-12-22"]],
    ["Tham mưu sơ kết vào năm 2028, tổng kết vào năm 2030.", ["task 2028", "task 2030"]],
    ["Thời gian: Đại hội tiến hành ½ ngày, ngày 18/6/2026", ["event 2026-06-18"]],
    ["Thời gian: 01 ngày, ngày 18/6/2026", ["event 2026-06-18"]],
    [
      "Từ ngày 23/3/2026 (Thứ Hai) đến hết ngày 27/3/2026 (Thứ Sáu), đoàn viên mặc áo xanh.",
      ["task 2026-03-23..2026-03-27"],
    ],
    [
      "Cán bộ nghỉ Tết từ thứ Hai ngày 16/02/2026 đến hết thứ Sáu ngày 20/02/2026.",
      ["event 2026-02-16..2026-02-20"],
    ],
    [
      "Treo cờ Tổ quốc từ chiều ngày 29/4/2026 đến hết ngày 01/5/2026 (lễ 30/4 và 1/5).",
      ["task 2026-04-29..2026-05-01"],
    ],
    [
      "Đề nghị các đơn vị gửi gấp về Hội đồng. Nếu gửi muộn sau 20/5/2026 sẽ không kịp làm thẻ.",
      ["report 2026-05-20"],
    ],
    [
      "Gửi báo cáo trước ngày 15/5/2026. Nếu gửi muộn sau 20/5/2026 sẽ không tổng hợp.",
      ["report 2026-05-15 strict"],
    ],
    ["Kỳ thi được tổ chức vào các ngày 26, 27/6/2026.", ["event 2026-06-26", "event 2026-06-27"]],
    ["Tiến hành đại hội từ tháng 01 đến cuối tháng 03 năm 2026.", ["event 2026-01/2026-03"]],
    ["Ngày bầu cử là Chủ nhật, ngày 15/3/2026.", ["event 2026-03-15"]],
    ["Sinh viên đi học lại từ ngày 03/02/2026.", ["event 2026-02-03"]],
    ["Phát động “Tuần lễ áo dài” từ ngày 1 đến 8-3-2026.", ["event 2026-03-01..2026-03-08"]],
  ])("%s", (text, wanted) => expect(found(text)).toEqual(wanted));

  it("a yearly rhythm in a title or a sum asks for nothing", () => {
    expect(
      found(
        "KẾ HOẠCH\nkiểm điểm, xếp loại chất lượng hằng năm\n\nCác chi bộ gửi báo cáo trước ngày 5/12/2026.",
      ),
    ).toEqual(["report 2026-12-05 strict"]);
    expect(
      found(
        "Các đơn vị mỗi năm thực hiện 2 kỳ báo cáo:\n- Kỳ 1: trước ngày 15/6/2026\n- Kỳ 2: trước ngày 15/12/2026",
      ),
    ).toEqual(["report 2026-06-15 strict", "report 2026-12-15 strict"]);
  });
});

describe("actions", () => {
  const actions = (text: string) => readPlan(text).reading.milestones.map(({ action }) => action);
  it.each<[string, string[]]>([
    [
      "Chia làm hai kỳ:\n+ Kỳ 01: Từ ngày 01/3/2026 đến ngày 30/4/2026\n+ Kỳ 02: Từ ngày 01/9/2026 đến ngày 30/10/2026",
      ["Chia làm hai kỳ (Kỳ 01)", "Chia làm hai kỳ (Kỳ 02)"],
    ],
    [
      "UBND các huyện báo cáo sơ bộ trước ngày 10-11-2026, trước ngày 16-11-2026 phải báo cáo chính thức.",
      ["báo cáo sơ bộ", "báo cáo chính thức"],
    ],
    [
      "Hạn chót đăng ký là ngày 20/9/2026, thời gian bắt đầu thi là ngày 26/9/2026.",
      ["Hạn chót đăng ký", "bắt đầu thi"],
    ],
    [
      "Theo kế hoạch, lễ giao quân năm 2026 sẽ được tổ chức vào sáng ngày 13/2/2026.",
      ["lễ giao quân năm 2026"],
    ],
    ["Hồ sơ đề nghị khen thưởng (03 bộ) gửi trước ngày 5/8/2026.", ["Hồ sơ đề nghị khen thưởng (03 bộ) gửi"]],
    [
      "3. Họp giao ban bí thư chi bộ: 14h00 thứ Năm 23/10/2026, tại phòng họp tầng 2.",
      ["Họp giao ban bí thư chi bộ"],
    ],
    [
      "Trường thông báo về việc huy động đoàn viên cổ vũ hội thi như sau:\n\n1. Thời gian: Từ 18g30 đến 21g ngày 19/05/2026\n\n2. Địa điểm: Hội trường lớn",
      ["huy động đoàn viên cổ vũ hội thi"],
    ],
    [
      "Báo cáo gửi về Cục trước ngày 25/06/2026 đối với báo cáo 06 tháng; trước ngày 28/11/2026 đối với báo cáo năm.",
      ["Báo cáo gửi về Cục (báo cáo 06 tháng)", "Báo cáo gửi về Cục (báo cáo năm)"],
    ],
  ])("%s", (text, wanted) => expect(actions(text)).toEqual(wanted));
});

describe("how sure", () => {
  it.each([
    ["Đề nghị các chi bộ gửi báo cáo về Đảng ủy trước ngày 25/4/2026.", "high", null],
    ["Đề nghị các chi bộ gửi gấp danh sách. Nếu gửi muộn sau 20/5/2026 sẽ không kịp.", "low", "late"],
    ["Mời dự họp vào thứ Hai, ngày 10/3/2026.", "low", "weekday"],
    ["Các đơn vị gửi danh sách về Văn phòng từ nay đến ngày 30-4.", "low", "year"],
    ["Hội thi được tổ chức vào ngày 15/4/2026.", "low", "told"],
    ["12:07, 26/07/2026\n\nHội thao sẽ bế mạc vào ngày 25/7/2026.", "low", "past"],
  ])("%s: %s, %s", (text, sure, doubt) => {
    expect(readPlan(text).reading.milestones).toMatchObject([{ sure, doubt }]);
  });
});
