broadcast-ask = Please send the plan’s file (.docx, .pdf, .txt), photos of its pages, or paste its text here.
broadcast-draft-left = A draft is still open: { $plan }.
broadcast-go-on = Go on with this draft
broadcast-want-file = A .docx, .pdf or .txt file is needed, photos of the pages, or the plan’s text.
broadcast-paste-more = Part { $count } received. If there is more, paste it; if not, tap “That is all”.
broadcast-paste-done = That is all
broadcast-reading = 📄 Reading { $file } …
broadcast-reading-text = 📄 Reading the pasted text …
broadcast-owed-units = Units do it
broadcast-owed-owner = The Board does it
broadcast-after-failure = Nothing has been sent. Tap /broadcast to send another file or paste the text.
broadcast-drop-failed = Discard this draft
broadcast-missing = (not found)
broadcast-card = 📄 Draft: { $plan }
broadcast-number = Number, symbol: { $value }
broadcast-title = Title: { $value }
broadcast-issuer = Issued by: { $value }
broadcast-issued = Issued on: { $value }
broadcast-milestones = { $count ->
    [0] No dates were found. You can add a milestone.
   *[other] Milestones ({ $count }):
  }
broadcast-more-milestones = … and { $count ->
    [one] 1 more milestone
   *[other] { $count } more milestones
  }
broadcast-milestone = { $number }. { $kind } ({ $owedBy }): { $action }
broadcast-last-moment = No later than { $moment }
broadcast-quote = { " " }– “{ $quote }”
broadcast-past = { " " }⚠️ past
broadcast-past-line = ⚠️ This deadline has passed.
broadcast-audience-line = To: { $count ->
    [one] 1 unit
   *[other] { $count } units
  } ({ $what })
broadcast-audience-all = all
broadcast-audience-single = chosen one by one
broadcast-owes-nothing = This plan asks the units for no report yet: they only tap “Received”.
broadcast-open-milestone = Milestone { $number }
broadcast-all-milestones = All milestones
broadcast-add-milestone = + Add a report
broadcast-mend-number = Change number
broadcast-mend-title = Change title
broadcast-mend-issuer = Change issuer
broadcast-mend-issued = Change date
broadcast-choose-audience = Recipients ({ $count })
broadcast-preview = Preview and send ›
broadcast-keep = Later
broadcast-drop = Discard
broadcast-drop-ask = Discard the draft { $plan }? All changes will be lost.
broadcast-drop-yes = Discard it
broadcast-dropped = The draft is discarded.
broadcast-kept = The draft is kept. Tap /broadcast or /plans to go on.
broadcast-milestone-card = Milestone of { $plan }
broadcast-actor = Who acts: { $actor }
broadcast-read-from = In the document: “{ $quote }”
broadcast-by-board = This date is the Board’s proposal; it does not stand in the document.
broadcast-strict-why = “trước ngày” (before), read strictly, ends with { $date }. If that day itself is meant, change it below.
broadcast-ends = End of { $date }
broadcast-mend-due = Change date
broadcast-mend-action = Change text
broadcast-remove = Delete this milestone
broadcast-removed = Milestone deleted.
broadcast-doubt = ❓ Not sure: { $why }
broadcast-doubt-keep = Keep { $number }
broadcast-doubt-drop = Drop { $number }
broadcast-doubt-stands = Keep this milestone
broadcast-confirm-doubtful = ❓ { $count } doubtful milestones not kept: units are not told of them and owe nothing for them.
broadcast-day = Date
broadcast-default-action = report on the results
broadcast-new-number = Now: { $present }. Please type the new number and symbol (for example: 100-KH/ĐUK).
broadcast-new-title =
    Now: { $present }

    Please type the new title.
broadcast-new-issuer = Now: { $present }. Please type the name of the issuing body.
broadcast-new-issued = Now: { $present }. Please type the date of issue (for example: 15/3/2024).
broadcast-new-add = Please type the deadline and what is due (for example: 25/4/2024 report on the results). The deadline is the end of that day.
broadcast-new-due = Deadline now: end of { $present }. Please type the new date (for example: 26/4/2024). The deadline is the end of that day.
broadcast-new-action =
    Now: { $present }

    Please type the new text.
broadcast-audience =
    Recipients of { $plan }: { $count ->
        [one] 1 unit
       *[other] { $count } units
    }
broadcast-all = All ({ $count })
broadcast-single = Choose units one by one
broadcast-single-chosen = Tap to choose or unchoose. Chosen: { $count }
broadcast-confirm =
    ⬆️ Above is the message as the units will see it.
    Send { $plan } to { $units ->
        [one] 1 unit
       *[other] { $units } units
    }; reached through the bot: { $reached }.
broadcast-to-deputies = Sent to the deputy because the head does not use the bot yet: { $names }.
broadcast-unreached = Not reached ({ $count }):
broadcast-why-nobody = ✖ { $unit }: nobody is registered
broadcast-why-unregistered = ✖ { $unit }: the holder of the post has no account in this channel
broadcast-why-blocked = ✖ { $unit }: has blocked the bot
broadcast-still-owe = These units still count as owing a report; the Board needs to tell them in another way.
broadcast-confirm-past = ⚠️ Report deadlines already past: { $count }. The units will be overdue as soon as they receive it.
broadcast-quiet = 🌙 It is outside working hours (19:00–07:00).
broadcast-send = Send now to { $count ->
    [one] 1 unit
   *[other] { $count } units
  }
broadcast-send-morning = Send at { $moment }
broadcast-mend-more = ‹ Change more
broadcast-sending = Queued for { $reached }/{ $units } units. Progress is shown in the message below.
broadcast-sent-already = This plan has already been sent.
broadcast-reading-scan = 📄 Reading the scan: page { $done } of { $total } …
broadcast-from-scan = 🔎 Read from a scan: compare numbers and dates with the original.
broadcast-doubtful = ⚠️ Doubtful: { $words }
broadcast-unread = ⚠️ Pages not read: { $pages }. Before sending, check them for a mark of secrecy.
broadcast-unseen = ⚠️ Could not be looked at in the file: { $parts }. Before sending, please see whether these parts bear a mark of secrecy.
broadcast-checked = Checked, no mark of secrecy
broadcast-checked-at = ✓ Checked, no mark of secrecy: { $moment }
broadcast-restricted = 🔒 Internal document: units receive it but cannot forward or save it.
broadcast-schedule-month = End of this month
broadcast-schedule-quarter = End of this quarter
broadcast-schedule-year = End of this year
broadcast-nominate = Name people …
broadcast-nominate-action = name people for { $event }
broadcast-quota = People from each unit
broadcast-new-nominate = How many people from each unit, and by when? Type the day and the number (for example: 20/4/2024 5). The deadline is the end of that day.{ $present }
broadcast-strict-mark = { " " }⚖️ read strictly, change it under its button
broadcast-pages = 📷 { $pages ->
    [one] 1 page
   *[other] { $pages } pages
  } received. Please send the next one; when that is all, tap “Done”.
broadcast-pages-end = Done
broadcast-pages-less = Take page { $page } out
broadcast-pages-ended = 📷 All { $pages } pages received. Units will get them as one PDF file.
broadcast-pages-only = Photos of the pages are being taken ({ $pages } so far); this message was not. Send more photos; when that is all, tap “Done”; to send another file, tap “Discard” first.
broadcast-reading-pages = 📄 Reading { $pages } photographed pages …
broadcast-withheld = 🔒 For internal circulation: by the settings the file is not sent; units are told the dates and where to get the paper.
broadcast-form = Form: { $title }
broadcast-form-of = Form of milestone { $number }: { $title }
broadcast-choose-form = Change the form
broadcast-which-form =
    By which form do units report? ({ $plan })

    { $action }
