broadcast-ask = Đồng chí gửi tệp kế hoạch (.docx, .pdf, .txt), ảnh chụp từng trang, hoặc dán nội dung vào đây.
broadcast-draft-left = Còn bản đang soạn: { $plan }.
broadcast-go-on = Soạn tiếp bản này
broadcast-want-file = Cần tệp .docx, .pdf, .txt, ảnh chụp các trang, hoặc nội dung kế hoạch bằng chữ.
broadcast-paste-more = Đã nhận phần { $count }. Nếu còn, đồng chí dán tiếp; nếu hết, bấm “Hết”.
broadcast-paste-done = Hết
broadcast-reading = 📄 Đang đọc { $file } …
broadcast-reading-text = 📄 Đang đọc văn bản đã dán …
broadcast-owed-units = Đơn vị làm
broadcast-owed-owner = Ban làm
broadcast-after-failure = Chưa có gì được gửi đi. Đồng chí bấm /broadcast để gửi tệp khác hoặc dán nội dung.
broadcast-drop-failed = Bỏ bản này
broadcast-missing = (không thấy)
broadcast-card = 📄 Bản đang soạn: { $plan }
broadcast-number = Số, ký hiệu: { $value }
broadcast-title = Trích yếu: { $value }
broadcast-issuer = Cơ quan ban hành: { $value }
broadcast-issued = Ngày ban hành: { $value }
broadcast-milestones = { $count ->
    [0] Không thấy mốc thời gian nào. Đồng chí có thể thêm mốc.
   *[other] Các mốc ({ $count }):
  }
broadcast-more-milestones = … và { $count } mốc nữa
broadcast-milestone = { $number }. { $kind } ({ $owedBy }): { $action }
broadcast-last-moment = Chậm nhất { $moment }
broadcast-quote = { " " }– “{ $quote }”
broadcast-past = { " " }⚠️ đã qua
broadcast-past-line = ⚠️ Hạn này đã qua.
broadcast-audience-line = Gửi tới: { $count } đơn vị ({ $what })
broadcast-audience-all = tất cả
broadcast-audience-single = chọn từng đơn vị
broadcast-owes-nothing = Kế hoạch này chưa có mốc báo cáo nào của đơn vị: đơn vị chỉ bấm “Đã nhận”.
broadcast-open-milestone = Mốc { $number }
broadcast-all-milestones = Tất cả các mốc
broadcast-add-milestone = + Thêm mốc báo cáo
broadcast-mend-number = Sửa số
broadcast-mend-title = Sửa trích yếu
broadcast-mend-issuer = Sửa cơ quan
broadcast-mend-issued = Sửa ngày
broadcast-choose-audience = Nơi nhận ({ $count })
broadcast-preview = Xem trước, gửi ›
broadcast-keep = Để sau
broadcast-drop = Bỏ
broadcast-drop-ask = Bỏ bản đang soạn { $plan }? Những gì đã sửa sẽ mất.
broadcast-drop-yes = Bỏ hẳn
broadcast-dropped = Đã bỏ bản đang soạn.
broadcast-kept = Đã giữ bản đang soạn. Đồng chí bấm /broadcast hoặc /plans để làm tiếp.
broadcast-milestone-card = Mốc của { $plan }
broadcast-actor = Ai làm: { $actor }
broadcast-read-from = Theo văn bản: “{ $quote }”
broadcast-by-board = Ngày này do Ban đề nghị, không ghi trong văn bản.
broadcast-strict-why = “trước ngày” hiểu chặt là hết { $date }. Nếu ý là trong ngày đó, đồng chí đổi ở dưới.
broadcast-ends = Hết { $date }
broadcast-mend-due = Đổi ngày
broadcast-mend-action = Sửa nội dung
broadcast-remove = Xóa mốc này
broadcast-removed = Đã xóa mốc.
broadcast-doubt = ❓ Chưa chắc: { $why }
broadcast-doubt-keep = Giữ mốc { $number }
broadcast-doubt-drop = Bỏ mốc { $number }
broadcast-doubt-stands = Giữ mốc này
broadcast-confirm-doubtful = ❓ { $count } mốc chưa chắc, Ban chưa giữ: đơn vị không nhận, không phải làm.
broadcast-day = Ngày
broadcast-default-action = báo cáo kết quả thực hiện
broadcast-new-number = Đang ghi: { $present }. Đồng chí gõ số, ký hiệu mới (ví dụ: 100-KH/ĐUK).
broadcast-new-title =
    Đang ghi: { $present }

    Đồng chí gõ trích yếu mới.
broadcast-new-issuer = Đang ghi: { $present }. Đồng chí gõ tên cơ quan ban hành.
broadcast-new-issued = Đang ghi: { $present }. Đồng chí gõ ngày ban hành (ví dụ: 15/3/2024).
broadcast-new-add = Đồng chí gõ ngày hạn và nội dung (ví dụ: 25/4/2024 báo cáo kết quả học tập). Hạn tính đến hết ngày đó.
broadcast-new-due = Hạn hiện nay: hết { $present }. Đồng chí gõ ngày mới (ví dụ: 26/4/2024). Hạn tính đến hết ngày đó.
broadcast-new-action =
    Đang ghi: { $present }

    Đồng chí gõ nội dung mới.
broadcast-audience =
    Nơi nhận { $plan }: { $count } đơn vị
broadcast-all = Tất cả ({ $count })
broadcast-single = Chọn từng đơn vị
broadcast-single-chosen = Bấm để chọn hoặc bỏ. Đã chọn: { $count }
broadcast-confirm =
    ⬆️ Trên đây là tin mà đơn vị sẽ thấy.
    Gửi { $plan } tới { $units } đơn vị; { $reached } đơn vị nhận được qua bot.
broadcast-to-deputies = Gửi cấp phó vì chưa có người đứng đầu dùng bot: { $names }.
broadcast-unreached = Không nhận được ({ $count }):
broadcast-why-nobody = ✖ { $unit }: chưa có ai đăng ký
broadcast-why-unregistered = ✖ { $unit }: người giữ chức danh chưa có tài khoản ở kênh này
broadcast-why-blocked = ✖ { $unit }: đã chặn bot
broadcast-still-owe = Các đơn vị này vẫn được tính là phải báo cáo; Ban cần báo bằng cách khác.
broadcast-confirm-past = ⚠️ { $count } hạn báo cáo đã qua: đơn vị sẽ quá hạn ngay khi nhận.
broadcast-quiet = 🌙 Đang ngoài giờ (19:00–07:00).
broadcast-send = Gửi ngay tới { $count } đơn vị
broadcast-send-morning = Gửi lúc { $moment }
broadcast-mend-more = ‹ Sửa tiếp
broadcast-sending = Đã xếp hàng gửi tới { $reached }/{ $units } đơn vị. Tiến độ ở tin dưới.
broadcast-sent-already = Kế hoạch này đã được gửi.
broadcast-reading-scan = 📄 Đang đọc bản quét: trang { $done }/{ $total } …
broadcast-from-scan = 🔎 Đọc từ bản quét: đồng chí so lại số, ngày với bản gốc.
broadcast-doubtful = ⚠️ Chưa chắc: { $words }
broadcast-unread = ⚠️ Trang chưa đọc được: { $pages }. Trước khi gửi, đồng chí xem các trang này có dấu MẬT không.
broadcast-unseen = ⚠️ Chưa xem được trong tệp: { $parts }. Trước khi gửi, đồng chí xem các phần này có dấu MẬT không.
broadcast-checked = Đã kiểm tra, không có dấu mật
broadcast-checked-at = ✓ Đã kiểm tra, không có dấu mật: { $moment }
broadcast-restricted = 🔒 Văn bản lưu hành nội bộ: đơn vị nhận được nhưng không chuyển tiếp, không tải về được.
broadcast-schedule-month = Cuối tháng này
broadcast-schedule-quarter = Cuối quý này
broadcast-schedule-year = Cuối năm nay
broadcast-nominate = Cử người dự …
broadcast-nominate-action = cử người dự { $event }
broadcast-quota = Số người mỗi đơn vị
broadcast-new-nominate = Mỗi đơn vị cử mấy đồng chí, gửi danh sách chậm nhất ngày nào? Đồng chí gõ ngày hạn và số người (ví dụ: 20/4/2024 5). Hạn tính đến hết ngày đó.{ $present }
broadcast-strict-mark = { " " }⚖️ hiểu chặt, đổi ở nút Mốc
broadcast-pages = 📷 Đã nhận { $pages } trang. Đồng chí gửi tiếp trang sau; nếu đã đủ, bấm “Xong”.
broadcast-pages-end = Xong
broadcast-pages-less = Bỏ trang { $page }
broadcast-pages-ended = 📷 Đã nhận đủ { $pages } trang. Đơn vị sẽ nhận các trang này trong một tệp PDF.
broadcast-pages-only = Đang nhận ảnh các trang ({ $pages } trang), tin này chưa được nhận. Đồng chí gửi tiếp ảnh; nếu đã đủ, bấm “Xong”; nếu muốn gửi tệp khác, bấm “Bỏ” trước.
broadcast-reading-pages = 📄 Đang đọc { $pages } trang ảnh …
broadcast-withheld = 🔒 Văn bản lưu hành nội bộ: theo cài đặt, không gửi tệp; đơn vị nhận thông báo có hạn và nơi nhận bản giấy.
broadcast-form = Biểu mẫu: { $title }
broadcast-form-of = Biểu mẫu của mốc { $number }: { $title }
broadcast-choose-form = Đổi biểu mẫu
broadcast-which-form =
    Đơn vị báo cáo theo biểu mẫu nào? ({ $plan })

    { $action }
