remind-none = { $plan }: không còn đơn vị nào chưa gửi, chờ bổ sung.
remind-no-plan = Hiện không có đơn vị nào còn nợ báo cáo.
remind-choose = Đôn đốc kế hoạch nào?
remind-plan = { $plan }: { $missing ->
    [0] { $mending } chờ bổ sung
   *[other] { $missing } chưa gửi{ $mending ->
        [0] { "" }
       *[other] , { $mending } chờ bổ sung
      }
  }
remind-head = 🔔 { $plan }: { $missing ->
    [0] { $mending } chờ bổ sung
   *[other] { $missing } chưa gửi{ $mending ->
        [0] { "" }
       *[other] , { $mending } chờ bổ sung
      }
  }
remind-mending = bổ sung, { $left }
remind-chosen = { $count ->
    [0] Bấm tên để chọn; bấm 📞 và số để gọi điện, xem đã đôn đốc những gì.
   *[other] Đã chọn { $count }. Chọn việc ở dưới.
  }
remind-filter-all = Tất cả ({ $count })
remind-filter-unseen = Chưa “Đã nhận” ({ $count })
remind-filter-late = Quá hạn ({ $count })
remind-filter-soon = Sắp đến hạn ({ $count })
remind-all = Chọn cả { $count }
remind-nothing = Bỏ chọn
remind-nudge = Nhắc { $count } đơn vị …
remind-extend = Gia hạn …
remind-waive = Miễn báo cáo …
remind-letter = Gửi công văn đôn đốc …
remind-export = Hồ sơ đôn đốc (Excel)
remind-exported = Hồ sơ đôn đốc của { $units } đơn vị.
remind-confirm =
    ⬆️ Trên đây là tin mà đơn vị sẽ thấy.
    Nhắc { $count } đơn vị về { $plan }.
remind-cool = Đã được nhắn trong { $hours } giờ qua ({ $count }): { $names }.
remind-unreachable = Không dùng bot, cần gọi điện ({ $count }): { $names }.
remind-later = 🌙 Ngoài giờ: tin sẽ đi lúc { $moment }.
remind-send = Nhắc { $count } đơn vị
remind-send-all = Nhắc cả { $count }, kể cả vừa được nhắn
remind-words = Thêm lời của Ban
remind-words-again = Sửa lời của Ban
remind-ask-words = Đồng chí gõ lời của Ban (nhiều nhất 300 ký tự); đơn vị sẽ đọc nguyên văn.
remind-sent = ✅ Đã xếp hàng nhắc { $count } đơn vị.
remind-sent-before = Việc này đã làm rồi.
remind-ask-day = Gia hạn chung cho { $count } đơn vị, { $plan }: đến hết ngày nào? Bấm một ngày, hoặc gõ ngày (ví dụ: 26/4).
remind-ask-reason = Hạn mới: hết { $day }. Đồng chí gõ lý do; đơn vị sẽ đọc nguyên văn.
remind-together = Gia hạn { $plan } cho { $count } đơn vị đến hết { $day }
remind-together-go = Gia hạn { $count } đơn vị
remind-extended = ✅ Đã gia hạn { $count } đơn vị: { $names }
remind-left = Không đổi (hạn đã muộn hơn, hoặc là đơn vị của đồng chí): { $names }.
remind-undo = Hoàn tác gia hạn
remind-undone = Đã trả hạn cũ cho { $count } đơn vị.
remind-ask-waive = Vì sao đơn vị không phải báo cáo kỳ này? Đồng chí gõ lý do (chỉ Ban thấy).
remind-waive-ask = Miễn báo cáo { $plan } cho { $count } đơn vị?
remind-waive-go = Miễn { $count } đơn vị
remind-waivers = { $plan }: { $count ->
    [0] không có đơn vị nào được miễn.
   *[other] { $count } đơn vị được miễn
  }
remind-waiver = • { $unit }: { $reason } (đ/c { $by }, { $when })
remind-lift = Bỏ miễn: { $unit }
remind-lifted = Đơn vị lại phải báo cáo.
remind-ask-letter = Đồng chí gửi tệp công văn đôn đốc { $plan } (.pdf, .docx), tới { $count } đơn vị. Lời kèm ghi cùng tệp.
remind-want-letter = Cần tệp công văn (.pdf, .docx).

nudge-words = Ban nhắn: { $words }

letter-head = 📄 Công văn đôn đốc { $plan }
letter-default = Ban gửi công văn (tệp kèm); đề nghị đồng chí quan tâm.
letter-due = Hạn báo cáo: { $until }.
letter-waiting = 📄 Đang kiểm tra { $name } …
letter-ready = 📄 { $name }: gửi tới { $count } đơn vị đã chọn
letter-refused = Không gửi được tệp này.
letter-sent = ✅ Đã xếp hàng gửi { $name } tới các đơn vị đã chọn.
letter-dropped = Đã bỏ { $name }.
letter-send = Gửi công văn
letter-preview = Xem trước

waiver-given = Đơn vị không phải báo cáo { $plan } kỳ này.
waiver-lifted = Đơn vị lại cần báo cáo { $plan }.
waiver-due = Hạn báo cáo: { $until }.

zalo-head = { $plan } – đến { $moment }
zalo-due = Hạn báo cáo: { $until } ({ $left })
zalo-missing = Ban chưa nhận được báo cáo của { $count } đơn vị:
zalo-none = Tất cả các đơn vị đã báo cáo. Trân trọng cảm ơn các đồng chí.
zalo-ask = Kính mong các đồng chí quan tâm, gửi sớm. Trân trọng.
zalo-how = Chạm và giữ tin dưới để chép, rồi dán vào nhóm Zalo.

call-met = Gặp
call-met-day = Gặp, hẹn { $day }
call-missed = Không gặp
call-strike = Xóa cuộc gọi vừa ghi
call-noted = Đã ghi cuộc gọi.
call-struck = Đã xóa cuộc gọi.

proof-head = 📞 { $unit } · { $plan }
proof-status = { $status }; hạn { $due }
proof-status-done-in-time = Đã báo cáo đúng hạn
proof-status-done-late = Đã báo cáo, quá hạn
proof-status-open-in-time = Chưa báo cáo, trong hạn
proof-status-open-late = Chưa báo cáo, quá hạn
proof-status-mending = Đề nghị bổ sung
proof-status-unmended = Chưa bổ sung, quá hạn
proof-status-waived = Miễn
proof-status-no-deadline = Không có hạn
proof-holder = { $title } { $name }{ $phone ->
    [none] { "" }, chưa có số điện thoại
   *[other] : { $phone }
  }
proof-nobody = Chưa có ai đăng ký.
proof-earlier = … và { $count } việc trước đó
proof-sheet = Đôn đốc
proof-heading = Hồ sơ đôn đốc { $plan }, đến { $moment }
proof-column-number = STT
proof-column-unit = Đơn vị
proof-column-what = Nội dung
proof-column-status = Tình hình
proof-column-due = Hạn
proof-column-when = Lúc
proof-column-deed = Việc đã làm

deed-none = Chưa có
deed-announcement = Thông báo
deed-reminder = Nhắc hạn
deed-correction = Đính chính
deed-nudge = Đôn đốc
deed-letter = Công văn đôn đốc
deed-returned = Đề nghị bổ sung
deed-draft = Hỏi báo cáo đang soạn
deed-mending = Nhắc bổ sung
deed-withdrawal = Rút đề nghị bổ sung
deed-signed = Nhắc bản có chữ ký
deed-message = { $what } tới đ/c { $person }: { $state }{ $when ->
    [none] { "" }
   *[other] { " " }lúc { $when }
  }
deed-state-acknowledged = đã bấm “Đã nhận”
deed-state-pending = đang chờ gửi
deed-state-sending = đang gửi
deed-state-sent = đã gửi
deed-state-blocked = không gửi được, đã chặn bot
deed-state-failed = không gửi được
deed-state-unknown = đã gửi, không rõ có đến
deed-state-cancelled = không gửi, không còn cần
deed-call-missed = đ/c { $by } gọi, không gặp
deed-call-met = đ/c { $by } gọi, gặp
deed-call-promised = đ/c { $by } gọi, gặp, hẹn { $day }
deed-extension-asked = xin gia hạn đến { $until } ({ $reason })
deed-extension-offered = Ban đề nghị { $until }, chờ đơn vị
deed-extension-granted = gia hạn đến { $until }, đ/c { $by } ({ $reason })
deed-extension-refused = không gia hạn đến { $until }, đ/c { $by }
deed-extension-declined = đơn vị không nhận hạn { $until }
deed-extension-withdrawn = đề nghị hoặc gia hạn đến { $until } đã rút
deed-extension-lapsed = đề nghị gia hạn đến { $until } không còn cần
deed-waiver = miễn, đ/c { $by } ({ $reason })
deed-waiver-lifted = miễn rồi bỏ miễn, đ/c { $by } ({ $reason })
