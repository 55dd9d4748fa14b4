campaign-paused = ⏸ Đang tạm dừng gửi { $plan }: { $done }/{ $total }
campaign-halted = Tự dừng vì Telegram từ chối mọi tin: “{ $reason }”. Đồng chí xem lại nội dung hoặc tệp rồi bấm gửi tiếp.
campaign-lost-so-far = Chưa gửi được: { $count }
campaign-stopped = ⏹ Đã dừng gửi { $plan }: { $sent }/{ $units } đơn vị nhận được.
campaign-pause = ⏸ Tạm dừng
campaign-resume = ▶ Gửi tiếp
campaign-stop = ⏹ Dừng hẳn
campaign-retry = Gửi lại { $count } tin chưa gửi được
campaign-retry-unknown = Gửi lại { $count } tin không rõ có đến
campaign-file = Bảng kết quả
campaign-file-name = ket-qua-gui-{ $code }.xlsx
campaign-file-sent = Kết quả gửi { $plan }, từng đơn vị, từng người.
campaign-pause-done = Đã tạm dừng, còn { $count } tin chưa gửi.
campaign-resume-done = Gửi tiếp { $count } tin.
campaign-stop-done = Đã dừng, { $count } tin không gửi nữa.
campaign-retry-done = Đang gửi lại { $count } tin.
campaign-retry-unknown-done = Đang gửi lại { $count } tin.
campaign-stop-ask = Dừng hẳn việc gửi { $plan }? Còn { $count } tin chưa gửi; tin đã gửi không thu lại được.
campaign-stop-yes = Dừng hẳn
campaign-stop-no = ‹ Không dừng
campaign-silent-head = { $plan }: { $count } đơn vị chưa bấm “Đã nhận” sau 2 ngày làm việc
campaign-silent-line = • { $unit }: đ/c { $person }{ $phone ->
    [none] { "" }
   *[other] , ĐT { $phone }
  } (gửi { $sent })
campaign-unreached = ⚠️ Tin nhắc việc không đến được { $count } đồng chí:
campaign-unreached-none = ⚠️ Việc gửi tin nhắc bị dừng.
campaign-unreached-line = • { $person }{ $units ->
    [none] { "" }
   *[other] { " " }({ $units })
  }{ $instead ->
    [none] : chưa có người nhận thay, cần gọi điện
   *[other] : đã gửi thay tới { $instead }
  }

plans-silent = Chưa bấm “Đã nhận” sau 2 ngày làm việc: { $count }
plans-silent-button = Chưa xác nhận ({ $count })

outcome-instead = { $line } (thay đ/c { $person }, không nhận được tin)
outcome-sheet = Kết quả gửi
outcome-heading = Kết quả gửi { $plan }
outcome-column-code = Mã
outcome-column-unit = Đơn vị
outcome-column-person = Người nhận
outcome-column-post = Chức danh
outcome-column-phone = Điện thoại
outcome-column-state = Kết quả
outcome-column-sent = Gửi lúc
outcome-column-acknowledged = Bấm “Đã nhận” lúc
outcome-column-tries = Số lần gửi
outcome-column-unknowns = Lần không rõ
outcome-column-note = Ghi chú
outcome-note-instead = gửi thay đ/c { $person }
outcome-state-acknowledged = Đã nhận, đã xác nhận
outcome-state-sent = Đã gửi, chưa xác nhận
outcome-state-pending = Đang chờ gửi
outcome-state-sending = Đang gửi
outcome-state-blocked = Không gửi được: đã chặn bot
outcome-state-failed = Không gửi được
outcome-state-unknown = Không rõ có đến nơi
outcome-state-cancelled = Không gửi
outcome-state-nobody = Chưa có người dùng bot

outage-head = 🔌 Máy nghỉ từ { $from } đến { $until }
outage-deadlines = Trong lúc đó có { $count } nhiệm vụ đến hạn: báo cáo gửi bù ngay sau đó được tính đúng hạn và có ghi chú.
outage-waited = Tin nhắn gửi trong lúc máy nghỉ đã được nhận khi máy chạy lại.
outage-counted = Máy nghỉ từ { $from } đến { $until }, tính đúng hạn.

settings-paid = Gửi nhanh có trả phí: { $on ->
    [yes] đang bật
   *[no] đang tắt
  }
settings-paid-on = Bật gửi nhanh có trả phí
settings-paid-off = Tắt gửi nhanh có trả phí
settings-paid-ask = Gửi nhanh: tới 500 tin mỗi giây thay vì 30. Telegram thu 0,1 Sao (Star) cho mỗi tin vượt mức miễn phí 30 tin/giây, trừ vào số dư Sao của bot. Chỉ bot đủ điều kiện của Telegram mới dùng được. Số Sao tối đa hiện trước mỗi lần gửi. Bật?
settings-paid-yes = Bật
settings-paid-no = ‹ Không
broadcast-paid = ⭐ Gửi nhanh có trả phí đang bật: tối đa { $stars } Sao cho { $count } tin (0,1 Sao mỗi tin vượt 30 tin/giây).
campaign-again = 🔁 Gửi lại: tin này có thể đã đến đồng chí qua ứng dụng khác.
