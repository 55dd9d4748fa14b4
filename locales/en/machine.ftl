### What administrators are told about the machine.

machine-disk-low =
    ⚠️ The disk of the bot's machine has only { $free } left.
    Reports are taken still, files are not for now. Please free at least 500 MB (delete what is not needed, or move old backups elsewhere).
machine-backup-failed =
    ⚠️ The backup of the night of { $day } could not be made.
    Why: { $reason }
    It is tried again every hour. Please look at the disk and the folder of backups.
machine-clock-off =
    ⚠️ The clock of the bot's machine is about { $minutes } minutes { $ahead ->
        [yes] ahead of
       *[no] behind
    } Telegram's.
    Deadlines and hours of reminders go by it. Please set the machine's clock (turn automatic time on).
machine-stopped = 🔌 The bot stopped abruptly: away from { $from } to { $until }.
machine-stopped-deadlines = { $count } reports fell due meanwhile.
machine-stopped-messages = { $count } messages were to go out meanwhile.
machine-stopped-nothing = Nothing fell due and no message was to go out meanwhile.
machine-stopped-done = It runs again and the data are whole. { $count ->
        [0] No message was on its way.
       *[other] { $count } messages that were on their way have been sent again; some people may get one twice.
    } What units wrote meanwhile is taken and answered one by one.
