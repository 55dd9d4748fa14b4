problem-file-kind-unknown = Tệp { $name } không thuộc loại đọc được. Cần .docx, .pdf, .txt, hoặc ảnh chụp.
problem-file-kind-refused = { $remedy ->
    [unzip] Tệp nén { $name } không đọc được. Đồng chí giải nén rồi gửi tệp bên trong.
    [save-xlsx] Tệp { $name } là Excel kiểu cũ. Đồng chí mở ra, chọn “Lưu thành” .xlsx rồi gửi lại.
    [save-docx] Tệp { $name } không đọc được. Đồng chí mở ra, chọn “Lưu thành” .docx rồi gửi lại.
    [save-real-docx] Tệp { $name } thực ra là trang web hoặc RTF. Đồng chí mở bằng Word, chọn “Lưu thành” .docx rồi gửi lại.
    [save-real-xlsx] Tệp { $name } thực ra là trang web, chưa phải tệp Excel. Đồng chí mở bằng Excel, chọn “Lưu thành” .xlsx rồi gửi lại.
    [remove-password] Tệp { $name } có mật khẩu. Đồng chí bỏ mật khẩu rồi gửi lại.
   *[other] Tệp { $name } không dùng được ở đây. Cần .docx, .pdf, .txt, hoặc ảnh chụp.
  }
problem-file-too-large = Tệp { $name } quá lớn ({ $size }); tối đa { $limit }. Đồng chí gửi tệp nhỏ hơn hoặc dán nội dung.
problem-file-empty = Tệp { $name } không có nội dung. Đồng chí kiểm tra và gửi lại.
problem-file-broken = Tệp { $name } bị hỏng, không mở được. Đồng chí lưu lại rồi gửi tệp khác, hoặc dán nội dung.
problem-file-no-text = Tệp { $name } là bản quét hoặc ảnh, chưa có chữ để đọc. Đồng chí gửi tệp .docx, hoặc dán nội dung.
problem-file-too-many-pages = Tệp { $name } có { $pages } trang, quá { $limit } trang. Đồng chí gửi phần kế hoạch thôi.
problem-file-too-heavy = Tệp { $name } cần quá nhiều thời gian hoặc bộ nhớ để đọc nên đã dừng. Đồng chí gửi tệp .docx, bớt trang, hoặc dán nội dung.
problem-text-font-unreadable = Chữ tiếng Việt trong văn bản đã mất dấu, thành “?”. Đồng chí gửi tệp .docx hoặc .pdf gốc, hoặc dán lại nội dung.
problem-text-no-date = Không thấy ngày nào trong văn bản.
problem-table-no-rows = Bảng không có dòng nào. Cần một dòng tiêu đề và mỗi đơn vị một dòng.
problem-table-column-missing = Thiếu cột “{ $column }”. Các cột thấy được: { $found }.
problem-table-cell-empty = Dòng { $row }: ô “{ $column }” để trống.
problem-table-cell-error = Dòng { $row }: ô “{ $column }” là lỗi công thức ({ $text }). Đồng chí sửa ô đó, hoặc gõ giá trị vào.
problem-table-cell-uncalculated = Dòng { $row }: ô “{ $column }” có công thức chưa tính. Đồng chí mở tệp bằng Excel, lưu lại rồi gửi.
problem-table-hidden = { $what ->
    [sheet] Trang tính ẩn “{ $sheet }” không được đọc.
    [rows] Dòng ẩn { $where } (trang tính “{ $sheet }”) không được đọc.
   *[columns] Cột ẩn { $where } (trang tính “{ $sheet }”) không được đọc.
  }
problem-table-code-twice = Dòng { $row }: mã { $code } đã có ở dòng { $first }.
problem-table-parent-unknown = Dòng { $row }: không có đơn vị cấp trên nào mang mã { $code }.
problem-table-parent-loop = Các đơn vị trực thuộc vòng tròn ({ $codes }).
problem-table-too-large = Bảng quá lớn; tối đa { $rows } dòng, { $columns } cột.
problem-date-unreadable = { $label }: chưa rõ ngày “{ $text }”. Đồng chí gõ như 22/4 hoặc 22/4/2024.
problem-date-impossible = Không có ngày { $text }. Đồng chí kiểm tra và gõ lại, ví dụ 22/4.
problem-date-in-future = Ngày { $date } chưa tới. Đồng chí gõ lại ngày đã diễn ra.
problem-dates-too-many = Tối đa { $max } ngày. Đồng chí gõ ít ngày hơn.
problem-number-expected = { $label }: cần một con số, ví dụ 45.
problem-year-expected = { $label }: cần năm bằng bốn chữ số, ví dụ 1985.
problem-number-negative = { $label }: không thể là số âm.
problem-number-too-small = { $label }: ít nhất là { $min }.
problem-number-too-large = { $label }: nhiều nhất là { $max }. Đồng chí kiểm tra lại con số.
problem-number-more-than = { $label } không thể nhiều hơn { $other } ({ $limit }). Đồng chí kiểm tra lại.
problem-text-expected = Mục này cần trả lời bằng chữ.
problem-text-too-long = Dài quá { $max } ký tự. Đồng chí viết gọn lại; phần dài gửi kèm bằng tệp.
problem-choice-expected = { $label }: đồng chí bấm một trong các nút, hoặc gõ số thứ tự.
problem-file-expected = { $label }: cần một tệp hoặc ảnh. Chưa có thì bấm “Bỏ qua”.
problem-files-too-many = { $label }: tối đa { $max } tệp.
problem-answer-required = Mục “{ $label }” cần được trả lời, không bỏ qua được.
problem-question-none = Không có câu hỏi nào đang chờ. Đồng chí bấm nút ở tin trên, hoặc /tasks.
problem-form-incomplete = Còn { $count } mục chưa trả lời hoặc chưa khớp: { $fields }.
problem-not-allowed = Việc này không thuộc quyền của đồng chí. Đồng chí bấm /help để xem các lệnh dùng được.
problem-stranger = Đồng chí chưa được đăng ký. Đồng chí gõ mã mời do Ban cấp; nếu chưa có, mong đồng chí liên hệ Ban.
problem-code-unknown = Mã này không đúng. Đồng chí kiểm tra từng ký tự, hoặc xin Ban mã khác.
problem-code-expired = Mã này đã hết hạn. Mong đồng chí xin Ban mã mới.
problem-code-used = Mã này đã được dùng. Mong đồng chí xin Ban mã mới.
problem-code-guesses = Sai mã nhiều lần. Đồng chí thử lại sau { $minutes } phút, hoặc liên hệ Ban.
problem-code-paused = Bot đang tạm ngừng nhận mã vì có quá nhiều mã sai. Mã của đồng chí vẫn còn nguyên: mong đồng chí thử lại sau { $minutes } phút, hoặc liên hệ Ban.
problem-account-known = Tài khoản này đã là của đ/c { $name }, không nhập chung được. Nếu đúng người, đồng chí bấm xác nhận; nếu không, bấm “Không phải”.
problem-enrolment-decided = { $name } đã được xử lý trước đó.
problem-enrolment-pending = Mã đã được nhận, Ban đang xác nhận. Đồng chí chờ tin tại đây.
problem-plan-not-found = Không tìm thấy kế hoạch này. Đồng chí bấm /plans để xem danh sách.
problem-plan-not-draft = Kế hoạch này đã được gửi, không sửa được nữa. Đồng chí bấm /plans để xem.
problem-plan-no-title = Chưa có trích yếu. Đồng chí bấm “Sửa trích yếu” trước khi gửi.
problem-plan-no-audience = Chưa có đơn vị nào nhận. Đồng chí bấm “Nơi nhận” để chọn.
problem-plan-classified = Văn bản có dấu MẬT: không được gửi qua đây. Bản của hệ thống đã xóa. Tệp đồng chí gửi vẫn còn trên máy chủ của ứng dụng nhắn tin: đồng chí xóa tin đó và báo bộ phận bảo mật.
problem-plan-still-reading = Đang đọc văn bản, đồng chí chờ ít giây.
problem-obligation-not-found = Không tìm thấy việc này. Đồng chí bấm /tasks để xem việc cần làm.
problem-obligation-closed = Việc này đã kết thúc, không nhận báo cáo nữa. Đồng chí bấm /tasks để xem việc khác.
problem-draft-moved = Câu này đã được trả lời.
problem-draft-gone = Báo cáo này đã được gửi.
problem-unit-not-found = Không có đơn vị mang mã { $code }.
problem-button-old = Nút này đã cũ. Đồng chí bấm /tasks hoặc /plans để xem việc hiện nay.
problem-plan-unchecked = Có trang chưa đọc được. Đồng chí xem các trang đó, rồi bấm “Đã kiểm tra, không có dấu mật” trước khi gửi.
problem-answer-classified = Nội dung này có dấu MẬT: không được gửi qua đây và chưa được ghi. Tin đồng chí gửi còn trên máy chủ của ứng dụng nhắn tin: đồng chí xóa tin đó.
problem-post-gone = Chức danh này đã kết thúc trước đó. Đồng chí bấm /people để xem hiện nay.
problem-holder-none = { $unit } chưa có ai giữ chức danh. Đồng chí ghi tên bí thư ở /people trước.
problem-person-name = Họ tên gồm chữ cái, từ 2 đến { $max } ký tự. Đồng chí gõ lại.
problem-person-phone = Số điện thoại gồm 6 đến 20 chữ số. Đồng chí gõ lại, hoặc gõ “không” để bỏ trống.
problem-deputy-none = { $unit } chưa có cấp phó đăng ký. Mong đồng chí báo Ban để được mời.
problem-task-given = Việc này đang giao đ/c { $name }. Đồng chí lấy lại trước rồi giao người khác.
problem-task-not-given = Việc này của { $unit } hiện không giao cho ai.
problem-report-with-secretary = Báo cáo của đơn vị do đồng chí Bí thư gửi. Đồng chí bấm “Trình Bí thư duyệt”.
problem-proposal-gone = Báo cáo này đã được gửi hoặc đã chuyển lại trước đó.
problem-draft-held = Đ/c { $name } đang soạn báo cáo này.
problem-paper-sent = Đơn vị đã có báo cáo (mã { $code }). Xem lại trước khi nhập thêm.
problem-link-limit = Trang này đã nhận đủ số tệp cho phép. Mong đồng chí liên hệ Ban.
problem-web-absent = Hệ thống chưa có trang web riêng. Đồng chí báo đầu mối của Ban để gửi bằng cách khác.
problem-private-web-absent = Chưa có địa chỉ trang web nên chưa mở được mục riêng tư. Đồng chí nhờ quản trị viên đặt WEB_URL.
problem-file-gone = Tệp này chưa về hoặc không còn. Đồng chí xem lại sau ít phút.
problem-form-private-web = Biểu mẫu “{ $title }” có câu riêng tư bắt buộc (“{ $label }”) mà chưa có địa chỉ trang web để điền. Nhờ quản trị viên đặt WEB_URL; hoặc chọn biểu mẫu khác, hoặc để câu đó không bắt buộc.
problem-form-private-opened = “{ $label }” đã là câu riêng tư ở bản trước, câu trả lời cũ không thể thành công khai. Đồng chí giữ dondoc_private, hoặc đặt câu mới với tên khác “{ $name }”.
problem-file-not-allowed = Tệp { $name } không thuộc loại nhận được. Đồng chí gửi .pdf, .docx, .xlsx hoặc ảnh (.jpg, .png, .heic).
problem-answer-constraint = { $message ->
    [none] { $label }: chưa phù hợp. Đồng chí kiểm tra lại.
   *[other] { $label }: { $message }
  }
problem-number-which = { $label }: “{ $text }” có thể hiểu nhiều cách. Đồng chí chọn, hoặc gõ lại.
problem-number-places = { $label }: nhiều nhất { $places } chữ số sau dấu phẩy.
problem-number-again = Đồng chí gõ lại con số đúng.
problem-date-one = { $label }: đồng chí gõ một ngày thôi.
problem-yesno-expected = { $label }: đồng chí bấm “Có” hoặc “Không”.
problem-choices-expected = { $label }: chưa rõ “{ $text }”. Đồng chí bấm các nút, hoặc gõ số thứ tự như 1, 3.
problem-choices-too-many = { $label }: chọn nhiều nhất { $max }.
problem-register-unknown = { $label }: chưa thấy “{ $text }” trong danh sách. Đồng chí gõ vài chữ trong tên.
problem-register-which = { $label }: “{ $text }” là mục nào dưới đây?
problem-register-many = { $label }: có { $count } tên như vậy. Đồng chí gõ thêm vài chữ.
problem-list-not-table = { $name } không phải bảng Excel. Đồng chí gửi tệp .xlsx theo mẫu.
problem-rows-wrong = { $label }: chưa ghi được { $count } dòng.
problem-rows-unchanged = { $label }: giữ nguyên, vì { $count } dòng chưa đúng. Đồng chí sửa lại tin.
problem-rows-too-many = { $label }: nhiều nhất { $max } dòng.
problem-row-too-wide = có { $count } cột, danh sách chỉ có { $max }.
problem-group-edited = { $label }: sửa tin không sửa được danh sách. Đồng chí bỏ dòng sai rồi gõ lại dòng đó.
problem-group-over-quota = { $label }: { $count }, nhiều hơn chỉ tiêu ({ $max }). Đồng chí bỏ bớt.
problem-group-too-few = { $label }: mới có { $count }, cần ít nhất { $min }.
problem-group-twice = { $label }: dòng { $row } trùng với dòng { $first }. Đồng chí bỏ bớt một dòng.
problem-group-empty = { $label }: chưa có ai. Đồng chí gõ từng người, hoặc dán cả danh sách.
problem-field-private = “{ $label }” là mục riêng tư, chỉ điền trên trang riêng, không điền qua tin nhắn.
problem-form-changed = Biểu mẫu vừa được sửa.
problem-form-no-files = Biểu mẫu của kế hoạch này không có mục gửi tệp. Đồng chí trả lời các câu hỏi bằng /report.
problem-campaign-changed = Việc gửi tin đã sang bước khác. Đồng chí xem lại tin tiến độ.
problem-campaign-nothing-left = Không còn tin nào cần gửi lại.
problem-nothing-owed = Việc này không còn phải báo cáo nữa.
problem-pages-ended = Các trang này đã được nhận đủ. Đồng chí bấm /broadcast để gửi văn bản khác.
problem-pages-too-many = Nhiều nhất { $most } trang, { $megabytes } MB cho một văn bản. Đồng chí bấm “Xong” để đọc các trang đã nhận.
problem-pages-last = Chỉ còn một trang. Nếu không gửi nữa, đồng chí bấm “Bỏ”.
problem-picture-kind = Ảnh { $name } thuộc loại chưa đọc được. Đồng chí gửi lại dưới dạng ảnh thường (không chọn “Tệp”), hoặc tệp .jpg, .png.
problem-report-accepted = Ban đã chấp nhận báo cáo này nên không sửa được nữa. Cần sửa, đồng chí liên hệ Ban để mở lại.
problem-report-decided = { $state ->
    [accepted] { $unit }: đ/c { $name } đã chấp nhận báo cáo này.
   *[returned] { $unit }: đ/c { $name } đã đề nghị bổ sung báo cáo này.
  }
problem-report-newer = Đơn vị vừa gửi lần { $version }. Đồng chí xem bản mới ở /review.
problem-report-unknown = Không tìm thấy phiếu có mã { $code } trong phần việc của đồng chí. Đồng chí kiểm tra lại mã.
problem-review-own = Báo cáo của { $unit } do đồng chí hoặc đơn vị đồng chí gửi: cần người khác của Ban duyệt.
problem-reason-expected = Cần ghi lý do bằng chữ.
problem-undo-late = Quá { $minutes } phút hoặc người khác đã chấp nhận: mở từng báo cáo, bấm “Mở lại” và ghi lý do.
problem-return-date = Ngày bổ sung phải từ hôm nay đến { $max } ngày nữa. Đồng chí gõ lại, ví dụ 26/4.
problem-extension-open = Đề nghị gia hạn trước đang chờ trả lời. Đồng chí bấm /extend để xem.
problem-extension-decided = Đề nghị gia hạn này đã có kết quả.
problem-extension-own = Đề nghị của đơn vị mình thì đồng chí khác của Ban quyết định.
problem-extension-not-needed = Báo cáo này đã gửi hoặc không có hạn, không cần gia hạn.
problem-extension-not-later = Ngày này không muộn hơn hạn hiện nay. Đồng chí chọn ngày khác.
problem-extension-past = Ngày này đã qua. Đồng chí chọn ngày khác.
problem-extension-too-far = Ngày này xa quá { $days } ngày. Đồng chí chọn ngày gần hơn.
problem-nothing-chosen = Chưa chọn đơn vị nào. Đồng chí bấm vào tên đơn vị để chọn.
problem-nobody-to-nudge = Không có đơn vị nào nhận được: đã gửi báo cáo, vừa được nhắc, hoặc không dùng bot.
problem-waiver-own = Đơn vị của đồng chí do đồng chí khác của Ban quyết định.
problem-waiver-none = Không còn gì để bỏ miễn ở đây.
problem-hours-unreadable = Đồng chí gõ giờ như 07:30 16:30 (nhiều nhất 4 giờ, từ 07:00 đến 19:00), hoặc “tắt”.
problem-letter-unchecked = Có trang chưa đọc được. Đồng chí xem các trang đó rồi bấm “Đã kiểm tra, không có dấu mật”.
problem-days-unreadable = Cần một số ngày từ 1 đến 30.
problem-answer-elsewhere = { $label }: vừa được sửa ở nơi khác. Điều đồng chí gõ còn ở dưới; lưu lần nữa thì ghi theo đó.
problem-number-doubted = { $label }: khác nhiều so với kỳ trước. Nếu đúng, đồng chí đánh dấu “Đúng là …”.
problem-disk-low = Máy của Ban sắp hết chỗ nên chưa nhận tệp được. Báo cáo bằng chữ vẫn gửi bình thường; mong đồng chí gửi tệp sau. Quản trị viên đã được báo.
problem-summary-none = Không tìm thấy bản chốt số liệu này. Đồng chí mở lại từ kế hoạch.
problem-summary-empty = Chưa có đơn vị nào phải báo cáo trong phạm vi đã chọn. Đồng chí chọn kế hoạch, kỳ hoặc nhóm đơn vị khác.
problem-summary-boards = Một bản tổng hợp chỉ gồm kế hoạch của một ban. Đồng chí tách riêng kế hoạch của từng ban.
problem-summary-many = Một bản tổng hợp gồm nhiều nhất { $max } kế hoạch. Đồng chí chọn khoảng thời gian ngắn hơn.
problem-summary-moved = Có đồng chí khác vừa sửa phần này. Đồng chí xem lại rồi làm tiếp.
problem-summary-too-heavy = Chưa làm được tệp: số liệu quá nhiều. Đồng chí chọn khoảng thời gian ngắn hơn, hoặc ít kế hoạch, ít đơn vị hơn.
