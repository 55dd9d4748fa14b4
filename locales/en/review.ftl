review-none = No report is waiting for review.
review-waiting = 📥 Waiting for review: { $count ->
    [one] 1 report
   *[other] { $count } reports
  }
review-choose = Tap a unit to read its report.
review-one = { $unit } · { $plan }{ $version }
review-plan = Only { $plan } ({ $count })
review-all-plans = All plans
review-many = Accept several
review-card = 📥 { $unit } · { $plan }
review-sender = Sent by: { $name }
review-decided = { $state }: { $name }, { $moment }
review-mend-until = To be mended by { $until } (return no. { $count })
review-older = The unit has sent version { $version }; this is an earlier one.
review-changes = Changes since version { $version }:
review-no-changes = Nothing changed since version { $version }.
review-twin = ⚠ { $text }: also on the list of { $unit }
review-change = • { $label }: { $before } → { $after }
review-last-period = Against the last period ({ $code }):
review-figure = • { $label }: { $now } (last period { $before })
review-figure-new = • { $label }: { $now } (not in the last period)
review-figure-jump = ⚠️ { $label }: { $now } (last period { $before }), a big difference
review-returns = { $count ->
    [one] Returned once.
   *[other] Returned { $count } times.
  }
review-unseen = ⚠️ Could not be looked at; check for a mark of secrecy: { $files }
review-unseen-private = { $count ->
    [one] { $count } private file
   *[other] { $count } private files
  }
review-signed = Signed copy sent later: { $count ->
    [one] 1 file
   *[other] { $count } files
  }, received { $moment }.
review-unsigned = Signed copy: none yet, the unit sends it by { $until }.
review-state-awaiting = Not reviewed yet
review-state-accepted = ✅ Accepted by the board
review-state-returned = ✏️ The board asks for additions
review-accept = ✅ Accept
review-return = ✏️ Ask for additions
review-withdraw = Withdraw the request
review-undo = Undo
review-reopen = Reopen
review-whole = Read all
review-next = Next report ({ $count }) ›
review-open = Review
review-pick = Accept several · { $plan }: { $count } waiting
review-pick-page = Tick the whole page
review-accept-many = ✅ Accept the { $count } ticked
review-back = ‹ Waiting for review
review-accepted-many = { $count ->
    [one] ✅ 1 report accepted.
   *[other] ✅ { $count } reports accepted.
  }
review-refused-many = Not accepted ({ $count }):
review-undone = { $count ->
    [one] 1 report taken back.
   *[other] { $count } reports taken back.
  }
review-withdrawn = Withdrawn. Those who had the request are told.
review-ask-reopen = Why is the accepted report reopened? (kept in the audit log)
return-head = ✏️ Additions · { $unit } · { $plan }
return-choose = Tap the questions concerned.
return-to-reasons = Next: reasons ({ $count }) ›
return-whole = The whole report: one reason ›
return-drop = Drop it
return-dropped = Dropped. The report is still waiting.
return-no-why = • { $label }
return-concerned = • { $label }: { $why }
return-concerned-value = • { $label }: says { $value }; { $why }
return-common = Reason for all: { $reason }
return-until = To be mended by { $until }
return-needs-why = A reason is needed before it can be sent.
return-send = Send the request
return-why-button = Reason: { $label }
return-common-button = Reason for all
return-day-button = Change the date
return-fields-button = Choose the questions
return-day = By which day shall the unit mend it?
return-in-days = { $day } ({ $count ->
    [one] 1 working day
   *[other] { $count } working days
  })
return-other-day = Another day
return-back = ‹ Back
return-day-label = Day
return-ask-day = The last day for the unit to mend it? For example: 26/4.
return-ask-common = { $count ->
    [0] What is to be added, and why? The unit will read these words.
   *[other] One reason for { $count } questions? The unit will read these words.
  }
return-ask-why =
    “{ $label }” says: { $value }
    What is to be added, and why? The unit will read these words.
return-why-private = 🔒 This answer is private: the reason goes through the messenger, so do not repeat what it says.
return-one-for-all = One reason for all { $count }
return-sent = The request went to { $unit } ({ $names }), to be mended by { $until }.
return-sent-nobody = The request is noted, to be mended by { $until }. { $unit } has nobody on the bot: the board has to telephone.
returned-headline = ✏️ Additions to the report on { $plan }
returned-seen = The board has read the report (code { $code }) and asks you to look again at { $count ->
    [one] 1 question
   *[other] { $count } questions
  }:
returned-seen-whole = The board has read the report (code { $code }) and asks for additions:
returned-field = • { $label }
returned-until = The other answers stay as they are. Please add by { $until }.
returned-until-in-time = The other answers stay as they are. Mended by { $until }, the report still counts as in time.
returned-whole-in-time = Mended by { $until }, the report still counts as in time.
returned-mend = Mend it now
returned-ask = Ask the board
returned-contact = { $phone ->
    [none] { $plan }: please contact { $name }, { $board }.
   *[other] { $plan }: please contact { $name }, { $board }, tel. { $phone }.
  }
mending-headline = 🔔 Additions to the report on { $plan }: { $left }
mending-late-headline = The additions to the report on { $plan } have not arrived
mending = { $count ->
    [0] The board looks forward to the additions to the report (code { $code }) by { $until }.
    [one] The board looks forward to 1 answer of the report (code { $code }) by { $until }.
   *[other] The board looks forward to { $count } answers of the report (code { $code }) by { $until }.
  }
mending-late = The additions to the report (code { $code }) were due by { $until }. Please send them today.
taken-back-headline = The report on { $plan } needs no additions any more
taken-back = The board withdraws its request; the report (code { $code }) stays as it was sent. With apologies.
read-private = 🔒 Read what is private
read-link =
    🔒 Page with what is private: report on { $plan }, { $unit }

    { $url }

    For you alone, until { $until }. Who opens it, and when, is written in the log.
read-before = This report has private answers, to be read on this page only. “Open the report” is written in the log: opened by { $name }.
read-open = Open the report
read-with-care = 🔒 Answers with a lock are private: no pictures of them, nothing of them through a messenger. That this page was opened has been written in the log.
read-file = Take the file { $name }
read-word = Take the Word file with what is private
read-close = Done, close the page
read-closed-title = The page is closed
read-foot = The page of { $name }, open until { $until }. Do not give this address to anybody else.
read-over = The time of this page is over. Tap “🔒 Read what is private” at the report in the chat for a new address.
read-revoked = The page with what is private is closed. To read it again, tap “🔒 Read what is private” at the report in the chat.
