/** One message to one chat. A file is uploaded once and sent by its id from then on, also when many begin at once. */
import { type Api, GrammyError, InputFile } from "grammy";
import { keyboardOf, MAX_CAPTION, MAX_TEXT, shorten } from "../chat/screen.ts";
import type { Db } from "../store/database.ts";
import type { FileFolder } from "../store/files.ts";
import type { Outgoing } from "./outgoing.ts";

export interface SendDeps {
  db: Db;
  api: Api;
  channel: string;
  files: FileFolder;
}

export type Send = (chatId: number, outgoing: Outgoing, paid: boolean) => Promise<number>;

export function createSend({ db, api, channel, files }: SendDeps): Send {
  /** Ids by content; while the first upload is under way the others wait for it. */
  const handles = new Map<string, Promise<string | null>>();

  const stored = (sha256: string) =>
    db.fileHandle
      .findUnique({ where: { sha256_channel: { sha256, channel } } })
      .then((row) => row?.remoteId ?? null);

  async function sendFile(
    chatId: number,
    file: NonNullable<Outgoing["file"]>,
    options: Parameters<Api["sendDocument"]>[2],
  ): Promise<number> {
    const { sha256 } = file;
    const by = async (content: string | InputFile) => api.sendDocument(chatId, content, options);
    if (file.remoteId && !handles.has(sha256 ?? "")) {
      try {
        return (await by(file.remoteId)).message_id;
      } catch (error) {
        // The id was another bot's: from now on the content itself is sent.
        if (!sha256 || !isForeignId(error)) throw error;
      }
    }
    if (!sha256) throw new Error("a file without content can't be sent");
    for (;;) {
      const known = await (handles.get(sha256) ?? Promise.resolve(null));
      if (known) return (await by(known)).message_id;
      if (handles.has(sha256)) {
        // Whoever was first has failed: the next one is first now.
        const first = handles.get(sha256);
        if ((await first) === null && handles.get(sha256) === first) handles.delete(sha256);
        continue;
      }
      let tell: (id: string | null) => void = () => {};
      handles.set(sha256, new Promise((resolve) => (tell = resolve)));
      try {
        const before = file.remoteId ? null : await stored(sha256);
        const message = await by(before ?? new InputFile(await files.get(sha256), file.name));
        const remoteId = before ?? message.document.file_id;
        if (!before)
          await db.fileHandle.upsert({
            where: { sha256_channel: { sha256, channel } },
            create: { sha256, channel, remoteId },
            update: { remoteId },
          });
        tell(remoteId);
        return message.message_id;
      } catch (error) {
        if (isForeignId(error)) await db.fileHandle.deleteMany({ where: { sha256, channel } });
        tell(null);
        throw error;
      }
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
