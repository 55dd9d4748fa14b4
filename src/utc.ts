/**
 * First import of every entry point. The process runs in UTC because database drivers read timestamps in the
 * process's own zone and would move them by its offset; the zone people live in is luxon's affair alone.
 */
process.env.TZ = "UTC";
