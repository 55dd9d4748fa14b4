hand-over-button = { $number ->
    [none] { "" }
   *[other] { $number }.{ " " }
  }{ $name ->
    [none] Hand over
   *[other] Hand to { $name }
  }
hand-over-head = Report { $plan } · { $unit }
hand-over-ask = Who is to do it? What has been written goes along; nothing is lost.
hand-over-has = Handed to { $name }.
hand-over-to = To { $name }
hand-over-take-back = Take back
hand-over-draft = Written so far: { $answered } of { $fields }.
hand-over-sends-self = A deputy who has finished sends the report.
hand-over-sends-ask = A deputy who has finished submits it to you, and you send it.
hand-over-mode-ask = Change: submit to me
hand-over-mode-self = Change: deputies send
hand-over-given = Handed over.
hand-over-taken = Taken back.
hand-over-due = { $until } at the latest ({ $left }).
hand-over-assigned = 📌 { $by } hands to you: report { $plan } · { $unit }
hand-over-unassigned = { $by } has taken back the report { $plan } · { $unit }. What you wrote is all there.
hand-over-taken-over = { $by } goes on with the report { $plan } · { $unit }. What you wrote is all there.
hand-over-proposed = 📝 Waits for your word: report { $plan } · { $unit }
    { $by } has finished it.
hand-over-proposal-back = ✏️ { $by } asks you to look again at the report { $plan } · { $unit }
hand-over-assigned-sent = ✅ { $by } has sent the report { $plan } · { $unit } that you handed over.
hand-over-proposal-sent = ✅ { $by } has sent the report { $plan } · { $unit } that you wrote.
hand-over-changed = Changed before it was sent:
hand-over-waiting = This report is with { $name }, to be looked at and sent. If you change it, submit it again.
hand-over-report = Report
hand-over-go-on = Go on
hand-over-look = See the report
hand-over-look-send = Look and send
hand-over-give-back = Let them go on with it
hand-over-gave-back = Given back{ $name ->
    [none] .
   *[other] { " " }to { $name }.
  }
hand-over-mine = I go on with it
hand-over-propose = Submit to the secretary
hand-over-proposed-to = Submitted to { $to }: report { $plan }. When { $to } has sent it you will be told.
hand-over-post-ended = You no longer hold the post { $title }, { $unit }. { $next ->
    [none] What is open there is with the board
   *[other] What is open has gone to { $next }
  }; if that is a mistake, please tell the board. Thank you.
hand-over-post-begun = You take over { $unit } from { $from }: { $open } reports owed{ $drafts ->
    [0] .
   *[other] , { $drafts } of them being written, all answers kept.
  } See /tasks.
