/** The file a message carries, whether it came as a document or as a photograph. */
import type { Message } from "grammy/types";
import type { SentFile } from "../cases/sent-file.ts";
import { cleanFileName } from "../domain/file-name.ts";
import { Problem } from "../domain/problem.ts";

export function messageFile(message: Message): SentFile | null {
  const { document, photo } = message;
  if (document) {
    return {
      name: cleanFileName(document.file_name ?? ""),
      mime: (document.mime_type ?? "application/octet-stream").slice(0, 100),
      size: document.file_size ?? 0,
      remoteId: document.file_id,
    };
  }
  const largest = photo?.at(-1);
  if (!largest) return null;
  return {
    name: `anh-${message.message_id}.jpg`,
    mime: "image/jpeg",
    size: largest.file_size ?? 0,
    remoteId: largest.file_id,
  };
}

/** What is said of a file that no bot can fetch. */
export function tooLarge(file: { name: string; size: number }, limit: number): Problem {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  return new Problem("file-too-large", {
    name: file.name,
    size: megabytes(file.size),
    limit: megabytes(limit),
  });
}
