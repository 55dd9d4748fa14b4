### Trang dùng thử. Máy chủ gửi các câu này cho trang; trang tự điền các biến.

sandbox-title = Đôn đốc – bản dùng thử
sandbox-brand = Đôn đốc
sandbox-brand-sub = Bản dùng thử
sandbox-close = Đóng
sandbox-cancel = Thôi
sandbox-more = Thêm

# Đồng hồ
sandbox-clock-pick = Chọn ngày giờ cho bản dùng thử
sandbox-clock-moved = giờ đã chuyển
sandbox-clock-hour = +1 giờ
sandbox-clock-morning = Sáng mai 07:30
sandbox-clock-real = Về giờ thật
sandbox-clock-to = Chuyển tới ngày giờ
sandbox-clock-go = Chuyển
sandbox-clock-hint = Các việc đến giờ (nhắc, tổng hợp) sẽ chạy ngay.
sandbox-clock-working = Đang chạy các việc đến giờ…
sandbox-clock-done = Đã chuyển tới { $when }. Không có tin mới.
sandbox-clock-done-messages = Đã chuyển tới { $when }. Số tin mới: { $count }.
sandbox-weekday-0 = Chủ nhật
sandbox-weekday-1 = thứ Hai
sandbox-weekday-2 = thứ Ba
sandbox-weekday-3 = thứ Tư
sandbox-weekday-4 = thứ Năm
sandbox-weekday-5 = thứ Sáu
sandbox-weekday-6 = thứ Bảy

# Người
sandbox-people = Chọn người
sandbox-hide-people = Ẩn danh sách người
sandbox-search = Tìm tên, đơn vị
sandbox-nobody = Không tìm thấy ai.
sandbox-group-board = Ban và lãnh đạo
sandbox-group-units = Các đơn vị
sandbox-group-others = Người chưa ghi danh
sandbox-role-staff = Chuyên viên
sandbox-role-leader = Lãnh đạo
sandbox-role-administrator = Quản trị
sandbox-role-secretary = Bí thư
sandbox-role-deputy = Phó bí thư
sandbox-role-stranger = Người chưa ghi danh
sandbox-unread = Chưa đọc: { $count }
sandbox-nothing-yet = Chưa có tin
sandbox-you-wrote = Gửi: { $text }

# Cuộc trò chuyện
sandbox-close-chat = Đóng khung này
sandbox-no-chat = Chưa mở khung nào. Bấm tên một người trong danh sách để mở.
sandbox-log = Trò chuyện của { $name } với bot
sandbox-empty = Chưa có tin nào. Gõ /start, hoặc bấm nút “/” để xem các lệnh.
sandbox-jump = Tin mới
sandbox-edited = đã sửa
sandbox-edit = Sửa tin này
sandbox-editing = Đang sửa:
sandbox-download = Tải về
sandbox-download-name = Tải về: { $name }
sandbox-write = Viết tin
sandbox-send = Gửi
sandbox-commands = Các lệnh
sandbox-attach = Đính kèm
sandbox-attach-file = Chọn tệp
sandbox-attach-sample = Kế hoạch mẫu
sandbox-remove-file = Bỏ tệp này
sandbox-drop = Thả tệp vào đây

# Hướng dẫn
sandbox-guide = Hướng dẫn
sandbox-guide-title = Thử ba việc
sandbox-guide-close = Đóng hướng dẫn
sandbox-guide-done = Bắt đầu thử
sandbox-guide-1 = Ở khung chuyên viên: gửi /broadcast, rồi gửi kế hoạch mẫu và làm theo lời bot.
sandbox-guide-2 = Ở khung bí thư: bấm “Đã nhận”, rồi “Báo cáo” và trả lời từng câu.
sandbox-guide-3 = Chuyển đồng hồ phía trên tới gần hạn để xem bot nhắc ai và báo gì cho Ban.
sandbox-sample-send = Gửi kế hoạch mẫu
sandbox-sample-download = Tải kế hoạch mẫu

# Công cụ
sandbox-theme-dark = Nền tối
sandbox-theme-light = Nền sáng
sandbox-restart = Bắt đầu lại
sandbox-restart-question = Bắt đầu lại từ đầu? Mọi tin nhắn, kế hoạch và báo cáo của bản dùng thử sẽ bị xóa; đồng hồ về giờ thật.
sandbox-restart-working = Đang bắt đầu lại…
sandbox-restart-done = Đã bắt đầu lại.
sandbox-connection-lost = Mất kết nối với máy chủ, đang nối lại…

# Lỗi
sandbox-error-offline = Chưa gửi được vì mất kết nối với máy chủ. Thử lại sau ít giây.
sandbox-error-server = Máy chủ gặp lỗi, việc này chưa làm được. Thử lại sau ít phút.
sandbox-error-host = Địa chỉ này không được phép mở bản dùng thử. Mở http://127.0.0.1 hoặc http://localhost với cổng của bot.
sandbox-error-origin = Yêu cầu đến từ trang khác nên không được nhận.
sandbox-error-request = Yêu cầu không đúng dạng nên không được nhận.
sandbox-error-not-found = Không có trang này.
sandbox-error-person = Không có người này trong bản dùng thử. Tải lại trang để xem danh sách mới.
sandbox-error-message = Không còn tin nhắn này trong cuộc trò chuyện.
sandbox-error-text-empty = Tin chưa có chữ nào.
sandbox-error-text-long = Tin dài quá { $max } ký tự. Gửi dưới dạng tệp, hoặc chia thành nhiều tin.
sandbox-error-caption-long = Lời kèm tệp dài quá { $max } ký tự. Gửi lời này thành một tin riêng.
sandbox-error-file-missing = Không thấy tệp trong yêu cầu. Chọn lại tệp.
sandbox-error-file-empty = Tệp này rỗng (0 B). Chọn tệp khác.
sandbox-error-file-large = Tệp lớn quá { $max } MB. Chọn tệp nhỏ hơn.
sandbox-error-file-gone = Tệp này không còn nữa.
sandbox-error-files-many = Mỗi lần gửi nhiều nhất { $max } tệp.
sandbox-error-moment = Chỉ chuyển được đồng hồ trong khoảng năm 2000 đến 2100.
sandbox-error-busy = Máy chủ đang làm một việc khác. Thử lại sau ít giây.
