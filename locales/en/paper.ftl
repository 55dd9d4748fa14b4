paper-none = { $unit } owes no report.
paper-tasks = { $unit }: choose what to make a page or a sheet for, or to type in from paper.
paper-task = Report { $plan } · { $unit } (code { $code })
paper-link-line = 🔗 Page of { $name }, until { $until } ({ $opened ->
    [yes] opened
   *[no] not opened yet
  })
paper-make-link = Make a web page
paper-revoke = Revoke the page
paper-revoked = { $count ->
    [0] No page is open.
    [one] 1 page revoked.
   *[other] { $count } pages revoked.
  }
paper-sheet = Printed sheet (A4)
paper-sheet-caption = For { $unit } to fill in by hand, sign and send back. Then tap “Type in from paper”.
paper-enter = Type in from paper
paper-when = On which day did the paper of { $unit } for { $plan } come? The report counts from that day.
paper-entering = ✍️ Typing in the report { $plan } of { $unit }; the paper came { $day }. The record says who typed.
paper-stop = Stop typing in
paper-stopped = Stopped; what was typed is not kept.
paper-link =
    🔗 Report page of { $name }, { $unit } ({ $plan }):

    { $url }

    Open until { $until }. Pass it on to that person alone; it is shown this one time.
paper-own-link =
    🔗 Your page for the report { $plan }, { $unit }:

    { $url }

    Open until { $until }. Do not pass it on.
paper-own-which = A page for which report?
paper-own-button = Open a web page
paper-qr = QR code of the page of { $unit }: print it or scan it with a camera.
paper-print-caption = To print, sign and seal. The number is blank; please have a clerk check the format before it is signed.
paper-print = As Word

sheet-title = REPORT { $plan }
sheet-unit = Unit
sheet-code = Code
sheet-how-to = Please fill in, sign and send back to the board. Squares: mark with an x.
sheet-other = Or in your own words:
sheet-optional = if any
sheet-signed = Signed by (name in full)
sheet-yes = Yes
sheet-no = No
