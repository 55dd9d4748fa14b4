/** One message to one chat. A file is uploaded once and sent by its id from then on, also when many begin at once. */
import { type Api, GrammyError, InputFile } from "grammy";
import type { Logger } from "../../chat/context.ts";
import { keyboardOf, MAX_CAPTION, MAX_TEXT, shorten } from "../../chat/screen.ts";
import type { FileFolder } from "../../store/database/files.ts";
import type { Db } from "../../store/database.ts";
import type { Outgoing } from "../outgoing.ts";

export interface SendDeps {
  db: Db;
  api: Api;
  channel: string;
  files: FileFolder;
  log: Logger;
}

type By = (content: string | InputFile) => ReturnType<Api["sendDocument"]>;
type Sent = { messageId: number; remoteId: string };

export type Send = (chatId: number, outgoing: Outgoing, paid: boolean) => Promise<number>;

export function createSend({ db, api, channel, files, log }: SendDeps): Send {
  /** Ids by content; while the first upload is under way the others wait for it. */
  const handles = new Map<string, Promise<string | null>>();

  const stored = (sha256: string) =>
    db.fileHandle
      .findUnique({ where: { sha256_channel: { sha256, channel } } })
      .then((row) => row?.remoteId ?? null)
      // A database that is away for a moment is no reason not to send: then it is uploaded.
      .catch(() => null);

  /** Sends the content itself, or by an id an earlier upload of it was given, and resolves to the id it has now. */
  async function sendFirst(sha256: string, name: string, by: By): Promise<Sent> {
    const before = await stored(sha256);
    if (before !== null)
      try {
        return { messageId: (await by(before)).message_id, remoteId: before };
      } catch (error) {
        if (!isForeignId(error)) throw error;
      }
    const message = await by(new InputFile(await files.get(sha256), name));
    const remoteId = message.document.file_id;
    const id = { sha256, channel };
    // It has been sent, whatever becomes of this row: without it the next start uploads once more.
    await db.fileHandle
      .upsert({ where: { sha256_channel: id }, create: { ...id, remoteId }, update: { remoteId } })
      .catch((error) => log.warn({ err: error }, "the id of an uploaded file could not be kept"));
    return { messageId: message.message_id, remoteId };
  }

  async function sendFile(
    chatId: number,
    file: NonNullable<Outgoing["file"]>,
    options: Parameters<Api["sendDocument"]>[2],
  ): Promise<number> {
    const { sha256 } = file;
    const by: By = (content) => api.sendDocument(chatId, content, options);
    if (file.remoteId && !handles.has(sha256 ?? "")) {
      try {
        return (await by(file.remoteId)).message_id;
      } catch (error) {
        // The id was another bot's, or is not good any more: from now on the content itself is sent.
        if (!sha256 || !isForeignId(error)) throw error;
      }
    }
    if (!sha256) throw new Error("a file without content can't be sent");
    for (let refused = 0; ; ) {
      const first = handles.get(sha256);
      if (!first) break;
      const known = await first;
      if (known !== null)
        try {
          return (await by(known)).message_id;
        } catch (error) {
          if (!isForeignId(error) || ++refused > 1) throw error;
        }
      // Whoever was first has failed, or its id has been refused since: the next one is first now.
      if (handles.get(sha256) === first) handles.delete(sha256);
    }
    let tell: (id: string | null) => void = () => {};
    handles.set(sha256, new Promise((resolve) => (tell = resolve)));
    try {
      const { messageId, remoteId } = await sendFirst(sha256, file.name, by);
      tell(remoteId);
      return messageId;
    } catch (error) {
      tell(null);
      throw error;
    }
  }

  return async (chatId, { screen, file, restricted }, paid) => {
    const options = {
      reply_markup: keyboardOf(screen),
      ...(restricted ? { protect_content: true } : {}),
      ...(paid ? { allow_paid_broadcast: true } : {}),
    };
    if (file) return sendFile(chatId, file, { caption: shorten(screen.text, MAX_CAPTION), ...options });
    const message = await api.sendMessage(chatId, shorten(screen.text, MAX_TEXT), {
      link_preview_options: { is_disabled: true },
      ...options,
    });
    return message.message_id;
  };
}

const isForeignId = (error: unknown) =>
  error instanceof GrammyError &&
  error.error_code === 400 &&
  /file.?(identifier|id|reference)/i.test(error.description);
