/** Pictures that phones and scanners make. Others (.heic, .tif, .emf) can't be drawn, and trying ends the process. */
const marks = ["\xff\xd8\xff", "\x89PNG", "RIFF"].map((mark) => Buffer.from(mark, "latin1"));

export const isDrawable = (bytes: Uint8Array) =>
  marks.some((mark) => mark.equals(bytes.subarray(0, mark.length)));
