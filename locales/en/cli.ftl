### What the command line says: npm run -s cli -- <command>.

cli-usage =
    Usage: npm run -s cli -- <command>
    Commands work on the database that .env or the environment names (DATABASE_URL, DATA_DIR).
cli-usage-of = Usage:
cli-usage-read-plan =
    read-plan [--json | --text] [--ours NAME]… FILE…
        Reads plans (.docx, .pdf, .txt, .doc, .xlsx, scans, photos): number, date, title, milestones.
        --json  one line of JSON for each file     --text  the normalised text
cli-usage-import-units =
    import-units FILE [--dry-run]
        Imports units from an .xlsx or .csv with the columns Mã, Tên, Loại, and perhaps Trực thuộc, Chức danh.
        --dry-run  shows what would happen, writes nothing
cli-usage-import-form =
    import-form FILE.xlsx [--board SYMBOL] [--running] [--dry-run]
        Takes a form from an XLSForm file: a new form, or a new version of the one with the same form_id.
        --running  running plans ask by the new version too     --dry-run  only look, write nothing
cli-usage-export-form =
    export-form KEY FILE.xlsx
        Writes the newest version of a form as an XLSForm file; a file that is there is not overwritten.
cli-usage-invite =
    invite UNIT --post secretary|deputy [--bot NAME]
    invite --role staff|leader|administrator [--board SYMBOL] [--bot NAME]
        Makes an invitation code: for one use, within 7 days.
cli-usage-doctor =
    doctor
        Checks this machine, the configuration, the data folder, the database, Telegram.
cli-usage-help =
    help
        Prints this.

cli-wrong-command = There is no command “{ $command }”.
cli-wrong-option = This command has no option { $option }.
cli-wrong-value = The option { $option } lacks its value, or has one that it does not take.
cli-wrong-choice = The option { $option } takes one of: { $choices }.
cli-wrong-bot = “{ $name }” is not the name of a bot: 5 to 32 Latin letters, digits and underscores.
cli-wrong-file-count = This command needs exactly one file.
cli-wrong-export = This command needs the key of a form and a file (.xlsx).
cli-wrong-no-file = This command needs at least one file.
cli-wrong-no-arguments = This command takes nothing more.
cli-wrong-both-forms = Choose one of the two: --json or --text.
cli-wrong-invite = A unit code with --post is needed, or --role (with --board if you like).

cli-file-missing = There is no file { $file }.
cli-file-unreadable = The file { $file } cannot be read: { $reason }.
cli-file-bug = Something went wrong while reading the file { $file }: { $reason }.
cli-folder-in-use = The data folder { $folder } is in use: { $what }, process { $pid }, on { $host }, since { $since }. Stop that process, run this command, and start it again. To run commands while the bot is running, use PostgreSQL (DATABASE_URL).
cli-folder-lost = Another process has taken over the data folder, so this command stopped midway. Run it again when that process has ended.
cli-database-folder = Database: the folder { $folder }
cli-database-server = Database: PostgreSQL (DATABASE_URL)
cli-sandbox-apart = BOT_TOKEN is not set, so npm start runs the sandbox with data of its own; it does not see what this command writes.

cli-import-sheet = Reading the sheet “{ $sheet }”.
cli-import-hidden = { $what ->
    [sheet] Left out the hidden sheet “{ $sheet }”.
    [rows] Left out the hidden rows { $where } (sheet “{ $sheet }”).
   *[columns] Left out the hidden columns { $where } (sheet “{ $sheet }”).
}
cli-import-ignored = Columns not used: { $columns }.
cli-import-problems = { $count ->
    [one] The table { $name } has one mistake; nothing has been written:
   *[other] The table { $name } has { $count } mistakes; nothing has been written:
  }
cli-import-at-row = row { $row }
cli-import-outcome = Units added: { $added }, changed: { $changed }, unchanged: { $unchanged }.
cli-import-outcome-dry = Dry run, nothing has been written. Units to add: { $added }, to change: { $changed }, unchanged: { $unchanged }.
cli-field-name = name
cli-field-kind = kind
cli-field-head-title = title of its head
cli-field-parent = parent

cli-invite-code = Invitation code: { $code }
cli-invite-for = For: { $role }, { $place }
cli-invite-until = It can be used once, until { $until }. It is shown only now.
cli-invite-link = Link: { $link }
cli-invite-how = Whoever is invited opens the link or scans the QR code, or opens the bot and types the code. The Board then confirms the person.
cli-invite-how-code = Whoever is invited opens the bot on Telegram and types the code. The Board then confirms the person.
cli-invite-no-token = No link and QR code yet: set BOT_TOKEN, or add --bot NAME.
cli-invite-bot-refused = No link and QR code yet: Telegram refuses BOT_TOKEN. Check the token, or add --bot NAME.
cli-invite-bot-unreachable = No link and QR code yet: Telegram does not answer. Add --bot NAME to have them at once.
cli-invite-no-administrator = There is no administrator yet to confirm who was invited. First somebody has to enter the bot with ADMIN_CODE: it is printed when the bot starts for the first time, or set by the variable ADMIN_CODE.
cli-form-unknown = There is no form with the key { $key }. The keys there are: { $keys }.
cli-file-there = There is a file { $file } already: choose another name.
cli-file-unwritable = The file { $file } can't be written: { $reason }.
cli-form-faults = { $count ->
    [one] The file { $name } has one mistake; nothing has been written:
   *[other] The file { $name } has { $count } mistakes; nothing has been written:
  }
cli-form-new = New form “{ $title }”, key { $key }; questions: { $count }.
cli-form-compared = “{ $title }”, compared with version { $version }:
cli-form-same = “{ $title }”: just like version { $version }, nothing to write.
cli-form-taken = Version { $version } is taken; running plans that ask by it: { $plans }.
cli-form-dry = Dry run, nothing has been written.
cli-form-written = “{ $title }”, version { $version }, is written: { $file }
cli-unit-unknown =
    There is no unit with the code { $code }. The nearest codes:
    { $near }
cli-units-none = There are no units yet, so there is no code { $code }. Import the list first: npm run -s cli -- import-units FILE.xlsx
cli-board-unknown = There is no board with the symbol { $symbol }. Symbols: { $symbols }.
cli-board-which = There are several boards; add --board with one of the symbols: { $symbols }.

cli-doctor-ok = ok
cli-doctor-problem = PROBLEM
cli-doctor-fine = No problem found.
cli-doctor-wrong = { $count ->
    [one] One problem to be dealt with.
   *[other] { $count } problems to be dealt with.
  }
cli-doctor-node = Node.js { $version }
cli-doctor-node-old = Node.js { $version }: { $wanted } or later is needed. Install a newer one and run this again.
cli-doctor-config = Configuration: valid
cli-doctor-config-wrong = Configuration: { $mistake }. Correct it in .env or the environment. Data and Telegram have not been checked.
cli-doctor-folder = Data folder { $folder }: writable, { $free } free on its disk
cli-doctor-folder-new = Data folder { $folder }: not there yet, made at the first start; { $free } free on its disk
cli-doctor-folder-closed = Data folder { $folder }: not writable ({ $reason }). Let the user that runs the bot write there, or set DATA_DIR to another folder.
cli-doctor-folder-full = Data folder { $folder }: only { $free } free on its disk. Make room for at least { $wanted }.
cli-doctor-database = Database { $place }: opens, upgrade steps applied: { $count }
cli-doctor-database-new = Database { $place }: not there yet, made at the first start
cli-doctor-database-held = Database { $place }: in use by { $what } (process { $pid }, on { $host }, since { $since }), so it was not opened again
cli-doctor-database-bug = Database { $place }: { $reason }. Check permissions and free disk space; if it still fails, keep this folder and tell the developers.
cli-doctor-no-token = BOT_TOKEN: not set, npm start runs the sandbox
cli-doctor-token = BOT_TOKEN: Telegram accepts it, the bot is @{ $name }
cli-doctor-token-unreachable = Telegram ({ $root }): no answer within 5 seconds. Check the network, the firewall, the variable TELEGRAM_API_ROOT.
cli-doctor-zone = Time zone { $zone }: it is now { $now }
cli-doctor-zone-wrong = Time zone { $zone }: this Node.js lacks time zone data. Install the official Node.js with full ICU.
cli-doctor-locales = Texts: { $locales }
cli-doctor-locales-wrong = Texts: { $keys } missing. Install the proper version of dondoc again.
cli-doctor-bot-off = Bot: not running just now ({ $place }). Start it and run doctor again to have the running bot looked at, too.
cli-doctor-bot-other = Port { $place }: something answers that is not this bot, or the bot does not know the host name. See PORT and ADMIN_HOST in .env; stop the other program or change PORT.
cli-doctor-bot-says = The bot says: { $text }
cli-doctor-bot-token-fine = Running bot: Telegram takes the token
cli-doctor-bot-token-wrong = Running bot: Telegram refuses the token. Get it again from @BotFather, mend BOT_TOKEN in .env, start again.
cli-doctor-bot-start-fine = Running bot: the start is over
cli-doctor-bot-start-wrong = Running bot: still starting, Telegram has not answered yet. Look at the network and the firewall to api.telegram.org (port 443); the bot keeps trying.
cli-doctor-bot-poller-fine = Running bot: no other machine uses the token
cli-doctor-bot-poller-wrong = Running bot: another machine uses the same token (409). Find and stop it; if you do not know where it is, get a new token from @BotFather.
cli-doctor-bot-heard-fine = Running bot: Telegram answers
cli-doctor-bot-heard-wrong = Running bot: no answer from Telegram for { $seconds } seconds. Look at the network, the firewall, the clock of the machine.
cli-doctor-bot-queue-fine = Running bot: no message is stuck
cli-doctor-bot-queue-wrong = Running bot: { $waiting } messages wait, the oldest for { $minutes } minutes. Look at the log; if the network is well, start the bot again: no message is lost.
cli-doctor-bot-database-fine = Running bot: the database answers
cli-doctor-bot-database-wrong = Running bot: the database does not answer. Look at the disk's free space; with PostgreSQL at the server and DATABASE_URL; then start the bot again.
cli-doctor-web-none = Pages: WEB_URL is not set, the bot works without pages (see docs/https.md)
cli-doctor-web-off = Pages: the bot is not running, so WEB_URL was not tried
cli-doctor-web-plain = Pages: { $url } is not https, answers would travel unencrypted. Set up https (see docs/https.md).
cli-doctor-web-here = Pages: { $url } opens from this machine
cli-doctor-web-not-here = Pages: { $url } does not open from this machine ({ $reason }). In many networks that is so although it opens from outside: try a phone on mobile data.
cli-doctor-web-status = Pages: { $url } answers { $status }, but that is not this bot. The proxy has to pass /f/ to the right port, with Host as it came.
cli-doctor-web-no-terminal = Pages: run doctor in a terminal to try them with a phone
cli-doctor-web-question = Switch Wi-Fi off on a phone, scan the code above over mobile data, and type the 4 digits that the page shows (Enter: it does not open):
cli-doctor-web-seen = Pages: a phone outside opens them, and it is this bot
cli-doctor-web-unseen = Pages: a phone does not open { $url }. Look at the domain name, the https certificate, port 443 and the proxy (see docs/https.md).
cli-doctor-web-elsewhere = Pages: those were not the digits; { $url } may lead to another machine. Look where the name points.

cli-wrong-backup = This command takes the name of a backup file.
cli-wrong-restore = This command takes the name of a backup file, or the word latest.
cli-bot-gone = The bot has just stopped, and the command did not come to its end. Run it again.
cli-folder-wait = The data folder { $folder } is held by another machine ({ $what }, machine { $host }); waiting up to 12 seconds.
cli-database-bot = Database: the bot runs on folder { $folder }; it does the command
cli-database-fatal = The database can't go on writing: { $reason }. See to the disk, then run it again.
cli-usage-backup =
    backup FILE
        Backs up all data and files into one file, also while the bot runs; never over a file that is there.
        With BACKUP_PASSPHRASE the backup is encrypted (age format) and holds the key of report pages too.
cli-usage-restore =
    restore FILE|latest [--replace] [--as-it-was]
        Restores into an empty data folder or an empty PostgreSQL, from a backup of either.
        latest       the newest one in BACKUP_DIR
        --replace    where the folder holds data: they are set aside, not deleted
        --as-it-was  leaves the data at the backup's own step of upgrading, to run the older dondoc again
cli-backup-from-bot = The bot is running: backed up while it goes on.
cli-backup-done = Backed up { $rows } rows and { $files } files ({ $size }): { $file }
cli-backup-missing-files = Note: { $count } files are named in the data but are not whole in the folder of files, so the backup lacks them.
cli-backup-sealed = The backup is encrypted. Without BACKUP_PASSPHRASE nobody can ever open it: keep the passphrase elsewhere.
cli-backup-plain = The backup is not encrypted: whoever has the file can read every report. The key of report pages is not in it. Set BACKUP_PASSPHRASE to encrypt.
cli-backup-nothing = There are no data in { $folder } to back up yet.
cli-backup-foreign = The file { $file } is no backup of dondoc.
cli-backup-newer = The backup { $file } was made by a newer dondoc ({ $program }). Install that version, then restore.
cli-backup-half = The backup { $file } is cut off: its end is missing. Nothing was written. Get the whole file again, or take another one.
cli-backup-damaged = The backup { $file } is damaged ({ $piece }). Nothing was written. Get the file again, or take another one.
cli-backup-passphrase-wanted = The backup { $file } is encrypted. Put the passphrase into the variable BACKUP_PASSPHRASE and run it again.
cli-backup-passphrase-wrong = BACKUP_PASSPHRASE does not open the backup { $file }: it is the wrong one.
cli-backup-not-empty = There are data here already (somebody is registered), so nothing was written. A data folder: add --replace, and what is there is set aside. PostgreSQL: make another, empty database and point DATABASE_URL at it.
cli-backup-disk-full = The disk was full while writing { $file }. What was half written is gone. Free the disk, or choose another place.
cli-backup-file-there = { $file } exists: choose another name.
cli-backup-unwritable = { $file } can't be read or written: { $reason }. See to the folder and its rights.
cli-backup-missing = There is no file { $file }.
cli-restore-no-backup = There is no backup in { $folder } yet.
cli-restore-from = Restoring from { $file }
cli-restore-done = Restored { $rows } rows and { $files } files from the backup of { $made }.
cli-restore-aside = What was here is set aside in { $folder }; delete that folder when you no longer need it.
cli-restore-no-key = The backup has no key of report pages: where the old key is not here either, links that were sent no longer open, and units ask for new ones in the chat.
cli-restore-as-it-was = The data are at the step of dondoc { $program }: run that version.
cli-restore-bot-again = The running bot stops by itself, takes the restored data and goes on.
cli-doctor-backup = Newest backup: { $when } ({ $file })
cli-doctor-backup-none = Backups: none in { $folder } yet; the bot makes one at 02:30 every night
cli-doctor-backup-old = The newest backup is old: { $when } ({ $file }). Read the bot's log, see to the disk and to BACKUP_DIR; to back up now: npm run -s cli -- backup FILE
