### Why the start failed. Printed in both languages: at that moment nobody's language is known.

start-error-folder-in-use = The data folder { $folder } is in use by another process: { $what }, number { NUMBER($pid, useGrouping: 0) }, on { $host }, since { $since }. Stop that process and start again, or set DATA_DIR to another folder.
start-error-embedded-version = The database in { $folder } is of PostgreSQL { $found }; this version needs PostgreSQL { $wanted }. Nothing has been changed. Run the earlier version of dondoc once more to back up (npm run -s cli -- backup FILE), then with this version one command: npm run -s cli -- restore FILE --replace; what is there is set aside. Without such a backup: npm run -s cli -- restore latest --replace takes the newest of the nights.
start-error-embedded-broken = The database in { $folder } cannot be opened: { $reason }. Copy the folder to keep it, then check its permissions and the free disk space; if it still fails, restore a backup.
start-error-server-unreachable = The database server { $server } cannot be reached: { $reason }. Check that the server is running and that DATABASE_URL is right.
start-error-server-too-old = The database server is PostgreSQL { $version }; 14 or later is needed. Upgrade the server, or point DATABASE_URL to another.
start-error-migration-failed = The database upgrade step { $name } failed: { $reason }. It has been undone and the data are as before. Remove the cause and start again, or go back to the earlier version of dondoc.
start-error-migration-changed = The file prisma/migrations/{ $name } was changed after it ran on this database. Install the proper version of dondoc again; the files in prisma/migrations must not be edited.
start-error-migration-unknown = A newer version of dondoc has upgraded this database (step { $name }). The data are whole. Run that newer version; or go one step back: the newer version left a backup dondoc-before-upgrade-… in BACKUP_DIR, and with it npm run -s cli -- restore FILE --replace --as-it-was makes the data fit for this version again.
start-error-sandbox-not-loopback = The sandbox runs on this machine alone and is not opened at { $host }: whoever opens its page can play anybody. Set HOST=127.0.0.1, or set BOT_TOKEN to run the real bot.
start-error-port-in-use = Port { NUMBER($port, useGrouping: 0) } on { $host } is in use by another program. Stop that program, or set PORT to another port.
start-error-token-refused = Telegram refuses BOT_TOKEN: it is wrong or has been revoked. Get a new token from @BotFather, put it in BOT_TOKEN and start again.
start-error-files-elsewhere = The folder of files { $folder } is not the one this database uses (its mark { $mark } is missing or another). Mount the right shared folder as DATA_DIR and start again. If the old files are lost for good: write that mark into the file “{ $file }” in the folder.
start-error-admin-code-short = ADMIN_CODE is too short: it needs at least { $least } letters and digits. Change it in .env, or leave it empty: one is made and printed.
start-error-log-file-closed = The log file { $file } can not be written ({ $reason }). Mend LOG_FILE, grant the right to write, or leave it empty to log to the terminal.
start-error-folder-closed = The data folder { $folder } can't be written ({ $reason }). See whether its disk is mounted read-only and whether the bot's user may write there; or set DATA_DIR to another folder.
start-error-disk-full = The disk of the data folder { $folder } is full. The data are whole. Free at least 500 MB, then start again.
start-error-backup-before-upgrade = This version has to upgrade the data and backs them up first, but no backup could be made in { $folder }: { $reason }. The data have not been changed. Free the disk or set BACKUP_DIR to a folder that can be written, then start again.
start-word-hang = dondoc did not respond for { $seconds } seconds and has ended itself. What was acknowledged is kept; start it again and it goes on. Where the disk is full, make room first.
start-word-database = The database can't go on writing ({ $reason }), so dondoc ends at once. What was acknowledged is kept; see to the disk (full, broken, mounted read-only), then start again.
start-word-wait = The data folder { $folder } is held by another machine ({ $what }, machine { $host }). Waiting up to 12 seconds to see whether that one still runs.
start-word-upgrade = Backed up before the data are upgraded: { $file }
