report-place = Question { $index }/{ $total } · { $plan } · { $unit }
report-due = Due by { $until }
report-understood = ✓ { $label }: { $value }
report-present = Now: { $value }
report-files-more = Send more files, or tap “Done here”.
report-quick-today = Today
report-quick-yesterday = Yesterday
report-skip = Skip
report-back = ‹ Back
report-done = Done here ›
report-keep = Keep as it is ›
report-skipped = skipped
report-nil = Nothing to report
report-review = Review ›
report-review-ask = If all is right, tap “Send the report”. To change an item, tap its number.
report-review-missing = { $count ->
    [one] 1 item is not answered or does not match: tap its number to complete it.
   *[other] { $count } items are not answered or do not match: tap their numbers to complete them.
  }
report-in-file = (in the file)
report-unanswered = (not answered)
report-change-one = Change { $number }
report-send = Send the report
report-nil-review =
    { $plan } · { $unit }

    Report: NOTHING TO REPORT. The unit has nothing to report this time.
report-nil-send = Send: nothing to report
report-nil-back = ‹ Back to the questions
report-nil-said = Nothing to report.
report-receipt = ✅ Report of { $unit } received
report-receipt-when = { $plan }, version { $version }, { $moment }: { $timeliness }.
report-in-time = in time
report-late = after the deadline
report-code = Reference: { $code } (not a document number).
report-unsigned = Signed copy: none yet, please send it by { $until }.
report-sha256 = SHA-256: { $sha256 }… (in full: /verify)
report-mend-why = ✏️ The board asks: { $why }
report-thanks = With thanks.
report-look = Read the report
report-again = Change, send again
report-whole = Report of { $unit }, { $plan }
report-whole-when = Reference { $code }, version { $version }, { $moment }: { $timeliness }
report-stray = Put this under “{ $label }”?
report-stray-take = Put it there
report-stray-drop = Leave it out
report-stray-taken = Saved.
report-stray-dropped = It was left out of the report.
report-choose = Which plan do you report on?
report-none = Nothing is to be reported now.
report-resumed = Going on: { $answered } of { $total } items are there.
report-review-head = Review the report on { $plan } · { $unit }
report-list = List
report-list-head = The answers so far, report on { $plan } · { $unit }
report-list-ask = To change one, tap its number; or go on with the question above.
report-private = (private, filled in on a page of its own)
report-private-open = 🔒 Fill in what is private
report-private-filled = 🔒 What is private has been filled in on its page.
report-review-private = { $count ->
    [one] 1 private answer is missing: tap “🔒 Fill in what is private”. Once it is filled in, the report comes back here to be sent.
   *[other] { $count } private answers are missing: tap “🔒 Fill in what is private”. Once they are filled in, the report comes back here to be sent.
  }
report-stopped = ✏️ The report on { $plan } is being written: { $answered } of { $total } items so far
report-stopped-kept = All that was written is kept. Tap “Go on” to answer what is left.
report-stopped-whole = Everything is answered, but the report has not been sent. Tap “Go on”, then “Send the report”.
report-stopped-due = It is due { $until }.
report-stopped-on = Go on
report-form-changed = The form has just been changed: answers that still fit are kept.
report-yes = Yes
report-no = No
report-jump = { $label }: { $last } last time, { $value } now, is that right? If not, type the number again.
report-is-right = Right: { $value }
report-why = { $label }: { $last } last time, { $value } now. Say why, in one sentence.
report-no-reason = No reason given
report-suggest-constant = Usually: { $value }
report-suggest-last = Last time: { $value }
report-suggest-sum = Added up: { $value }
report-group-item = entry
report-group-how = Type them one by one, paste the whole list, or send the Excel file.
report-group-next = { $item } { $number } (at most { $max }) – { $column }?
report-group-full = All { $max } are there. If they are right, tap “Done”.
report-group-remove = Take out { $number }
report-group-template = Excel file
report-group-template-how = One person a row, then send this file back here.
report-row-fault = Row { $row } ({ $begins }), { $column }: { $problem }
report-rows-again = { $more ->
    [0] These { $count } rows were not taken; mend them and send just them again.
   *[other] … and { $more } more. Mend and send again just the { $count } rows not taken.
  }
report-register-how = Type a few letters of the name.
report-twins = ⚠ Another unit has named them too: { $names }
report-held = { $name } is writing report { $plan } · { $unit }
report-held-so-far = { $answered }/{ $total } answered, last { $moment }.
report-held-see = Look
report-held-take = I go on
report-file-ask = { $count ->
    [1] Which plan is this file the report of?
   *[other] Which plan are these { $count } files the report of?
  }
report-file-other = It is no report
report-file-taken = { $count ->
    [1] ✓ The file { $name } is the report. Only the figures are left.
   *[other] ✓ { $count } files are the report. Only the figures are left.
  }
report-file-left = Left alone: this file is in no report.
