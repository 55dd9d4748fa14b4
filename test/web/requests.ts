/** Requests as the page makes them, and what their refusals say. */
import { sandboxTexts } from "./texts.ts";

export const host = "127.0.0.1:3000";
export const own = {
  host,
  origin: `http://${host}`,
  "sec-fetch-site": "same-origin",
  "x-dondoc-sandbox": "vi",
};
export const texts = sandboxTexts("vi");

export function post(body: unknown, headers: Record<string, string> = own, method = "POST"): RequestInit {
  return {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

export function upload(
  parts: Record<string, string | File>,
  headers: Record<string, string> = own,
): RequestInit {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.set(name, value);
  return { method: "POST", headers, body: form };
}

export async function errorOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: string }).error;
}

export const say = "/sandbox/api/people/201/messages";
