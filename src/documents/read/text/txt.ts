import type { Source } from "../limits.ts";
import { decodeText } from "./decode-text.ts";

/**
 * Reads a text file.
 * @throws Error where no encoding makes sense of the bytes
 */
export function readTxt({ bytes }: Source): string {
  const text = decodeText(bytes);
  if (text === null) throw new Error("txt: no known encoding");
  return text;
}
