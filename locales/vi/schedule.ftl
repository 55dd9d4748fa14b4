schedule-head = 🔁 Định kỳ báo cáo của { $plan }
schedule-present = Lịch: { $schedule }
schedule-none = Chưa có ngày. Đồng chí chọn nhịp, rồi chọn ngày.
schedule-period = • { $period }: { $until }
schedule-future = Đổi lịch chỉ đổi các kỳ chưa đến hạn.
schedule-weekly = { $interval ->
    [1] { $weekday } hằng tuần
   *[other] { $weekday }, { $interval } tuần một lần
  }
schedule-monthly = { $interval ->
    [1] { $day } hằng tháng
   *[other] { $day }, { $interval } tháng một lần
  }
schedule-months = { $count ->
    [1] { $day } tháng { $months } hằng năm
   *[other] { $day } các tháng { $months }
  }
schedule-day = ngày { $day }
schedule-last-day = ngày cuối tháng,
schedule-rhythm-w = Tuần
schedule-rhythm-m = Tháng
schedule-rhythm-q = Quý
schedule-rhythm-h = 6 tháng
schedule-rhythm-y = Năm
schedule-button-last = cuối
schedule-open = 🔁 Định kỳ
schedule-open-one = 🔁 Lịch: { $action }
plan-week = tuần { $from }–{ $to }
plan-recurs = định kỳ { $schedule }
tasks-period = Kỳ: { $period }
