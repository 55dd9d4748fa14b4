time-weekday-1 = thứ Hai
time-weekday-2 = thứ Ba
time-weekday-3 = thứ Tư
time-weekday-4 = thứ Năm
time-weekday-5 = thứ Sáu
time-weekday-6 = thứ Bảy
time-weekday-7 = Chủ nhật
time-date = { $day }/{ $month }/{ $year }
time-day = { $weekday }, { $date }
time-moment = { $hour } { $day }
time-until = hết { $day }
time-left = { $days ->
    [0] hôm nay
    [1] còn 1 ngày
   *[other] còn { $days } ngày
  }
time-past = { $days ->
    [0] vừa qua hạn
   *[other] đã qua { $days } ngày
  }
