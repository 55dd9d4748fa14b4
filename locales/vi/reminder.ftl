reminder-several-headline = 🔔 { $count } báo cáo cần gửi, gần nhất: { $plan } ({ $left })
reminder-dear-several = { $title ->
    [none] Kính gửi đồng chí:
   *[other] Kính gửi đồng chí { $title } { $units } đơn vị:
  }
reminder-several-state = Ban chưa nhận được các báo cáo sau:
reminder-several-state-mend = Ban mong nhận được các báo cáo, phần bổ sung sau:
reminder-several-mend = phần bổ sung
reminder-several-item = { $unit ->
    [none] { $number }. { $what }: { $until } ({ $left })
   *[other] { $number }. { $unit } – { $what }: { $until } ({ $left })
  }
reminder-several-more = … và { $count } báo cáo nữa, xem /tasks.
reminder-several-ask = Nếu có vướng mắc, mong đồng chí cho Ban biết sớm. Trân trọng.
reminder-report-one = { $number }. Báo cáo { $what }
reminder-again-afternoon = Nhắc lại chiều nay
reminder-again-morning = Nhắc lại sáng mai
reminder-again-at = ⏰ Ban sẽ nhắc lại lúc { $moment }.
reminder-snoozed = Ban sẽ nhắc lại lúc { $moment }.

ladder-open = Nhắc hạn
ladder-line = Nhắc hạn: { $ladder }
ladder-before = trước { $days } ngày
ladder-on-day = sáng ngày hạn
ladder-after = sau { $days } ngày
ladder-weekly = rồi mỗi tuần
ladder-none = không nhắc
ladder-head = 🔔 Nhắc hạn của { $plan }
ladder-dates = { $dates ->
    [none] Hạn { $until }: không còn lần nhắc nào.
   *[other] Hạn { $until }: nhắc { $dates }
  }
ladder-rules = Chỉ nhắc đơn vị chưa báo cáo; không nhắc đêm và ngày nghỉ.
ladder-future = Thay đổi có hiệu lực từ bây giờ.
ladder-preset-sparse = Thưa: 3, 0, 1
ladder-preset-usual = Thường
ladder-preset-dense = Dày
ladder-rung-before = trước { $days }
ladder-rung-day = ngày hạn
ladder-rung-after = sau { $days }
ladder-weekly-button = mỗi tuần
ladder-deadline-off = ⚠️ Hạn rơi vào ngày nghỉ: { $day } ({ $why }).
ladder-rung-moves = 📅 Nhắc trước { $days } ngày rơi vào { $day } ({ $why }): dời sang { $to }.
ladder-rung-joins = 📅 Nhắc trước { $days } ngày rơi vào { $day } ({ $why }): gộp vào lần sau.

day-off-weekend = cuối tuần
day-off-board = Ban đặt
day-off-new-year = Tết Dương lịch
day-off-tet = Tết Nguyên đán
day-off-hung-kings = Giỗ Tổ Hùng Vương
day-off-victory = Ngày Chiến thắng
day-off-labour = Quốc tế Lao động
day-off-national = Quốc khánh
day-off-culture = Ngày Văn hóa Việt Nam
day-off-exchanged = hoán đổi
day-off-made-up = nghỉ bù

days-open = Ngày nghỉ
days-head = Ngày nghỉ trong 12 tháng tới (ngoài thứ Bảy, Chủ nhật):
days-line = • { $days }: { $why }
days-span = { $from } – { $to }
days-computed = Từ năm { $year } tính theo luật và âm lịch, chưa có thông báo.
days-own = Ban đã đặt:
days-own-off = • { $day }: nghỉ
days-own-worked = • { $day }: làm việc
days-add-off = + Thêm ngày nghỉ
days-add-worked = + Thêm ngày làm việc
days-drop = Bỏ { $day }
days-ask-off = Đồng chí gõ ngày nghỉ (ví dụ: 6/5/2027, hoặc 6-8/5/2027).
days-ask-worked = Đồng chí gõ ngày làm việc bù (ví dụ: 22/8/2026).
days-label = Ngày
