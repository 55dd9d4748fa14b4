plan-kind = Plan
plan-unnumbered = { $kind } “{ $title }”
plan-unnumbered-draft = (no number yet)
plan-untitled = (no title yet)
plan-within = in { $period }
plan-at-latest = by { $until }
plan-event = { $day }
plan-vague = recurring, no date given
plan-undated = no deadline yet
plan-year = { $year }
plan-quarter = quarter { $quarter }/{ $year }
plan-month = { $month }/{ $year }
plan-from-to = { $from } to { $to }
plan-kind-report = Report
plan-kind-task = Task
plan-kind-event = Event
plan-owed-units = units
plan-owed-owner = Board

plans-none = There are no plans yet. Tap /broadcast to send the first one.
plans-head = Plans, newest first (✏️ draft, 📄 sent, ☑ closed):
plans-mark-draft = ✏️
plans-mark-published = 📄
plans-mark-closed = ☑
plans-mark-withdrawn = ✖
plans-published = Sent at { $when }; code { $code }
plans-report-due = Report { $when }
plans-sent = Sent: { $sent }/{ $units } units
plans-pending = Waiting to be sent: { $count }
plans-lost = Could not be sent: { $count }
plans-unreached = Units with nobody on the bot: { $count }
plans-acknowledged = Received: { $count } ({ $share })
plans-reported = Reported{ $period ->
    [none] { "" }
   *[other] { " " }({ $period })
  }: { $sent }/{ $expected } ({ $share })
plans-earlier = Earlier periods: { $missing ->
    [0] not mended { $returned }
   *[other] not sent { $missing }{ $returned ->
        [0] { "" }
       *[other] , not mended { $returned }
      }
  }
plans-late = Overdue: { $missing } not reported{ $mending ->
    [0] { "" }
   *[other] , { $mending } not mended
  }, { $late } reported late
plans-status = State of the reports
plans-outcome = Who has received it
plans-reports = Read { $count ->
    [one] 1 report
   *[other] { $count } reports
  }
plans-reports-head = { $plan }: { $count ->
    [one] 1 report
   *[other] { $count } reports
  }
plans-report-files = Attached files ({ $count })
plans-all = All plans
plans-card = ‹ Plan

outcome-head = { $plan }: who has received the announcement
outcome-acknowledged = ✓ { $unit }: { $person } has tapped “Received”
outcome-sent = • { $unit }: sent to { $person }, “Received” not yet tapped
outcome-pending = … { $unit }: waiting to be sent to { $person }
outcome-sending = … { $unit }: being sent to { $person }
outcome-blocked = ✖ { $unit }: { $person } has blocked the bot
outcome-failed = ✖ { $unit }: could not be sent to { $person }
outcome-unknown = ? { $unit }: sent to { $person }, but it is not certain that it arrived
outcome-cancelled = – { $unit }: not sent, no longer needed
outcome-nobody = ✖ { $unit }: nobody on the bot yet

status-head = 📊 { $plan }
status-at = As of { $moment }
status-due = Due: { $until } ({ $left })
status-sent = Reported: { $sent }/{ $expected } ({ $share }){ $awaiting ->
    [0] { "" }
   *[other] ; to be looked at { $awaiting }
  }
status-returned = To be mended: { $count }{ $behind ->
    [0] { "" }
   *[other] { " " }(overdue { $behind })
  }
status-missing = Not reported: { $count }{ $drafting ->
    [0] { "" }
   *[other] { " " }(being written { $drafting })
  }
status-mending = ; to be mended by { $until }
status-unmended = ; not mended, due { $until }
status-done = Done: { $done }/{ $expected } ({ $share })
status-done-in-time = • in time: { $count }
status-done-late = • late: { $count }
status-open = Not done: { $count }
status-open-in-time = • not yet due: { $count }
status-open-late = • overdue: { $count }
status-timeliness = Done in time: { $share }
status-nil = Nothing to report, among them: { $count }
status-waived = Waived: { $count }
status-names-done-in-time = Done in time ({ $count })
status-names-done-late = Done late ({ $count })
status-names-open-in-time = Not done, not yet due ({ $count })
status-names-open-late = Not done, overdue ({ $count })
status-names-earlier = Earlier periods, not done ({ $count })
status-writing = { $answered } of { $fields } items written
plans-owner-task = For the board: { $action } ({ $when })
plan-due-extended = { $until } (extended; originally { $original })
status-extended = ; due { $due }
plans-extensions = Requests for more time ({ $count })
plans-remind = Urge, extend, waive
plans-waivers = Waived ({ $count })
plans-files-none = This report has no files.
plans-file-coming = { $name } is being fetched; look again in a few minutes.
