history-none = The unit has sent no report yet. Tap /tasks to see what is owed.
history-head = { $count ->
    [one] 1 report sent
   *[other] { $count } reports sent, the newest first
  }
history-one = { $number }. { $plan }, { $moment }
history-code = Reference { $code }, version { $version }: { $timeliness }
history-receipt = Receipt
history-version = Read version { $version }
signed-button = Send the signed copy
signed-ask = Please send a file or a photograph of the signed and sealed copy of report { $code }.
signed-want-file = A file or a photograph of the signed copy is needed. If there is none yet, tap “Done” and send it later from /history.
signed-kept = ✅ Signed copy received: { $count ->
    [one] 1 file
   *[other] { $count } files
  }, { $moment }. If there are more pages, send them.
signed-finish = Done
signed-done = ✅ The signed copy has been received. Report and deadline stay as they are. Thank you.
signed-headline = 🔔 The signed copy of the report on { $plan }
signed-reminder = The board has the report (code { $code }); please send the signed copy by { $until }.
