campaign-paused = ⏸ Sending of { $plan } is paused: { $done }/{ $total }
campaign-halted = Halted, because Telegram refuses every message: “{ $reason }”. Please check the text or the file, then go on.
campaign-lost-so-far = Not delivered so far: { $count }
campaign-stopped = ⏹ Sending of { $plan } was stopped: { $sent }/{ $units } units have it.
campaign-pause = ⏸ Pause
campaign-resume = ▶ Go on
campaign-stop = ⏹ Stop
campaign-retry = Send { $count } undelivered again
campaign-retry-unknown = Send { $count } uncertain ones again
campaign-file = Table of results
campaign-file-name = delivery-{ $code }.xlsx
campaign-file-sent = What became of { $plan }, unit by unit, person by person.
campaign-pause-done = Paused; { $count } messages wait.
campaign-resume-done = { $count } messages go on.
campaign-stop-done = Stopped; { $count } messages will not be sent.
campaign-retry-done = Sending { $count } messages again.
campaign-retry-unknown-done = Sending { $count } messages again.
campaign-stop-ask = Stop sending { $plan } for good? { $count } messages have not gone out; those sent can't be taken back.
campaign-stop-yes = Stop
campaign-stop-no = ‹ Don't stop
campaign-silent-head = { $plan }: { $count } units have not tapped “Received” after 2 working days
campaign-silent-line = • { $unit }: { $person }{ $phone ->
    [none] { "" }
   *[other] , tel. { $phone }
  } (sent { $sent })
campaign-unreached = ⚠️ A reminder did not reach { $count } people:
campaign-unreached-none = ⚠️ The sending of reminders was halted.
campaign-unreached-line = • { $person }{ $units ->
    [none] { "" }
   *[other] { " " }({ $units })
  }{ $instead ->
    [none] : nobody gets it instead, please telephone
   *[other] : sent to { $instead } instead
  }

plans-silent = Not acknowledged after 2 working days: { $count }
plans-silent-button = Not acknowledged ({ $count })

outcome-instead = { $line } (instead of { $person }, who can't be reached)
outcome-sheet = Delivery
outcome-heading = Delivery of { $plan }
outcome-column-code = Code
outcome-column-unit = Unit
outcome-column-person = Recipient
outcome-column-post = Post
outcome-column-phone = Telephone
outcome-column-state = Outcome
outcome-column-sent = Sent
outcome-column-acknowledged = Acknowledged
outcome-column-tries = Tries
outcome-column-unknowns = Uncertain
outcome-column-note = Note
outcome-note-instead = instead of { $person }
outcome-state-acknowledged = Received and acknowledged
outcome-state-sent = Sent, not acknowledged
outcome-state-pending = Waiting
outcome-state-sending = Being sent
outcome-state-blocked = Not delivered: the bot is blocked
outcome-state-failed = Not delivered
outcome-state-unknown = Uncertain whether it arrived
outcome-state-cancelled = Not sent
outcome-state-nobody = Nobody uses the bot

outage-head = 🔌 Out of service from { $from } to { $until }
outage-deadlines = { $count } reports fell due meanwhile: those sent soon afterwards count as in time, with a note.
outage-waited = Messages written meanwhile were taken when service came back.
outage-counted = Out of service from { $from } to { $until }; counted as in time.

settings-paid = Paid fast broadcasting: { $on ->
    [yes] on
   *[no] off
  }
settings-paid-on = Turn paid broadcasting on
settings-paid-off = Turn paid broadcasting off
settings-paid-ask = Fast: up to 500 messages a second instead of 30. Telegram takes 0.1 Star for each message above the free 30 a second from the bot's balance of Stars. Only bots that meet Telegram's conditions can use it. The most it can cost is shown before each broadcast. Turn it on?
settings-paid-yes = Turn on
settings-paid-no = ‹ No
broadcast-paid = ⭐ Paid broadcasting is on: at most { $stars } Stars for { $count } messages (0.1 Star for each above 30 a second).
campaign-again = 🔁 Sent again: this may have reached you in another app already.
