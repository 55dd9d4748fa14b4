review-none = Không còn báo cáo nào chờ xem.
review-waiting = 📥 Chờ xem: { $count } báo cáo
review-choose = Bấm một đơn vị để xem báo cáo.
review-one = { $unit } · { $plan }{ $version }
review-plan = Chỉ { $plan } ({ $count })
review-all-plans = Xem tất cả kế hoạch
review-many = Chấp nhận nhiều báo cáo
review-card = 📥 { $unit } · { $plan }
review-sender = Người gửi: { $name }
review-decided = { $state }: đ/c { $name }, { $moment }
review-mend-until = Bổ sung chậm nhất { $until } (lần { $count })
review-older = Đơn vị đã gửi lần { $version }; đây là bản trước.
review-changes = Thay đổi so với lần { $version }:
review-no-changes = Không thay đổi gì so với lần { $version }.
review-twin = ⚠ { $text }: cũng có trong danh sách của { $unit }
review-change = • { $label }: { $before } → { $after }
review-last-period = So với kỳ trước ({ $code }):
review-figure = • { $label }: { $now } (kỳ trước { $before })
review-figure-new = • { $label }: { $now } (kỳ trước không có)
review-figure-jump = ⚠️ { $label }: { $now } (kỳ trước { $before }), chênh lệch lớn
review-returns = Đã đề nghị bổ sung { $count } lần.
review-unseen = ⚠️ Chưa xem được, kiểm tra dấu mật: { $files }
review-unseen-private = { $count } tệp riêng tư
review-signed = Bản có chữ ký gửi sau: { $count } tệp, nhận lúc { $moment }.
review-unsigned = Bản có chữ ký: chưa có, đơn vị gửi đến { $until }.
review-state-awaiting = Ban chưa xem
review-state-accepted = ✅ Ban đã chấp nhận
review-state-returned = ✏️ Ban đề nghị bổ sung
review-accept = ✅ Chấp nhận
review-return = ✏️ Đề nghị bổ sung
review-withdraw = Rút đề nghị bổ sung
review-undo = Hoàn tác
review-reopen = Mở lại
review-whole = Xem đủ
review-next = Báo cáo sau ({ $count }) ›
review-open = Xem, duyệt
review-pick = Chấp nhận nhiều · { $plan }: { $count } báo cáo chờ xem
review-pick-page = Chọn cả trang
review-accept-many = ✅ Chấp nhận { $count } báo cáo đã chọn
review-back = ‹ Danh sách chờ xem
review-accepted-many = ✅ Đã chấp nhận { $count } báo cáo.
review-refused-many = Không chấp nhận được { $count }:
review-undone = Đã hoàn tác { $count } báo cáo.
review-withdrawn = Đã rút. Người đã nhận đề nghị được báo lại.
review-ask-reopen = Lý do mở lại báo cáo đã chấp nhận? (ghi vào nhật ký)
return-head = ✏️ Đề nghị bổ sung · { $unit } · { $plan }
return-choose = Bấm các mục cần bổ sung.
return-to-reasons = Tiếp: lý do ({ $count } mục) ›
return-whole = Cả báo cáo: ghi lý do chung ›
return-drop = Bỏ, không đề nghị
return-dropped = Đã bỏ. Báo cáo vẫn chờ xem.
return-no-why = • { $label }
return-concerned = • { $label }: { $why }
return-concerned-value = • { $label }: ghi { $value }; { $why }
return-common = Lý do chung: { $reason }
return-until = Bổ sung chậm nhất { $until }
return-needs-why = Cần ghi lý do trước khi gửi.
return-send = Gửi đề nghị
return-why-button = Lý do: { $label }
return-common-button = Lý do chung
return-day-button = Đổi ngày
return-fields-button = Chọn lại mục
return-day = Đơn vị bổ sung chậm nhất ngày nào?
return-in-days = { $day } ({ $count } ngày làm việc)
return-other-day = Ngày khác
return-back = ‹ Trở lại
return-day-label = Ngày bổ sung
return-ask-day = Ngày cuối đơn vị bổ sung? Ví dụ: 26/4.
return-ask-common = { $count ->
    [0] Cần bổ sung gì, vì sao? Đơn vị sẽ đọc đúng câu này.
   *[other] Lý do chung cho { $count } mục? Đơn vị sẽ đọc đúng câu này.
  }
return-ask-why =
    Mục “{ $label }”, đang ghi: { $value }
    Cần bổ sung gì, vì sao? Đơn vị sẽ đọc đúng câu này.
return-why-private = 🔒 Mục riêng tư: lý do đi qua tin nhắn, đồng chí không nhắc lại nội dung.
return-one-for-all = Một lý do cho cả { $count } mục
return-sent = Đã gửi đề nghị bổ sung tới { $unit } ({ $names }), chậm nhất { $until }.
return-sent-nobody = Đã ghi đề nghị bổ sung, chậm nhất { $until }. { $unit } chưa có ai nhận tin qua bot: Ban cần gọi điện.
returned-headline = ✏️ Đề nghị bổ sung báo cáo { $plan }
returned-seen = Ban đã xem báo cáo (mã { $code }), đề nghị đồng chí rà lại { $count } mục:
returned-seen-whole = Ban đã xem báo cáo (mã { $code }), đề nghị đồng chí bổ sung:
returned-field = • { $label }
returned-until = Các mục khác giữ nguyên. Mong đồng chí bổ sung đến { $until }.
returned-until-in-time = Các mục khác giữ nguyên. Bổ sung đến { $until } vẫn tính đúng hạn.
returned-whole-in-time = Bổ sung đến { $until } vẫn tính đúng hạn.
returned-mend = Bổ sung ngay
returned-ask = Hỏi Ban
returned-contact = { $phone ->
    [none] { $plan }: đồng chí liên hệ đ/c { $name }, { $board }.
   *[other] { $plan }: đồng chí liên hệ đ/c { $name }, { $board }, ĐT { $phone }.
  }
mending-headline = 🔔 Bổ sung báo cáo { $plan }: { $left }
mending-late-headline = Chưa nhận được phần bổ sung báo cáo { $plan }
mending = { $count ->
    [0] Ban mong nhận được phần bổ sung báo cáo (mã { $code }) đến { $until }.
   *[other] Ban mong nhận được { $count } mục bổ sung của báo cáo (mã { $code }) đến { $until }.
  }
mending-late = Hạn bổ sung báo cáo (mã { $code }) là { $until }. Đề nghị đồng chí quan tâm, gửi trong hôm nay.
taken-back-headline = Không cần bổ sung báo cáo { $plan } nữa
taken-back = Ban rút đề nghị bổ sung; báo cáo (mã { $code }) giữ nguyên như đã gửi. Mong đồng chí thông cảm.
read-private = 🔒 Đọc mục riêng tư
read-link =
    🔒 Trang đọc mục riêng tư: báo cáo { $plan }, { $unit }

    { $url }

    Chỉ dành cho đồng chí, mở được đến { $until }. Ai mở, lúc nào đều ghi vào nhật ký.
read-before = Báo cáo này có mục riêng tư, chỉ đọc ở trang này. Bấm “Mở báo cáo” thì nhật ký ghi: đ/c { $name } đã mở.
read-open = Mở báo cáo
read-with-care = 🔒 Mục có khóa là mục riêng tư: không chụp lại, không chuyển qua tin nhắn. Việc mở trang đã được ghi vào nhật ký.
read-file = Tải tệp { $name }
read-word = Tải bản Word có mục riêng tư
read-close = Đọc xong, đóng trang
read-closed-title = Đã đóng trang
read-foot = Trang của đ/c { $name }, mở được đến { $until }. Không chuyển liên kết này cho người khác.
read-over = Trang đọc mục riêng tư đã hết giờ. Đồng chí bấm “🔒 Đọc mục riêng tư” ở báo cáo trong khung chat để nhận liên kết mới.
read-revoked = Trang đọc mục riêng tư đã đóng. Cần đọc lại, đồng chí bấm “🔒 Đọc mục riêng tư” ở báo cáo trong khung chat.
