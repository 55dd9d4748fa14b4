reminder-several-headline = 🔔 { $count } reports are due, the nearest: { $plan } ({ $left })
reminder-dear-several = { $title ->
    [none] Dear comrade:
   *[other] Dear comrade { $title } of { $units } units:
  }
reminder-several-state = The Board has not received these reports yet:
reminder-several-item = { $unit ->
    [none] { $number }. { $what }: { $until } ({ $left })
   *[other] { $number }. { $unit } – { $what }: { $until } ({ $left })
  }
reminder-several-more = … and { $count } more: /tasks
reminder-several-ask = If anything stands in the way, please let the Board know early. With thanks.
reminder-report-one = { $number }. Report { $what }
