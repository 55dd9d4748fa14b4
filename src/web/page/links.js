/**
 * Cuts a text into plain pieces, addresses and commands. Only http and https become links; what follows a
 * sentence ("…vn.)") does not belong to the address.
 */
const found =
  /((?:https?:\/\/|www\.)[^\s<>"“”]+)|(?<![\p{L}\p{N}_/.])(\/[a-z][a-z0-9_]{0,31})(?![\p{L}\p{N}_/])/giu;

export function pieces(text) {
  const result = [];
  let from = 0;
  for (const match of text.matchAll(found)) {
    let piece = match[0];
    let part;
    if (match[1]) {
      piece = trimAddress(piece);
      const href = safeAddress(/^www\./i.test(piece) ? `https://${piece}` : piece);
      if (!href) continue;
      part = { kind: "link", text: piece, href };
    } else part = { kind: "command", text: piece };
    if (match.index > from) result.push({ kind: "text", text: text.slice(from, match.index) });
    result.push(part);
    from = match.index + piece.length;
  }
  if (from < text.length) result.push({ kind: "text", text: text.slice(from) });
  return result;
}

function trimAddress(address) {
  let end = address.replace(/[.,;:!?'’»…]+$/u, "");
  while (/[)\]}]$/.test(end)) {
    const open = { ")": "(", "]": "[", "}": "{" }[end.at(-1)];
    if (end.split(open).length >= end.split(end.at(-1)).length) break;
    end = end.slice(0, -1).replace(/[.,;:!?'’»…]+$/u, "");
  }
  return end;
}

/** The address if a browser may be sent there, else null. */
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Cuts a long text as messengers do, at a line's end or at least between words. */
export function portions(text, limit) {
  const result = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const head = rest.slice(0, limit);
    const line = head.lastIndexOf("\n");
    const space = head.lastIndexOf(" ");
    let cut = line > limit / 2 ? line : space > limit / 2 ? space : limit;
    if (cut === limit && /[\uD800-\uDBFF]$/.test(head)) cut -= 1;
    result.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  if (rest) result.push(rest);
  return result;
}
