forms-head = 📋 Biểu mẫu báo cáo. Đồng chí chọn một biểu mẫu để xem, thử, sửa; hoặc nhận biểu mẫu mới từ tệp Excel.
forms-line = { $title } · bản { $version }{ $plans ->
    [0] {""}
   *[other] {" "}· { $plans } kế hoạch
  }
forms-line-retired = ⏸ { $title } · bản { $version }
forms-bring = + Nhận biểu mẫu từ tệp Excel
forms-card = 📋 { $title }
forms-shared = Biểu mẫu dùng chung, mã: { $key }
forms-own = Biểu mẫu của Ban, mã: { $key }
forms-retired-since = ⏸ Đã ngừng dùng từ { $moment }; không còn trong danh sách chọn của /broadcast.
forms-version-now = Bản { $version } (hiện nay), từ { $moment }: { $questions } câu{ $plans ->
    [0] .
   *[other] ; { $plans } kế hoạch, { $reports } báo cáo.
  }
forms-version = Bản { $version }, từ { $moment }: { $questions } câu{ $plans ->
    [0] .
   *[other] ; { $plans } kế hoạch, { $reports } báo cáo.
  }
forms-required = Câu có dấu * phải trả lời.
forms-used = Dùng ở: { $plans }{ $more ->
    [0] .
   *[other] ; và { $more } kế hoạch khác.
  }
forms-unused = Chưa kế hoạch nào dùng.
forms-question = { $number }. { $label }{ $required ->
    [yes] {" "}*
   *[no] {""}
  } – { $kind }{ $relevant ->
    [yes] , hỏi khi cần
   *[no] {""}
  }{ $private ->
    [yes] , riêng tư
   *[no] {""}
  }
forms-more-questions = … và { $count } câu nữa
forms-kind-text = chữ
forms-kind-integer = số nguyên
forms-kind-decimal = số lẻ
forms-kind-percent = tỷ lệ %
forms-kind-date = một ngày
forms-kind-days = một hoặc nhiều ngày
forms-kind-yesno = có/không
forms-kind-choice = chọn một
forms-kind-choices = chọn nhiều
forms-kind-register = chọn trong danh bạ
forms-kind-files = tệp, ảnh
forms-kind-group = danh sách
forms-kind-computed = tự tính
forms-try = Thử như đơn vị
forms-save = Xuất .xlsx
forms-saved = Biểu mẫu “{ $title }”, bản { $version }. Đồng chí sửa trong Excel rồi gửi lại bằng nút “Nhận bản sửa”; cột name giữ nguyên thì câu trả lời cũ còn dùng được.
forms-bring-version = Nhận bản sửa từ tệp Excel
forms-retire = Ngừng dùng
forms-revive = Dùng lại
forms-retire-ask = Ngừng dùng “{ $title }”? Kế hoạch mới không chọn được nữa.{ $running ->
    [0] {""}
   *[other] {" "}{ $running } kế hoạch đang thu báo cáo vẫn dùng tiếp.
  } Lúc nào cũng dùng lại được.
forms-retire-yes = Ngừng dùng
forms-ask-file = { $title ->
    [none] Đồng chí gửi tệp Excel (.xlsx) của biểu mẫu, theo mẫu XLSForm: các trang survey, choices, settings. Muốn có tệp mẫu, đồng chí xuất một biểu mẫu có sẵn.
   *[other] Đồng chí gửi tệp Excel (.xlsx) là bản sửa của “{ $title }”. Đồng chí được xem các thay đổi trước khi nhận.
  }
forms-faults = 📄 { $name }: chưa nhận được, { $count } chỗ cần sửa
forms-faults-more = … và { $count } chỗ nữa: xem đủ trong tệp gửi kèm.
forms-faults-again = Đồng chí sửa trong Excel rồi gửi lại tệp vào đây.
forms-fault-cell = { $sheet }, ô { $cell } ({ $heading })
forms-fault-row = { $sheet }, hàng { $row }
forms-read = 📄 Đã đọc biểu mẫu “{ $title }”: { $count } câu
forms-is-new = Biểu mẫu mới, mã: { $key }. Các câu:
forms-compared = So với bản { $version } của “{ $title }”:
forms-same = Giống hệt bản { $version } của “{ $title }”: không có gì thay đổi.
forms-ignored = Không dùng đến: { $names }.
forms-running = { $count } kế hoạch đang thu báo cáo theo bản hiện nay. Báo cáo đã gửi không đổi; báo cáo đang soạn giữ các câu trả lời còn phù hợp và được hỏi thêm phần mới.
forms-needs-page = ⚠️ Câu “{ $label }” riêng tư và bắt buộc, mà chưa có địa chỉ trang web (WEB_URL): đơn vị không điền được, báo cáo không gửi được.
forms-take = Nhận biểu mẫu này
forms-take-version = Nhận bản này
forms-take-all = Nhận, dùng ngay cho { $count } kế hoạch
forms-take-later = Nhận, chỉ dùng cho kế hoạch sau
forms-try-first = Thử trước
forms-drop = Không nhận
forms-dropped = Không nhận tệp này. Biểu mẫu giữ nguyên.
forms-taken = ✅ Đã nhận “{ $title }”, bản { $version }.{ $plans ->
    [0] {""}
   *[other] {" "}{ $plans } kế hoạch đang thu báo cáo hỏi theo bản này từ bây giờ.
  }
forms-taken-already = Đã nhận biểu mẫu này.
forms-open = Xem biểu mẫu
forms-offer = ‹ Biểu mẫu đang chờ nhận
forms-all = Các biểu mẫu
forms-change-title = ~ Tên biểu mẫu: { $after }
forms-change-nil = { $allowed ->
    [yes] ~ Được trả lời “Không phát sinh”
   *[no] ~ Không còn nút “Không phát sinh”
  }
forms-change-added = + Câu mới: { $label }
forms-change-removed = − Bỏ câu: { $label }
forms-change-changed = ~ { $label }: { $parts }
forms-change-order = ~ Thứ tự các câu
forms-part-kind = loại câu hỏi (hỏi lại)
forms-part-words = lời hỏi
forms-part-required = bắt buộc hay không
forms-part-rules = điều kiện, công thức
forms-part-options = các lựa chọn
forms-part-limits = giới hạn
forms-part-default = giá trị có sẵn
forms-part-private = riêng tư
forms-part-wording = lời hỏi theo loại đơn vị
forms-part-columns = các cột của danh sách
forms-part-total = cách tổng hợp
forms-try-as = Biểu mẫu này có lời hỏi riêng cho từng loại đơn vị. Đồng chí thử như đơn vị nào?
forms-try-as-other = Đơn vị khác
forms-trial = 🧪 BẢN THỬ, không gửi đi
forms-trial-last = Bản thử dùng số liệu kỳ trước giả định, để đồng chí thấy nút “Kỳ trước” và câu hỏi lại khi số chênh nhiều.
forms-trial-ask = Đơn vị sẽ bấm “Gửi báo cáo” ở đây. Bấm số của mục để thử sửa.
forms-trial-send = Xong (bản thử, không gửi)
forms-trial-end = ✕ Kết thúc bản thử
forms-trial-over = Đã kết thúc bản thử. Không có gì được gửi hay lưu lại.
problem-form-not-found = Không tìm thấy biểu mẫu này. Đồng chí bấm /forms để xem danh sách.
problem-form-not-xlsx = { $name ->
    [none] Đồng chí gửi tệp Excel (.xlsx) của biểu mẫu.
   *[other] { $name } không phải tệp Excel .xlsx. Đồng chí lưu thành .xlsx rồi gửi lại.
  }
problem-form-not-waiting = Biểu mẫu này đã được nhận, hoặc đã có tệp mới hơn. Đồng chí bấm /forms để xem.
problem-form-moved-on = Biểu mẫu vừa có bản mới khác. Đồng chí gửi lại tệp để so với bản hiện nay.
problem-form-retired = Biểu mẫu này đã ngừng dùng. Đồng chí chọn biểu mẫu khác, hoặc bấm /forms để dùng lại.
problem-form-is-default = Đây là biểu mẫu mặc định của các kế hoạch, không ngừng dùng được. Đồng chí có thể sửa nó.
problem-form-is-shared = Biểu mẫu này nhiều Ban dùng chung, chỉ quản trị sửa được. Đồng chí đổi form_id trong trang settings để có biểu mẫu riêng của Ban.
problem-form-trial-none = Không có bản thử nào đang mở. Đồng chí bấm /forms để thử lại.
