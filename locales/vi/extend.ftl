extend-none = Hiện không có báo cáo nào cần xin gia hạn.
extend-choose = Đồng chí xin gia hạn báo cáo nào?
extend-head = 🕓 Xin gia hạn báo cáo { $plan } · { $unit }
extend-present = Hạn hiện nay: { $due }
extend-ask-day = Đồng chí xin đến hết ngày nào? Bấm một ngày, hoặc gõ ngày (ví dụ: 26/4).
extend-day = Hết { $day }
extend-wished = Xin đến hết { $day }
extend-ask-reason = Vì sao cần thêm thời gian? Bấm một dòng, hoặc gõ lý do.
extend-reason-meeting = Chờ họp chi bộ
extend-reason-away = Đồng chí phụ trách đi công tác
extend-reason-sum = Chờ số liệu để tổng hợp
extend-unit = Đơn vị: { $unit }
extend-why = Lý do: { $reason }
extend-why-board = Ban ghi: { $reason }
extend-original = Hạn gốc: { $until }
extend-contact = Đầu mối: đ/c { $name }{ $phone ->
    [none] .
   *[other] , ĐT { $phone }.
  }
extend-unit-asked = 🕓 Đã gửi Ban đề nghị gia hạn { $plan } đến { $wished }. Hạn chưa đổi cho đến khi Ban trả lời.
extend-unit-offered = 🕓 Ban đề nghị hạn mới của { $plan }: { $offered } (đồng chí xin { $wished }).
extend-unit-granted = ✅ Hạn mới của báo cáo { $plan }: { $granted }
extend-unit-refused = Báo cáo { $plan } giữ hạn cũ: { $present }
extend-unit-declined = Đã ghi nhận: giữ hạn cũ của { $plan }, { $present }.
extend-unit-withdrawn = Đã rút đề nghị gia hạn { $plan }. Hạn: { $present }.
extend-unit-restored = Hạn báo cáo { $plan } trở lại như trước: { $present }. Ban đã rút lần gia hạn vừa báo.
extend-unit-settled = Đề nghị gia hạn { $plan } không còn cần nữa. Hạn: { $due }.
extend-unit-lapsed = Đề nghị gia hạn { $plan } không còn cần nữa: đơn vị không phải báo cáo kỳ này.
extend-refused-why = Ý kiến của Ban: { $reason }
extend-withdraw = Rút đề nghị
extend-take = Nhận hạn này
extend-leave = Giữ hạn cũ
extend-staff-asked = 🕓 { $unit } xin gia hạn
extend-staff-offered = 🕓 { $unit } xin gia hạn: đã đề nghị ngày khác, chờ đơn vị trả lời
extend-staff-granted = ✅ { $unit }: đã gia hạn
extend-staff-refused = { $unit }: không gia hạn
extend-staff-declined = { $unit } không nhận hạn Ban đề nghị, giữ hạn cũ
extend-staff-withdrawn = { $unit } đã rút đề nghị gia hạn
extend-staff-lapsed = { $unit }: đề nghị gia hạn không còn cần
extend-staff-wished = Xin đến: { $until }
extend-staff-by = Người xin: đ/c { $name }, { $when }
extend-staff-many = ⚠️ Lần xin thứ { $ordinal }: đã gia hạn nhiều lần.
extend-staff-offer = Ban đề nghị: { $until }
extend-staff-new = Hạn mới: { $until }
extend-staff-decided = Người quyết định: đ/c { $name }, { $when }
extend-approve = Đồng ý
extend-other = Đề nghị ngày khác
extend-refuse = Không gia hạn
extend-offer-head = Đề nghị ngày khác với { $unit }
extend-ask-offer = Bấm một ngày, hoặc gõ ngày (ví dụ: 26/4). Đơn vị sẽ trả lời nhận hay không.
extend-ask-refusal = Đồng chí gõ ý kiến của Ban; { $unit } sẽ đọc nguyên văn.
extend-decided-refuse = Đã ghi: { $unit } giữ hạn cũ, { $present }.
extend-decided-offer = Đã đề nghị { $unit } hạn mới: { $offered }. Chờ đơn vị trả lời.
extend-list = { $plan }: { $count ->
    [0] không có đề nghị gia hạn nào đang chờ.
   *[other] { $count } đề nghị gia hạn đang chờ
  }
extend-list-offered = { " " }(chờ đơn vị)
extend-button = Xin gia hạn
extend-was = Hạn khi xin: { $due }
