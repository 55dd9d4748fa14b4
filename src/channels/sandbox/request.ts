/** A request to the Bot API, taken apart: its address, its parameters, its files. */
import type { Files, Payload } from "./model.ts";
import { boundaryOf, parseMultipart } from "./multipart.ts";
import { badRequest } from "./refusal.ts";

/** What an address asks for. */
export type Target =
  | { readonly kind: "method"; readonly token: string; readonly method: string }
  | { readonly kind: "file"; readonly token: string; readonly path: string };

/** `/bot<token>/<method>` or `/file/bot<token>/<path>`; nothing for any other path. */
export function readTarget(pathname: string): Target | undefined {
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(pathname);
  if (file)
    return {
      kind: "file",
      token: decodeURIComponent(file[1] ?? ""),
      path: decodeURIComponent(file[2] ?? ""),
    };
  const call = /^\/bot([^/]+)\/(?:test\/)?([^/]+)$/.exec(pathname);
  if (call) return { kind: "method", token: decodeURIComponent(call[1] ?? ""), method: call[2] ?? "" };
  return undefined;
}

/**
 * Parameters and files of a call: from its body, and from the query of its address.
 * @throws Refusal when the body is not what its type says
 */
export function readCall(
  query: URLSearchParams,
  contentType: string,
  body: Buffer,
): { payload: Payload; files: Files } {
  const payload: Payload = Object.fromEntries(query);
  if (body.byteLength === 0) return { payload, files: new Map() };
  if (/^multipart\/form-data/i.test(contentType)) {
    const { fields, files } = parseMultipart(body, boundaryOf(contentType));
    return { payload: { ...payload, ...fields }, files };
  }
  if (/^application\/json/i.test(contentType)) {
    return { payload: { ...payload, ...readJson(body) }, files: new Map() };
  }
  return {
    payload: { ...payload, ...Object.fromEntries(new URLSearchParams(body.toString("utf8"))) },
    files: new Map(),
  };
}

function readJson(body: Buffer): Payload {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Payload;
  } catch {
    // Refused below.
  }
  throw badRequest("object expected in the request body");
}
