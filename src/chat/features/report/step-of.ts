import type { Message } from "grammy/types";
import type { Step } from "../../../cases/report/write-report.ts";
import { messageFile } from "../../sent-file.ts";

/** What a message gives as an answer: words, a file, a photograph; null for a sticker, a place, a voice. */
export function stepOf(message: Message): Step | null {
  if (message.text) return { kind: "text", text: message.text, messageId: message.message_id };
  const file = messageFile(message);
  return file ? { kind: "sent-file", file } : null;
}
