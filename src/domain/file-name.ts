/**
 * Names of files as people gave them, made safe to show, to send on and to save under. Every way in cleans them once:
 * a line break in a name breaks the call that sends the file, a mark that turns the reading direction hides what kind
 * of file it is, and some names no Windows can save.
 */

/** Bytes of UTF-8: disks take 255, with room for what a browser adds ("(1)"). */
export const LONGEST_FILE_NAME = 200;
const LONGEST_ENDING = 12;

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/iu;

/**
 * The last part of a path, composed (NFC), in one line, without control and direction marks and what Windows forbids,
 * at most `LONGEST_FILE_NAME` bytes with its ending kept. Cleaning twice changes nothing.
 * @param instead where nothing is left of the name
 */
export function cleanFileName(name: string, instead = "tep"): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const line = last
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/[<>:"|?*]/g, "_")
    .normalize("NFC");
  const short = trimmed(shortened(trimmed(line)));
  // Nothing but an ending is no name.
  if (short === "" || /^_*$/.test(short)) return instead;
  return RESERVED.test(short) ? `_${short}` : short;
}

/** Dots and blanks at the ends: hidden on one system, lost on another. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, "");

function shortened(name: string): string {
  // One for the underscore of a reserved name.
  const room = LONGEST_FILE_NAME - 1;
  if (bytes(name) <= room) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : "";
  return `${trimmed(cut(ending ? name.slice(0, dot) : name, room - bytes(ending)))}${ending}`;
}

/** Cut where a letter ends, with the marks upon it. */
function cut(text: string, room: number): string {
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter("vi").segment(text)) {
    used += bytes(segment);
    if (used > room) break;
    kept += segment;
  }
  return kept;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;
