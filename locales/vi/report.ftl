report-place = Câu { $index }/{ $total } · { $plan } · { $unit }
report-due = Chậm nhất { $until }
report-understood = ✓ { $label }: { $value }
report-present = Đang ghi: { $value }
report-files-more = Gửi thêm tệp, hoặc bấm “Xong mục này”.
report-quick-today = Hôm nay
report-quick-yesterday = Hôm qua
report-skip = Bỏ qua
report-back = ‹ Quay lại
report-done = Xong mục này ›
report-keep = Giữ nguyên ›
report-skipped = bỏ qua
report-nil = Không phát sinh
report-review = Xem lại ›
report-review-ask = Đúng thì bấm “Gửi báo cáo”. Cần sửa mục nào, bấm số của mục đó.
report-review-missing = { $count ->
   *[other] Còn { $count } mục chưa trả lời hoặc chưa khớp: bấm số của mục để bổ sung.
  }
report-unanswered = (chưa trả lời)
report-change-one = Sửa { $number }
report-send = Gửi báo cáo
report-nil-review =
    { $plan } · { $unit }

    Báo cáo: KHÔNG PHÁT SINH. Đơn vị không có nội dung phải báo cáo kỳ này.
report-nil-send = Gửi: không phát sinh
report-nil-back = ‹ Quay lại các câu hỏi
report-nil-said = Không phát sinh.
report-receipt = ✅ Đã tiếp nhận báo cáo của { $unit }
report-receipt-when = { $plan }, gửi lần { $version }, { $moment }: { $timeliness }.
report-in-time = đúng hạn
report-late = sau hạn
report-code = Mã tra cứu: { $code } (không phải số văn bản).
report-unsigned = Bản có chữ ký: chưa có, mong đồng chí gửi đến { $until }.
report-sha256 = SHA-256: { $sha256 }… (xem đủ: /verify)
report-mend-why = ✏️ Ban đề nghị: { $why }
report-thanks = Trân trọng cảm ơn đồng chí.
report-look = Xem lại báo cáo
report-again = Sửa, gửi lại
report-whole = Báo cáo của { $unit }, { $plan }
report-whole-when = Mã { $code }, lần { $version }, { $moment }: { $timeliness }
report-stray = Ghi câu này vào mục “{ $label }”?
report-stray-take = Ghi vào mục này
report-stray-drop = Không ghi
report-stray-taken = Đã ghi.
report-stray-dropped = Không ghi câu này vào báo cáo.
report-choose = Đồng chí báo cáo kế hoạch nào?
report-none = Hiện không có việc nào cần báo cáo.
report-resumed = Làm tiếp: đã có { $answered }/{ $total } mục.
report-review-head = Xem lại báo cáo { $plan } · { $unit }
