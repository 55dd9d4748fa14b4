### Why the start failed. Printed in both languages: at that moment nobody's language is known.

start-error-folder-in-use = The data folder { $folder } is in use by another process: { $what }, number { NUMBER($pid, useGrouping: 0) }, on { $host }, since { $since }. Stop that process and start again, or set DATA_DIR to another folder.
start-error-embedded-version = The database in { $folder } is of PostgreSQL { $found }; this version needs PostgreSQL { $wanted }. Nothing has been changed. Start the earlier version of dondoc again, or restore a backup into a new folder.
start-error-embedded-broken = The database in { $folder } cannot be opened: { $reason }. Copy the folder to keep it, then check its permissions and the free disk space; if it still fails, restore a backup.
start-error-server-unreachable = The database server { $server } cannot be reached: { $reason }. Check that the server is running and that DATABASE_URL is right.
start-error-server-too-old = The database server is PostgreSQL { $version }; 14 or later is needed. Upgrade the server, or point DATABASE_URL to another.
start-error-migration-failed = The database upgrade step { $name } failed: { $reason }. It has been undone and the data are as before. Remove the cause and start again, or go back to the earlier version of dondoc.
start-error-migration-changed = The file prisma/migrations/{ $name } was changed after it ran on this database. Install the proper version of dondoc again; the files in prisma/migrations must not be edited.
start-error-migration-unknown = A newer version of dondoc has upgraded this database (step { $name }). Run that newer version, or restore a backup from before the upgrade.
start-error-sandbox-not-loopback = The sandbox runs on this machine alone and is not opened at { $host }: whoever opens its page can play anybody. Set HOST=127.0.0.1, or set BOT_TOKEN to run the real bot.
start-error-port-in-use = Port { NUMBER($port, useGrouping: 0) } on { $host } is in use by another program. Stop that program, or set PORT to another port.
start-error-token-refused = Telegram refuses BOT_TOKEN: it is wrong or has been revoked. Get a new token from @BotFather, put it in BOT_TOKEN and start again.
start-error-files-elsewhere = The folder of files { $folder } is not the one this database uses (its mark { $mark } is missing or another). Mount the right shared folder as DATA_DIR and start again. If the old files are lost for good: write that mark into the file “{ $file }” in the folder.
start-error-admin-code-short = ADMIN_CODE is too short: it needs at least { $least } letters and digits. Change it in .env, or leave it empty: one is made and printed.
start-error-log-file-closed = The log file { $file } can not be written ({ $reason }). Mend LOG_FILE, grant the right to write, or leave it empty to log to the terminal.
