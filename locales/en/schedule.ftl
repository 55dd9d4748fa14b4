schedule-head = 🔁 Schedule of { $plan }
schedule-present = Schedule: { $schedule }
schedule-none = No day yet. Please choose a rhythm, then a day.
schedule-period = • { $period }: { $until }
schedule-future = A change touches only what is not due yet.
schedule-weekly = { $interval ->
    [1] { $weekday } every week
   *[other] { $weekday } every { $interval } weeks
  }
schedule-monthly = { $interval ->
    [1] { $day } of every month
   *[other] { $day } of every { $interval } months
  }
schedule-months = { $count ->
    [1] { $day } of month { $months } every year
   *[other] { $day } of months { $months }
  }
schedule-day = day { $day }
schedule-last-day = the last day
schedule-rhythm-w = Week
schedule-rhythm-m = Month
schedule-rhythm-q = Quarter
schedule-rhythm-h = 6 months
schedule-rhythm-y = Year
schedule-button-last = last
schedule-open = 🔁 Recurring
schedule-open-one = 🔁 Schedule: { $action }
plan-week = week of { $from }–{ $to }
plan-recurs = recurring, { $schedule }
tasks-period = Period: { $period }
