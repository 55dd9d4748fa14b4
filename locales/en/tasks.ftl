tasks-none = { $done ->
    [0] Nothing is to be reported now.
    [one] ✅ Nothing more is to be reported. 1 report has been sent.
   *[other] ✅ Nothing more is to be reported. { $done } reports have been sent.
  }
tasks-head = Reports to be sent: { $count }
tasks-title = { $plan }: { $title }
tasks-unit = Unit: { $unit }
tasks-due = Due by { $until } ({ $left })
tasks-returned = The Board asks you to complete the report.
tasks-draft = Written so far: { $answered } of { $fields } items
tasks-more = … and { $count } more, to be seen when the above are done.
tasks-done = Other reports sent: { $count }.
tasks-report = { $number }. Report on { $plan }
tasks-go-on = { $number }. Go on with { $plan }
tasks-look = Read the report on { $plan }
tasks-take-back = { $number }. Take back
tasks-given = Handed to { $name }
tasks-mend = { $number }. Mend { $plan }
tasks-extension = More time has been asked for.
tasks-extend = { $number }. More time
