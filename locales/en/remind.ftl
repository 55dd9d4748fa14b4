remind-none = { $plan }: nobody owes a report or has one to mend.
remind-no-plan = Nobody owes a report.
remind-choose = Which plan?
remind-plan = { $plan }: { $missing ->
    [0] { $mending } to mend
   *[other] { $missing } owe{ $mending ->
        [0] { "" }
       *[other] , { $mending } to mend
      }
  }
remind-head = 🔔 { $plan }: { $missing ->
    [0] { $mending } to mend
   *[other] { $missing } owe{ $mending ->
        [0] { "" }
       *[other] , { $mending } to mend
      }
  }
remind-mending = mending, { $left }
remind-chosen = { $count ->
    [0] Tap names to choose them; 📞 with a number shows the telephone and what was done so far.
   *[other] { $count } chosen. Choose what to do below.
  }
remind-filter-all = All ({ $count })
remind-filter-unseen = Not “Received” ({ $count })
remind-filter-late = Overdue ({ $count })
remind-filter-soon = Due soon ({ $count })
remind-all = Choose all { $count }
remind-nothing = Choose none
remind-nudge = Nudge { $count } units …
remind-extend = Extend …
remind-waive = Waive …
remind-letter = Send the letter …
remind-export = Record (Excel)
remind-exported = What was done about { $units } units.
remind-confirm =
    ⬆️ This is what a unit will see.
    Nudge { $count } units about { $plan }.
remind-cool = Written to within { $hours } hours ({ $count }): { $names }.
remind-unreachable = Not on the bot, to be called ({ $count }): { $names }.
remind-later = 🌙 Quiet hours: it goes out at { $moment }.
remind-send = Nudge { $count } units
remind-send-all = Nudge all { $count }, those just written to as well
remind-words = Add words of the board
remind-words-again = Change the board's words
remind-ask-words = Type the board's words (up to 300 characters); units will read them as they are.
remind-sent = ✅ { $count } units will be nudged.
remind-sent-before = That was done already.
remind-ask-day = A new deadline for { $count } units, { $plan }: until the end of which day? Tap a day, or type it (for example 26/4).
remind-ask-reason = New deadline: end of { $day }. Type the reason; units will read it as it is.
remind-together = Extend { $plan } for { $count } units to the end of { $day }
remind-together-go = Extend { $count } units
remind-extended = ✅ { $count } units extended: { $names }
remind-left = Not changed (later already, or your own unit): { $names }.
remind-undo = Undo
remind-undone = { $count } units have their old deadline again.
remind-ask-waive = Why does the unit owe nothing this time? Type the reason (only the board sees it).
remind-waive-ask = Waive { $plan } for { $count } units?
remind-waive-go = Waive { $count } units
remind-waivers = { $plan }: { $count ->
    [0] nothing is waived.
   *[other] waived for { $count } units
  }
remind-waiver = • { $unit }: { $reason } ({ $by }, { $when })
remind-lift = Take back: { $unit }
remind-lifted = The unit owes again.
remind-ask-letter = Send the file of the letter about { $plan } (.pdf, .docx), for { $count } units. Words to go with it stand in its caption.
remind-want-letter = The file of the letter is needed (.pdf, .docx).

nudge-words = The board writes: { $words }

letter-head = 📄 Letter about { $plan }
letter-default = The board sends a letter (attached) and asks for your attention.
letter-due = The report is due: { $until }.
letter-waiting = 📄 Checking { $name } …
letter-ready = 📄 { $name }: to the { $count } units chosen
letter-refused = This file can't be sent.
letter-sent = ✅ { $name } goes to the units chosen.
letter-dropped = { $name } was dropped.
letter-send = Send the letter
letter-preview = Preview

waiver-given = No report on { $plan } is due from your unit this time.
waiver-lifted = A report on { $plan } is due from your unit again.
waiver-due = Due: { $until }.

zalo-head = { $plan } – as of { $moment }
zalo-due = Due: { $until } ({ $left })
zalo-missing = The board has not received the reports of { $count } units:
zalo-none = All units have reported. Thank you.
zalo-ask = Please send them soon. With thanks.
zalo-how = Press and hold the message below to copy it, then paste it into the Zalo group.

call-met = Reached
call-met-day = Reached, promised { $day }
call-missed = Not reached
call-strike = Strike out my last call
call-noted = The call was noted.
call-struck = The call was struck out.

proof-head = 📞 { $unit } · { $plan }
proof-status = { $status }; due { $due }
proof-status-done-in-time = Reported in time
proof-status-done-late = Reported late
proof-status-open-in-time = Not reported, in time
proof-status-open-late = Not reported, overdue
proof-status-mending = To be mended
proof-status-unmended = Not mended, overdue
proof-status-waived = Waived
proof-status-no-deadline = No deadline
proof-holder = { $title } { $name }{ $phone ->
    [none] { "" }, no telephone known
   *[other] : { $phone }
  }
proof-nobody = Nobody is registered.
proof-earlier = … and { $count } things before that
proof-sheet = Urging
proof-heading = What was done about { $plan }, as of { $moment }
proof-column-number = No.
proof-column-unit = Unit
proof-column-what = What
proof-column-status = State
proof-column-due = Due
proof-column-when = When
proof-column-deed = What was done

deed-none = Nothing yet
deed-announcement = Announcement
deed-reminder = Reminder
deed-correction = Correction
deed-nudge = Nudge
deed-letter = Letter
deed-returned = Asked for additions
deed-draft = Question about the report being written
deed-mending = Reminder of the additions
deed-withdrawal = Request for additions withdrawn
deed-signed = Reminder of the signed copy
deed-message = { $what } to { $person }: { $state }{ $when ->
    [none] { "" }
   *[other] { " " }at { $when }
  }
deed-state-acknowledged = acknowledged
deed-state-pending = waiting
deed-state-sending = being sent
deed-state-sent = sent
deed-state-blocked = not sent, bot blocked
deed-state-failed = not sent
deed-state-unknown = sent, not known whether it arrived
deed-state-cancelled = not sent, no longer needed
deed-call-missed = { $by } called, not reached
deed-call-met = { $by } called, reached
deed-call-promised = { $by } called, reached, promised { $day }
deed-extension-asked = asks for { $until } ({ $reason })
deed-extension-offered = the board offers { $until }, waiting for the unit
deed-extension-granted = extended to { $until }, { $by } ({ $reason })
deed-extension-refused = not extended to { $until }, { $by }
deed-extension-declined = the unit does not take { $until }
deed-extension-withdrawn = request or extension to { $until } withdrawn
deed-extension-lapsed = request for { $until } no longer needed
deed-waiver = waived, { $by } ({ $reason })
deed-waiver-lifted = waived and taken back, { $by } ({ $reason })
