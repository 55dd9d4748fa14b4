summary-sheet-overview = Tổng hợp
summary-sheet-standing = Đơn vị × mốc
summary-sheet-answers = Trả lời
summary-sheet-opinions = Ý kiến
summary-sheet-urging = Gửi và nhắc
summary-sheet-meaning = Giải thích
summary-page = Trang { $page }/{ $pages }
summary-title-frozen = { $title } – số liệu chốt { $moment }, người chốt: { $by }
summary-section-progress = I. TÌNH HÌNH BÁO CÁO
summary-section-figures = II. SỐ LIỆU
summary-section-choices = III. LỰA CHỌN, NGÀY, DANH SÁCH
summary-section-late = IV. BỔ SUNG SAU CHỐT
summary-late-new = { $unit }: báo cáo sau chốt ({ $code })
summary-late-again = { $unit }: gửi lại sau chốt ({ $code })
summary-column-what = Nội dung
summary-column-unit = Đơn vị tính
summary-column-value = Số liệu
summary-column-share = Tỷ lệ
summary-column-answered = Từ (đơn vị)
summary-column-asked = Trên (đơn vị)
summary-column-least = Nhỏ nhất
summary-column-least-unit = Đơn vị có số nhỏ nhất
summary-column-most = Lớn nhất
summary-column-most-unit = Đơn vị có số lớn nhất
summary-column-accepted = Đã chấp nhận
summary-column-awaiting = Chờ xem
summary-column-since-year = Lũy kế từ đầu năm
summary-column-last-year = Cùng kỳ năm trước
summary-column-previous = Kỳ trước
summary-column-change = Tăng/giảm
summary-column-change-share = Tăng/giảm (%)
summary-column-check = Cần xem lại
summary-column-place = TT
summary-column-code = Mã
summary-column-name = Đơn vị
summary-column-kind = Loại
summary-column-occasion = Việc, kỳ báo cáo
summary-column-due = Hạn
summary-column-effective = Hạn sau gia hạn
summary-column-standing = Trạng thái
summary-column-sent = Gửi lúc
summary-column-version = Lần gửi
summary-column-returned = Số lần đề nghị bổ sung
summary-column-extended = Gia hạn
summary-column-report = Mã báo cáo
summary-column-use = Số liệu
summary-column-in-total = Cộng
summary-column-heading = Mục
summary-column-alike = Nhóm
summary-column-opinion = Ý kiến
summary-column-count = Số đơn vị
summary-column-units = Các đơn vị
summary-column-chosen = Thứ tự chọn
summary-column-edited = Ban sửa thành
summary-column-when = Lúc
summary-column-deed = Việc đã làm
summary-column-figure = Số liệu
summary-column-means = Giải thích
summary-unit-report = báo cáo
summary-group = Đã báo cáo: { $kind }
summary-declared = { $label }, trong đó { $parts }
summary-days = { $label }: từ { $first } đến { $last }
summary-twice = { $count } người, mục có ở nhiều dòng
summary-same-row = có ở dòng khác
summary-more-units = { $names } và { $count } đơn vị khác
summary-mean = { $label } (bình quân)
summary-gone = { $label } (bản { $versions }, nay không hỏi)
summary-outlier-last = { $unit }: { $value }, kỳ trước { $against }
summary-outlier-median = { $unit }: { $value }, xa mức thường gặp ({ $against })
summary-outlier-above = { $unit }: { $value }, nhiều hơn số được phép ({ $against })
summary-total = Tổng
summary-yes = có
summary-files = { $count } tệp
summary-occasion = { $plan ->
    [none] { "" }
   *[other] { $plan }:{ " " }
  }{ $action }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }
summary-period-year = năm { $year }
summary-period-quarter = quý { $quarter }/{ $year }
summary-period-month = tháng { $month }/{ $year }
summary-period-week = tuần { $week }/{ $year }
summary-nothing-said = Trả lời không có
summary-standing-done-in-time = hoàn thành đúng hạn
summary-standing-done-late = hoàn thành quá hạn
summary-standing-mending = đề nghị bổ sung
summary-standing-mending-late = chưa bổ sung, quá hạn
summary-standing-open-in-time = chưa báo cáo, trong hạn
summary-standing-open-late = chưa báo cáo, quá hạn
summary-standing-no-deadline = chưa báo cáo, không có hạn
summary-standing-waived = miễn kỳ này
summary-use-counted = có trong tổng
summary-use-nil = không phát sinh
summary-use-returned = đang bổ sung, chưa cộng
summary-use-unreviewed = chờ xem, chưa cộng
summary-use-covered = đã nằm trong số của cấp trên
summary-use-waived = miễn
summary-use-missing = chưa có báo cáo
summary-progress-expected = Phải báo cáo
summary-progress-sent = Đã báo cáo
summary-progress-sent-in-time = Đã báo cáo, đúng hạn
summary-progress-accepted = Đã báo cáo, được chấp nhận
summary-progress-awaiting = Đã báo cáo, chờ xem
summary-progress-returned = Đã báo cáo, đề nghị bổ sung
summary-progress-mending-behind = Chưa bổ sung, quá hạn
summary-progress-done = Đã hoàn thành
summary-progress-done-in-time = Hoàn thành đúng hạn
summary-progress-done-late = Hoàn thành quá hạn
summary-progress-missing = Chưa báo cáo
summary-progress-missing-behind = Chưa báo cáo, quá hạn
summary-progress-nil = Không phát sinh
summary-progress-extended = Được gia hạn
summary-progress-waived = Miễn kỳ này
summary-progress-covered = Đã nằm trong số của cấp trên
summary-means-section-scope = PHẠM VI
summary-means-section-progress = TÌNH HÌNH BÁO CÁO
summary-means-section-figures = SỐ LIỆU
summary-means-section-private = KHÔNG ĐƯA VÀO TỆP
summary-means-title = Nội dung
summary-means-board = Ban tổng hợp
summary-means-moment = Số liệu đến
summary-means-frozen = Chốt số liệu
summary-means-frozen-by = { $moment }, { $by } chốt; báo cáo đến sau được ghi riêng là bổ sung sau chốt.
summary-means-occasion = Việc, kỳ
summary-means-counts = Báo cáo được cộng
summary-means-counts-sent = Báo cáo đã gửi: được chấp nhận và chờ xem. Báo cáo đang bổ sung không cộng.
summary-means-counts-accepted = Chỉ báo cáo được chấp nhận. Báo cáo chờ xem và đang bổ sung không cộng.
summary-means-decimals = Số chữ số sau dấu phẩy của tỷ lệ
summary-means-progress-expected = Tất cả báo cáo các đơn vị phải gửi, trừ phần được miễn. Là mẫu số của tỷ lệ.
summary-means-progress-sent = Đơn vị đã gửi, kể cả chờ xem và đang bổ sung.
summary-means-progress-sent-in-time = Lần gửi đầu trước hạn (kể cả hạn được gia hạn), và mọi lần bổ sung đúng ngày.
summary-means-progress-accepted = Ban đã chấp nhận.
summary-means-progress-awaiting = Ban chưa xem.
summary-means-progress-returned = Ban đã đề nghị bổ sung, đơn vị chưa gửi lại.
summary-means-progress-mending-behind = Đã qua ngày phải bổ sung.
summary-means-progress-done = Được chấp nhận hoặc chờ xem.
summary-means-progress-done-in-time = Đã hoàn thành và đúng hạn.
summary-means-progress-done-late = Đã hoàn thành nhưng quá hạn.
summary-means-progress-missing = Chưa gửi lần nào.
summary-means-progress-missing-behind = Chưa gửi lần nào và đã qua hạn.
summary-means-progress-nil = Báo cáo “không phát sinh”: là báo cáo, đếm riêng, không có số liệu.
summary-means-progress-extended = Hạn đã được lùi.
summary-means-progress-waived = Không phải báo cáo kỳ này; không tính vào mẫu số.
summary-means-progress-covered = Chi bộ trực thuộc mà đảng bộ cấp trên đã báo cáo: số liệu không cộng hai lần.
summary-means-way-sum = Cộng số của các đơn vị, các kỳ.{ $share ->
    [none] { "" }
   *[other] { " " }Tỷ lệ tính từ các tổng, so với “{ $share }”.
  }
summary-means-way-last = Cộng số của các đơn vị; nhiều kỳ thì lấy kỳ cuối của từng đơn vị.{ $share ->
    [none] { "" }
   *[other] { " " }Tỷ lệ tính từ các tổng, so với “{ $share }”.
  }
summary-means-way-mean = Bình quân của các câu trả lời.{ $share ->
   *[other] { "" }
  }
summary-means-way-none = Không cộng: chỉ nêu số nhỏ nhất, lớn nhất.{ $share ->
   *[other] { "" }
  }
summary-means-way-ratio = Tính từ các tổng, không lấy bình quân của các tỷ lệ.{ $share ->
   *[other] { "" }
  }
summary-means-declared = Tổng chung do biểu mẫu quy định, gồm các nhóm khác nhau nêu sau “trong đó”.
summary-means-check = Cần xem lại
summary-means-check-how = Số chênh nhiều so với kỳ trước, so với các đơn vị, hoặc nhiều hơn số giới hạn. Vẫn được cộng; đề nghị xem trước khi ký.
summary-means-private = Câu riêng tư: nội dung không có trong tệp này.{ $answered ->
    [none] { "" }
   *[other] { " " }Số đơn vị có trả lời: { $answered }.
  }
summary-deed-none = chưa gửi, chưa nhắc
summary-report-title = Báo cáo { $subject }
summary-report-opening = Thực hiện { $what }, { $board } tổng hợp, báo cáo kết quả như sau:
summary-report-leading = I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI
summary-report-issued = Đã triển khai { $plans } đến { $units } đơn vị.
summary-report-results = II- KẾT QUẢ
summary-report-judged = III- ĐÁNH GIÁ CHUNG
summary-report-strengths = 1. Ưu điểm
summary-report-difficulties = 2. Hạn chế, khó khăn, nguyên nhân
summary-report-tasks = IV- NHIỆM VỤ, GIẢI PHÁP THỜI GIAN TỚI
summary-report-proposals = V- ĐỀ XUẤT, KIẾN NGHỊ
summary-report-closing = Trên đây là báo cáo của { $board }.
summary-report-progress = Tính đến { $moment }, có { $sent }/{ $expected } báo cáo đã gửi (đạt { $share }), trong đó { $inTime } báo cáo đúng hạn{ $nil ->
    [0] { "" }
   *[other] , { $nil } báo cáo không phát sinh
  }. { $counts ->
    [accepted] Số liệu dưới đây chỉ gồm { $accepted } báo cáo được chấp nhận.
   *[sent] Số liệu dưới đây gồm { $accepted } báo cáo được chấp nhận và { $awaiting } báo cáo chờ xem{ $returned ->
        [0] { "" }
       *[other] , chưa gồm { $returned } báo cáo đang bổ sung
      }.
  }
summary-report-from = tổng hợp từ { $answered }/{ $asked } đơn vị
summary-report-share = đạt { $share } so với { $of }
summary-report-range = { $label }: từ { $least } đến { $most }
summary-report-since-year = lũy kế từ đầu năm { $value }
summary-report-last-year = cùng kỳ năm trước { $value }, { $change ->
    [same] không đổi
    [more] tăng { $by }{ $percent ->
        [none] { "" }
       *[other] { " " }({ $percent })
      }
   *[less] giảm { $by }{ $percent ->
        [none] { "" }
       *[other] { " " }({ $percent })
      }
  }
summary-report-declared = { $label }: { $total }, trong đó { $parts }
summary-report-choice = { $label }: { $count } đơn vị{ $reports ->
    [none] { "" }
   *[other] { " " }({ $reports } báo cáo)
  }
summary-report-none = { $count }/{ $asked } đơn vị trả lời không có { $label }.
summary-report-examples = Đơn vị tiêu biểu: { $units }.
summary-report-list = { $label }: { $count } { $item } (tổng hợp từ { $answered }/{ $asked } đơn vị).
summary-report-appendix = PHỤ LỤC
summary-report-appendix-part = PHỤ LỤC { $part }
summary-report-appendix-note = Số liệu theo đơn vị, đến { $moment }
summary-report-internal = TRANG NỘI BỘ
summary-report-internal-note = Không gửi kèm báo cáo. Đơn vị chưa hoàn thành báo cáo, đến { $moment }
summary-report-internal-none = Tất cả các đơn vị đã hoàn thành báo cáo.
summary-report-column-place = TT
summary-report-column-name = Đơn vị
summary-report-column-occasion = Việc, kỳ
summary-report-column-standing = Trạng thái
summary-report-column-due = Hạn
summary-report-column-urged = Đã đôn đốc
summary-letter-subject = V/v gửi báo cáo thực hiện { $cited }
summary-letter-to-many = { $count } đơn vị có tên trong danh sách dưới đây
summary-letter-opening = Thực hiện { $cited };
summary-letter-one = { $board } chưa nhận được báo cáo của { $unit }: { $action }, hạn { $until }.
summary-letter-many = { $board } chưa nhận được báo cáo của { $count } đơn vị sau:
summary-letter-wanted = Đề nghị các đồng chí quan tâm, gửi báo cáo về { $board } chậm nhất { $wanted }.{ $contact ->
    [none] { "" }
   *[other] { " " }Đầu mối: { $contact }.
  }
summary-title = { $plan }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }{ $group ->
    [none] { "" }
   *[other] { " " }({ $group })
  }
summary-plans = Tổng hợp { $count } kế hoạch
summary-some-units = một số đơn vị
summary-report-subject = { $titles ->
    [several] kết quả thực hiện các kế hoạch
   *[other] kết quả thực hiện việc { $titles }
  }{ $period ->
    [none] { "" }
   *[other] , { $period }
  }
summary-urged = { $count ->
    [0] chưa nhắc
   *[other] đã nhắc, gọi { $count } lần, gần nhất { $last }
  }
summary-file-book = Tổng hợp
summary-file-report = Báo cáo
