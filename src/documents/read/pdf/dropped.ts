/**
 * Pictures are left out while the words of a .pdf are read: decoding them would take most of the time. pdfjs tells of
 * each that it leaves out, and by no other way than its log; so its log is listened to while a file is read.
 */

const leftOut = "Image exceeded maximum allowed size";

export interface Dropped {
  /** How many pictures were left out since this was asked the last time. */
  take(): number;
  stop(): void;
}

/** Listens until it is told to stop. The other warnings of pdfjs go nowhere. */
export function listenForDropped(): Dropped {
  let dropped = 0;
  const log = console.log;
  const listen = (...said: unknown[]) => {
    const [first] = said;
    if (typeof first !== "string" || !first.startsWith("Warning: ")) log(...said);
    else if (first.includes(leftOut)) dropped++;
  };
  console.log = listen;
  return {
    take: () => {
      const count = dropped;
      dropped = 0;
      return count;
    },
    stop: () => {
      if (console.log === listen) console.log = log;
    },
  };
}
