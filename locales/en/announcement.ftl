announcement-headline = 📄 { $plan }
announcement-headline-due = 📄 { $plan } – report due: { $due }
announcement-dear = To Comrade { $title }, { $unit }:
announcement-sends-file = { $issuer } sends you the document { $title } (file attached).
announcement-sends = { $issuer } sends you the document { $title }.
announcement-work = What your unit is asked to do: { $work }.
announcement-report = report
announcement-by-board = { $what } { $when } (proposed by the Board)
announcement-contact = Contact: { $name }, { $board }{ $phone ->
    [none] .
   *[other] , tel. { $phone }.
  }
announcement-please = Please tap “Received” so that the Board knows. With thanks.
announcement-acknowledge = Received
announcement-acknowledged = ✓ Received { $date }
announcement-report-button = Report
announcement-calendar = Calendar
announcement-noted = Noted. Thank you.
announcement-noted-before = You have already tapped “Received”.
announcement-noted-words = Noted: { $unit } has received { $plan }, { $moment }.
announcement-preview = This is a preview: the units will see exactly this.
announcement-calendar-sent = Open this file to put the deadline in your phone’s calendar.

calendar-report = Report due: { $plan }
calendar-task = Task due: { $plan }
calendar-event = { $plan }

reminder-before-headline = 🔔 { $days ->
    [one] 1 day left
   *[other] { $days } days left
  }: report on { $plan }
reminder-before-state = The Board has not received the report yet; it is due by { $until }.
reminder-before-ask = If anything stands in the way, please let the Board know early. With thanks.
reminder-today-headline = ⏰ Due today, { $day }: report on { $plan }
reminder-today-state = The Board hopes to receive the report today, in time to sum up.
reminder-today-ask = You can answer right here on the phone; the signed copy may follow. Thank you.
reminder-late-headline = Report not yet received: { $plan }
reminder-late-state = The report was due by { $until }, { $days ->
    [0] today
    [one] 1 day ago
   *[other] { $days } days ago
  }.
reminder-late-ask = Please see to it and send the report today. With thanks.
reminder-draft = Your report so far has { $answered } of { $fields } items; you can go on from there.
reminder-contact = Contact: { $name }{ $phone ->
    [none] .
   *[other] , tel. { $phone }.
  }
reminder-report = Report
reminder-nil = Nothing to report
announcement-withheld = The document is for internal circulation and its file is not sent from here: please get the paper at { $place }.
