reminder-several-headline = 🔔 { $count } reports are due, the nearest: { $plan } ({ $left })
reminder-dear-several = { $title ->
    [none] Dear comrade:
   *[other] Dear comrade { $title } of { $units } units:
  }
reminder-several-state = The Board has not received these reports yet:
reminder-several-state-mend = The board looks forward to these reports and corrections:
reminder-several-mend = corrections
reminder-several-item = { $unit ->
    [none] { $number }. { $what }: { $until } ({ $left })
   *[other] { $number }. { $unit } – { $what }: { $until } ({ $left })
  }
reminder-several-more = … and { $count } more: /tasks
reminder-several-ask = If anything stands in the way, please let the Board know early. With thanks.
reminder-report-one = { $number }. Report { $what }
reminder-again-afternoon = Again this afternoon
reminder-again-morning = Again tomorrow morning
reminder-again-at = ⏰ The Board will remind you again at { $moment }.
reminder-snoozed = The Board will remind you again at { $moment }.

ladder-open = Reminders
ladder-line = Reminders: { $ladder }
ladder-before = { $days } days before
ladder-on-day = the morning of the day
ladder-after = { $days } days after
ladder-weekly = then weekly
ladder-none = none
ladder-head = 🔔 Reminders of { $plan }
ladder-dates = { $dates ->
    [none] Due by { $until }: no reminder is left.
   *[other] Due by { $until }: on { $dates }
  }
ladder-rules = Only units that still owe; never at night or on days off.
ladder-future = A change holds from now on.
ladder-preset-sparse = Few: 3, 0, 1
ladder-preset-usual = Usual
ladder-preset-dense = Many
ladder-rung-before = { $days } before
ladder-rung-day = the day
ladder-rung-after = { $days } after
ladder-weekly-button = weekly
ladder-deadline-off = ⚠️ The deadline is a day off: { $day } ({ $why }).
ladder-rung-moves = 📅 { $days } days before is { $day } ({ $why }): moved to { $to }.
ladder-rung-joins = 📅 { $days } days before is { $day } ({ $why }): joined to the next one.

day-off-weekend = weekend
day-off-board = set by the Board
day-off-new-year = New Year
day-off-tet = Tết
day-off-hung-kings = Hùng Kings’ day
day-off-victory = Victory Day
day-off-labour = Labour Day
day-off-national = National Day
day-off-culture = Vietnam Culture Day
day-off-exchanged = exchanged
day-off-made-up = made up

days-open = Days off
days-head = Days off in the next 12 months (besides weekends):
days-line = • { $days }: { $why }
days-span = { $from } – { $to }
days-computed = From { $year } on: computed from the law and the lunar calendar, not announced yet.
days-own = Set by the Board:
days-own-off = • { $day }: off
days-own-worked = • { $day }: worked
days-add-off = + Add days off
days-add-worked = + Add working days
days-drop = Drop { $day }
days-ask-off = Please type the days off (for example: 6/5/2027, or 6-8/5/2027).
days-ask-worked = Please type the working days (for example: 22/8/2026).
days-label = Day
