import type { Words } from "../i18n.ts";
import type { StartError } from "../store/database/start-error.ts";

/** Who holds a data folder, from StartError("folder-in-use"), as people write it. */
export function holderOf(error: StartError, words: Words) {
  const { folder = "?", what = "?", pid = "?", host = "?", since = "?" } = error.vars;
  const moment = new Date(since);
  return {
    folder: String(folder),
    what: String(what),
    pid: String(pid),
    host: String(host),
    since: Number.isNaN(moment.getTime()) ? String(since) : words.moment(moment),
  };
}
