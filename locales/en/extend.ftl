extend-none = Nothing is owed that needs more time.
extend-choose = Which report needs more time?
extend-head = 🕓 More time for { $plan } · { $unit }
extend-present = Present deadline: { $due }
extend-ask-day = Until the end of which day? Tap one, or type it (for example 26/4).
extend-day = End of { $day }
extend-wished = Until the end of { $day }
extend-ask-reason = Why is more time needed? Tap a line, or type the reason.
extend-reason-meeting = The cell has yet to meet
extend-reason-away = The comrade in charge is travelling
extend-reason-sum = Waiting for figures
extend-unit = Unit: { $unit }
extend-why = Reason: { $reason }
extend-why-board = The board notes: { $reason }
extend-original = Original deadline: { $until }
extend-contact = Contact: { $name }{ $phone ->
    [none] .
   *[other] , tel. { $phone }.
  }
extend-unit-asked = 🕓 The board has been asked for more time for { $plan }, until { $wished }. The deadline stands until it answers.
extend-unit-offered = 🕓 The board offers a new deadline for { $plan }: { $offered } (you asked for { $wished }).
extend-unit-granted = ✅ New deadline for { $plan }: { $granted }
extend-unit-refused = The deadline of { $plan } stands: { $present }
extend-unit-declined = Noted: the deadline of { $plan } stands, { $present }.
extend-unit-withdrawn = The request for { $plan } was withdrawn. Deadline: { $present }.
extend-unit-restored = The deadline of { $plan } is again what it was: { $present }. The board has taken back the extension it told of.
extend-unit-settled = The request for { $plan } is no longer needed. Deadline: { $due }.
extend-unit-lapsed = The request for { $plan } is no longer needed: no report is due this time.
extend-refused-why = The board says: { $reason }
extend-withdraw = Withdraw
extend-take = Take this deadline
extend-leave = Keep the old one
extend-staff-asked = 🕓 { $unit } asks for more time
extend-staff-offered = 🕓 { $unit } asks for more time: another date was offered, the unit has yet to answer
extend-staff-granted = ✅ { $unit }: more time granted
extend-staff-refused = { $unit }: no more time
extend-staff-declined = { $unit } does not take the offered deadline; the old one stands
extend-staff-withdrawn = { $unit } withdrew its request
extend-staff-lapsed = { $unit }: the request is no longer needed
extend-staff-wished = Asked for: { $until }
extend-staff-by = Asked by { $name }, { $when }
extend-staff-many = ⚠️ Request number { $ordinal }: more time was granted several times.
extend-staff-offer = The board offers: { $until }
extend-staff-new = New deadline: { $until }
extend-staff-decided = Decided by { $name }, { $when }
extend-approve = Agree
extend-other = Offer another date
extend-refuse = Refuse
extend-offer-head = Offer { $unit } another date
extend-ask-offer = Tap a day, or type it (for example 26/4). The unit says whether it takes it.
extend-ask-refusal = Type the board's answer; { $unit } will read it word for word.
extend-decided-refuse = Noted: the deadline of { $unit } stands, { $present }.
extend-decided-offer = { $unit } has been offered a new deadline: { $offered }. Waiting for its answer.
extend-list = { $plan }: { $count ->
    [0] no requests are waiting.
   *[other] { $count } requests for more time are waiting
  }
extend-list-offered = { " " }(the unit has to answer)
extend-button = Ask for more time
extend-was = Deadline when asked: { $due }
