reminder-several-headline = 🔔 { $count } báo cáo cần gửi, gần nhất: { $plan } ({ $left })
reminder-dear-several = { $title ->
    [none] Kính gửi đồng chí:
   *[other] Kính gửi đồng chí { $title } { $units } đơn vị:
  }
reminder-several-state = Ban chưa nhận được các báo cáo sau:
reminder-several-item = { $unit ->
    [none] { $number }. { $what }: { $until } ({ $left })
   *[other] { $number }. { $unit } – { $what }: { $until } ({ $left })
  }
reminder-several-more = … và { $count } báo cáo nữa, xem /tasks.
reminder-several-ask = Nếu có vướng mắc, mong đồng chí cho Ban biết sớm. Trân trọng.
reminder-report-one = { $number }. Báo cáo { $what }
