start-stranger =
    Đây là kênh nhận kế hoạch và gửi báo cáo của các tổ chức đảng.
    Đồng chí gõ mã mời (8 ký tự) do Ban cấp để bắt đầu. Nếu chưa có mã, mong đồng chí liên hệ Ban.
start-known = Chào đồng chí { $name }.
start-seat-unit = { $title } { $unit }
start-seat-board = { $role }, { $board }
start-help = Đồng chí có thể dùng các lệnh sau:
start-help-unit =
    Khi Ban gửi kế hoạch, đồng chí bấm “Đã nhận”, rồi “Báo cáo” khi có kết quả. Mỗi lần chỉ hỏi một câu; câu trả lời được ghi ngay, dừng lúc nào cũng được, hôm khác làm tiếp.
    Trả lời nhầm: bấm “Quay lại”, hoặc sửa ngay tin nhắn đã gửi.
start-help-board =
    /broadcast: gửi tệp kế hoạch (.docx, .pdf, .txt), ảnh chụp từng trang, hoặc dán nội dung; xem lại các mốc, chọn đơn vị, xem trước rồi gửi.
    /status 100: tình hình báo cáo của kế hoạch số 100.
start-cancelled = Đã dừng. Những gì đã ghi vẫn còn nguyên; đồng chí có thể làm tiếp bất cứ lúc nào.
start-nothing-to-cancel = Không có việc nào đang làm dở.
start-language = Chọn ngôn ngữ / Choose a language
start-language-vi = Tiếng Việt
start-language-en = English
start-language-set = Từ nay dùng tiếng Việt.
start-administrator = Đồng chí đã là quản trị viên đầu tiên. Việc nên làm trước: /settings để ghi tên Ban và số điện thoại đầu mối, rồi /invite để mời các đồng chí khác.
start-pending = Đã nhận mã cho { $place }. Ban sẽ xác nhận trong giờ làm việc; khi xong, đồng chí nhận được tin ngay tại đây.
