### Tin cho quản trị viên về máy chạy bot.

machine-disk-low =
    ⚠️ Ổ đĩa của máy chạy bot chỉ còn trống { $free }.
    Bot vẫn nhận báo cáo, nhưng tạm chưa nhận tệp. Mong đồng chí giải phóng ít nhất 500 MB (xóa tệp không cần, hoặc chuyển bản sao lưu cũ sang nơi khác).
machine-backup-failed =
    ⚠️ Chưa sao lưu được dữ liệu đêm { $day }.
    Lý do: { $reason }
    Bot thử lại mỗi giờ. Mong đồng chí kiểm tra ổ đĩa và thư mục sao lưu.
machine-clock-off =
    ⚠️ Đồng hồ của máy chạy bot { $ahead ->
        [yes] nhanh
       *[no] chậm
    } khoảng { $minutes } phút so với Telegram.
    Hạn báo cáo và giờ nhắc tính theo đồng hồ này. Mong đồng chí chỉnh lại giờ của máy (bật tự động đồng bộ giờ).
machine-stopped = 🔌 Bot đã dừng đột ngột: vắng từ { $from } đến { $until }.
machine-stopped-deadlines = Trong lúc đó có { $count } nhiệm vụ đến hạn.
machine-stopped-messages = Trong lúc đó có { $count } tin đến giờ gửi.
machine-stopped-nothing = Trong lúc đó không có hạn nào và không có tin nào đến giờ gửi.
machine-stopped-done = Bot đã chạy lại, dữ liệu còn nguyên. { $count ->
        [0] Không có tin nào đang gửi dở.
       *[other] { $count } tin đang gửi dở đã được gửi tiếp, có thể có người nhận hai lần.
    } Tin nhắn của đơn vị trong lúc vắng được nhận lại và trả lời lần lượt.
