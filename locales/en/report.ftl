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
