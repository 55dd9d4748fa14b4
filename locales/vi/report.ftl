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
report-in-file = (trong tệp)
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
report-list = Danh sách
report-list-head = Các mục của báo cáo { $plan } · { $unit }
report-list-ask = Cần sửa mục nào, đồng chí bấm số của mục đó; hoặc trả lời tiếp câu trên.
report-private = (mục riêng tư, điền trên trang riêng)
report-private-open = 🔒 Điền mục riêng tư
report-private-filled = 🔒 Đã ghi mục riêng tư trên trang riêng.
report-review-private = { $count ->
   *[other] Còn { $count } mục riêng tư: đồng chí bấm “🔒 Điền mục riêng tư”. Điền xong, báo cáo hiện lại ở đây để gửi.
  }
report-stopped = ✏️ Báo cáo { $plan } đang soạn: đã có { $answered }/{ $total } mục
report-stopped-kept = Những gì đã ghi vẫn còn nguyên. Đồng chí bấm “Làm tiếp” để trả lời các mục còn lại.
report-stopped-whole = Các mục đã trả lời đủ nhưng báo cáo chưa được gửi. Đồng chí bấm “Làm tiếp”, rồi “Gửi báo cáo”.
report-stopped-due = Hạn đến { $until }. Trân trọng.
report-stopped-on = Làm tiếp
report-form-changed = Biểu mẫu vừa được sửa: các câu đã trả lời còn phù hợp được giữ nguyên.
report-yes = Có
report-no = Không
report-jump = { $label }: kỳ trước { $last }, kỳ này { $value }, đúng không? Nếu chưa đúng, đồng chí gõ lại số.
report-is-right = Đúng: { $value }
report-why = { $label }: kỳ trước { $last }, kỳ này { $value }. Đồng chí ghi lý do, một câu.
report-no-reason = Không ghi lý do
report-suggest-constant = Thường là: { $value }
report-suggest-last = Kỳ trước: { $value }
report-suggest-sum = Cộng lại: { $value }
report-group-item = mục
report-group-how = Gõ từng người, hoặc dán cả danh sách, hoặc gửi tệp Excel theo mẫu.
report-group-next = { $item } thứ { $number } (nhiều nhất { $max }) – { $column }?
report-group-full = Đã đủ { $max }. Đúng thì bấm “Xong mục này”.
report-group-remove = Bỏ { $number }
report-group-template = Mẫu Excel
report-group-template-how = Đồng chí điền mỗi người một dòng, rồi gửi lại tệp này vào đây.
report-row-fault = Dòng { $row } ({ $begins }), { $column }: { $problem }
report-rows-again = { $more ->
    [0] Chưa ghi { $count } dòng trên; đồng chí sửa và gửi lại riêng các dòng đó.
   *[other] … và { $more } dòng nữa. Đồng chí sửa và gửi lại riêng { $count } dòng chưa ghi.
  }
report-register-how = Đồng chí gõ vài chữ trong tên.
report-twins = ⚠ Cũng có trong danh sách của đơn vị khác: { $names }
report-held = Đ/c { $name } đang soạn báo cáo { $plan } · { $unit }
report-held-so-far = Đã có { $answered }/{ $total } mục, lần cuối { $moment }.
report-held-see = Xem
report-held-take = Tôi làm tiếp
report-file-ask = { $count ->
    [1] Tệp này là báo cáo của kế hoạch nào?
   *[other] { $count } tệp này là báo cáo của kế hoạch nào?
  }
report-file-other = Không phải báo cáo
report-file-taken = { $count ->
    [1] ✓ Tệp { $name } là báo cáo. Chỉ còn các số liệu.
   *[other] ✓ { $count } tệp là báo cáo. Chỉ còn các số liệu.
  }
report-file-left = Đã để riêng, tệp này không ghi vào báo cáo nào.
