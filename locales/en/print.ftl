print-kind = Plan
print-plan = { $kind }{ $number ->
    [none] { "" }
   *[other] { " " }no. { $number }
  }{ $issued ->
    [none] { "" }
   *[other] , { $issued }
  }{ $issuer ->
    [none] { "" }
   *[other] { " " }of { $issuer }
  } on { $title }
print-subject = results of { $title }
print-opening = Carrying out { $plan }, { $unit } reports:
print-nil = There was nothing to report in this period.
print-closing = This is the report of the unit.
print-attached = { $count } files attached.
print-private = (private: to be written in by hand, or taken from the personal page)
print-report-to = { $board } (for report)
print-filed = { $unit }, file
sheet-private = private: on a sheet of its own, in an envelope
sheet-several = several may be ticked
sheet-most = at most { $count }
