board-progress = 📤 Sending { $plan }: { $done }/{ $total }
board-sent = 📤 { $plan } has been sent: { $sent }/{ $units } units received it.
board-sent-names = Sent to: { $names }.
board-missed = Not received by ({ $count }); these units still owe a report:
board-missed-only = Not reached ({ $count }):
board-open = Open the plan
board-reports = 📥 { $plan }: { $count ->
    [one] 1 new report
   *[other] { $count } new reports
  }
board-so-far = Reported{ $period ->
    [none] { "" }
   *[other] { " " }({ $period })
  }: { $sent }/{ $expected } ({ $share })
board-line = • { $unit } ({ $when }{ $version }): { $said }
board-version = , version { $version }
board-nil = nothing to report
board-signed = Signed copy attached.
board-review = Review reports
board-read = Read: { $unit }
board-closing = 🏁 { $plan }: all { $expected } units have reported.
board-closing-rates = In time: { $inTime } ({ $share }); overdue: { $late }.
board-closing-late = Reported late: { $names }.
board-file-untold = ⚠️ { $secret ->
    [yes] A file with a mark of secrecy in the report { $plan } of { $unit }: taken out, not kept
   *[no] A file in the report { $plan } of { $unit } could not be taken
  }
    { $name } has no chat and could not be told; the report page will say so when it is opened again.
    Please telephone{ $phone ->
    [none] {""}
   *[other] : { $phone }
  }.
