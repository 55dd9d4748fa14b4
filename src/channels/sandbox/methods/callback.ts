/** answerCallbackQuery and getFile. */
import { flagArg, textArg } from "../args.ts";
import type { Method } from "../core.ts";
import { MAX_DOWNLOAD } from "../files.ts";
import { characters } from "../formatted.ts";
import { badRequest } from "../refusal.ts";

const answerCallbackQuery: Method = (core, payload) => {
  const queryId = textArg(payload, "callback_query_id");
  const text = textArg(payload, "text");
  const query = core.state.queries.get(queryId);
  const tooOld = query && core.now().getTime() - query.at > core.queryLifetime;
  if (!query || query.answered || tooOld) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  if (characters(text) > 200) throw badRequest("MESSAGE_TOO_LONG");
  core.commit([{ type: "answered", id: queryId }]);
  const url = textArg(payload, "url");
  const { chatId, messageId } = query;
  const alert = flagArg(payload, "show_alert");
  core.notify({ type: "answer", chatId, messageId, queryId, text, alert, ...(url ? { url } : {}) });
  core.waiting.get(queryId)?.(text);
  return true;
};

const getFile: Method = (core, payload) => {
  const id = textArg(payload, "file_id");
  if (id === "") throw badRequest("file_id not specified");
  const file = core.state.files.get(id);
  if (!file) throw badRequest("invalid file_id");
  if (file.size > MAX_DOWNLOAD) throw badRequest("file is too big");
  return { file_id: id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
};

export const callbackMethods: Readonly<Record<string, Method>> = { answerCallbackQuery, getFile };
