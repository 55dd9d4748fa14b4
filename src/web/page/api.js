/** Calls to the server, and the stream of what happens there. */
import { locale, t } from "./texts.js";

/** An error with a sentence that can be shown. */
export class Failure extends Error {}

async function call(method, path, body) {
  const headers = { "x-dondoc-sandbox": locale() };
  let content;
  if (body instanceof FormData) content = body;
  else if (body !== undefined) {
    content = JSON.stringify(body);
    headers["content-type"] = "application/json";
  }
  let response;
  try {
    response = await fetch(`/sandbox/api/${path}`, { method, headers, body: content });
  } catch {
    throw new Failure(t("error-offline"));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Failure(typeof answer.error === "string" ? answer.error : t("error-server"));
  return answer;
}

export const getState = () => call("GET", "state");
export const getChat = async (person) => (await call("GET", `people/${person}/chat`)).messages;
export const getCommands = async (person) => (await call("GET", `people/${person}/commands`)).commands;
export const sendText = (person, text) => call("POST", `people/${person}/messages`, { text });
export const editText = (person, message, text) =>
  call("PUT", `people/${person}/messages/${message}`, { text });
export const tap = (person, message, data) =>
  call("POST", `people/${person}/messages/${message}/tap`, { data });
export const moveClock = (to) => call("POST", "clock", { to });
export const restart = () => call("POST", "restart", {});

export function sendFile(person, file, caption) {
  const form = new FormData();
  form.set("file", file, file.name);
  if (caption) form.set("caption", caption);
  return call("POST", `people/${person}/files`, form);
}

export const fileAddress = (id) => `/sandbox/files/${encodeURIComponent(id)}`;
export const sampleAddress = "/sandbox/sample";

/** The sample plan as a file, ready to be sent. */
export async function getSample() {
  const response = await fetch(sampleAddress).catch(() => null);
  if (!response?.ok) throw new Failure(t(response ? "error-server" : "error-offline"));
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const bytes = await response.blob();
  return new File([bytes], name ? decodeURIComponent(name) : "plan.txt");
}

/**
 * Listens for as long as the page lives. `onHello` comes at each (re)connection: what happened before it is to
 * be fetched. A server that is restarting refuses for a while, upon which an EventSource gives up: we don't.
 * A page that stays out of sight lets go, because a browser keeps only six connections to one server.
 */
export function listen({ onHello, onChange, onLost }) {
  let source = null;
  let watch = 0;
  let retry = 0;
  let sleep = 0;

  function leave() {
    source?.close();
    source = null;
    clearTimeout(watch);
    clearTimeout(retry);
  }
  function lost() {
    leave();
    onLost();
    retry = setTimeout(connect, 1500);
  }
  function heard() {
    clearTimeout(watch);
    watch = setTimeout(lost, 50_000);
  }
  function connect() {
    leave();
    source = new EventSource("/sandbox/api/events");
    source.addEventListener("hello", () => {
      heard();
      onHello();
    });
    source.addEventListener("ping", heard);
    source.addEventListener("change", (event) => {
      heard();
      onChange(JSON.parse(event.data));
    });
    source.addEventListener("error", lost);
    heard();
  }
  document.addEventListener("visibilitychange", () => {
    clearTimeout(sleep);
    if (document.hidden) sleep = setTimeout(leave, 60_000);
    else if (!source) connect();
  });
  connect();
}
