time-weekday-1 = Monday
time-weekday-2 = Tuesday
time-weekday-3 = Wednesday
time-weekday-4 = Thursday
time-weekday-5 = Friday
time-weekday-6 = Saturday
time-weekday-7 = Sunday
time-date = { $day }/{ $month }/{ $year }
time-day = { $weekday }, { $date }
time-moment = { $hour } { $day }
time-until = the end of { $day }
time-left = { $days ->
    [0] today
    [1] 1 day left
   *[other] { $days } days left
  }
time-past = { $days ->
    [0] just past due
    [1] 1 day past due
   *[other] { $days } days past due
  }
