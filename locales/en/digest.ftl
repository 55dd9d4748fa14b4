digest-head = 📊 { $plan }, as of { $moment }{ $left ->
    [none] { "" }
   *[other] { " " }({ $left })
  }
digest-sent-one = Reported: { $sent }/{ $expected } units ({ $share })
digest-sent-several = Reported: { $sent }/{ $expected } reports ({ $share })
digest-fresh-today = ; { $count } more today.
digest-fresh-before = ; { $count } more since the last digest.
digest-missing = Not reported: { $count } (writing { $drafting }, not begun { $idle }).
digest-unreachable = { $count ->
    [one] 1 of these units is not on the bot: call it.
   *[other] { $count } of these units are not on the bot: call them.
  }
digest-awaiting = To be looked at: { $count ->
    [one] 1 report
   *[other] { $count } reports
  }.
digest-asked = Waiting for an answer: { $count ->
    [one] 1 request
   *[other] { $count } requests
  } for more time.
digest-who = { $count ->
    [one] 1 unit owes
   *[other] { $count } units owe
  }
digest-who-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
  } not sent
digest-who-both = { $missing ->
    [0] { $mending } to be mended
   *[other] { $missing } not sent, { $mending } to be mended
  }
digest-reports = { $count ->
    [one] See 1 report
   *[other] See { $count } reports
  }
digest-zalo = Text for the Zalo group

deadline-head = 🏁 The deadline of { $plan } has passed
deadline-was = Deadline: { $until }
deadline-sent = Reported: { $sent }/{ $expected } ({ $share }); in time { $inTime }.
deadline-missing = Overdue, not reported ({ $count }): { $names }.
deadline-extended = Extended, not reported yet ({ $count }): { $names }.
deadline-mending = To be mended ({ $count }): { $names }.
deadline-unmended = Not mended, overdue ({ $count }): { $names }.

red-head = 🔴 Overdue: { $missing } not reported{ $mending ->
    [0] { "" }
   *[other] , { $mending } not mended
  } (as of { $moment })
red-line = • { $plan } ({ $count }): { $names }
red-open = Urge: { $plan }
red-unmended = not mended

calls-head = 📞 To be called about { $plan }: { $count ->
    [one] 1 unit
   *[other] { $count } units
  }
calls-unseen = { $number }. { $unit }: “Received” not tapped for { $days ->
    [one] 1 working day
   *[other] { $days } working days
  }
calls-late = { $number }. { $unit }: { $days ->
    [one] 1 day
   *[other] { $days } days
  } overdue
calls-unmended = { $number }. { $unit }: { $days ->
    [one] 1 day
   *[other] { $days } days
  } past the date of mending
calls-holder = { "   " }{ $title } { $name }{ $phone ->
    [none] { "" }, no telephone known
   *[other] : { $phone }
  }
calls-nobody = { "   " }(nobody is registered)
calls-log = { $number }. Note the call to { $unit }
