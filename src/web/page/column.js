/** One person's chat with the bot: the head, the messages in their order, and the place to write. */
import * as api from "./api.js";
import { createComposer } from "./composer.js";
import { notice, tell } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { renderMessage } from "./message.js";
import { avatar, placeText } from "./person.js";
import { t } from "./texts.js";
import { dayText, sameDay } from "./time.js";

/** `zone()` is the committee's; `onActive` when the person turns to this chat, `onSeen` when the newest is in view. */
export function createColumn(person, { zone, onActive, onClose, onSeen }) {
  const messages = new Map();
  const nodes = new Map();
  /** Changes that came while the whole chat was being fetched, to be made again upon it. */
  let meanwhile = null;
  /** Before the first answer nobody knows whether there are messages. */
  let loaded = false;
  let atEnd = true;
  let line = Promise.resolve();

  const name = h("h2", { id: `chat-name-${person.id}`, testid: "chat-name" });
  const place = h("p", { class: "chat-place" });
  const face = h("span", { class: "face" });
  const list = h("div", { class: "messages" });
  const log = h(
    "div",
    {
      class: "log",
      role: "log",
      "aria-relevant": "additions",
      "aria-busy": "true",
      tabindex: 0,
      testid: "log",
    },
    list,
  );
  const jump = h(
    "button",
    { class: "jump", testid: "jump", hidden: true, on: { click: () => toEnd() } },
    icon("down"),
    h("span", { t: "jump" }),
  );
  const toasts = h("div", { class: "toasts", "aria-live": "polite", testid: "toasts" });
  const problem = (sentence) => notice(toasts, sentence, "problem", 9);

  /** One after the other: what is sent first arrives first. */
  const inLine = (work) => {
    const done = line.then(work);
    line = done.catch(() => {});
    return done;
  };
  const composer = createComposer(person.id, {
    text: (text) => inLine(() => api.sendText(person.id, text)),
    file: (file, caption) => inLine(() => api.sendFile(person.id, file, caption)),
    edit: (message, text) => inLine(() => api.editText(person.id, message.id, text)),
    problem,
  });
  const close = h(
    "button",
    { class: "round round-small", label: "close-chat", testid: "close-chat", on: { click: () => onClose() } },
    icon("close"),
  );
  const element = h(
    "section",
    { class: "column", testid: `chat-${person.id}`, "data-person": person.id, "aria-labelledby": name.id },
    h("header", { class: "chat-head" }, face, h("div", { class: "chat-who" }, name, place), close),
    h("div", { class: "log-frame" }, log, toasts, jump),
    composer.element,
    h("div", { class: "drop-words", "aria-hidden": "true" }, icon("attach"), h("span", { t: "drop" })),
  );

  const act = {
    command: (text) => composer.deliver(text),
    edit: (message) => composer.startEdit(message),
    async tap(message, button, key) {
      if (key.getAttribute("aria-busy") === "true") return;
      key.setAttribute("aria-busy", "true");
      try {
        const answer = await api.tap(person.id, message.id, button.data);
        if (answer.text && answer.alert) await tell(answer.text);
        else if (answer.text) notice(toasts, answer.text);
      } catch (error) {
        problem(error instanceof api.Failure ? error.message : t("error-server"));
      } finally {
        key.removeAttribute("aria-busy");
      }
    },
  };

  function toEnd() {
    log.scrollTop = log.scrollHeight;
    atEnd = true;
    jump.hidden = true;
    seen();
  }

  function seen() {
    const newest = Math.max(0, ...messages.keys());
    if (newest && atEnd && element.offsetParent !== null && !document.hidden) onSeen(newest);
  }

  /** Puts the nodes in order with the days between them; nodes already in place are not touched. */
  function arrange() {
    const wanted = [];
    let before = null;
    for (const message of [...messages.values()].sort((one, other) => one.id - other.id)) {
      if (!before || !sameDay(before.at, message.at, zone())) wanted.push(dayNode(message));
      wanted.push(nodes.get(message.id));
      before = message;
    }
    if (wanted.length === 0 && loaded) wanted.push(h("p", { class: "empty", t: "empty" }));
    let place = list.firstChild;
    for (const node of wanted) {
      if (node === place) place = place.nextSibling;
      else list.insertBefore(node, place);
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
  }

  const days = new Map();
  function dayNode(message) {
    const key = `${message.id}`;
    const text = dayText(message.at, zone());
    const known = days.get(key);
    if (known?.textContent === text) return known;
    const node = h("div", { class: "day" }, h("span", {}, text));
    days.set(key, node);
    return node;
  }

  /** A changed message is made anew; whoever stood on one of its buttons stays on the button at that place. */
  function put(message, mark) {
    const old = nodes.get(message.id);
    if (old && JSON.stringify(messages.get(message.id)) === JSON.stringify(message)) return;
    const node = renderMessage(message, zone(), act);
    if (mark) node.classList.add(mark);
    const focused = old?.contains(document.activeElement)
      ? [...old.querySelectorAll("button, a")].indexOf(document.activeElement)
      : -1;
    messages.set(message.id, message);
    nodes.set(message.id, node);
    if (old?.parentNode) old.replaceWith(node);
    if (focused >= 0) (node.querySelectorAll("button, a")[focused] ?? log).focus({ preventScroll: true });
  }

  function change(event) {
    meanwhile?.push(event);
    const { kind, message } = event;
    const fresh = kind !== "delete" && !messages.has(message.id);
    if (kind === "delete") {
      messages.delete(message.id);
      nodes.delete(message.id);
      composer.forget(message.id);
    } else put(message, fresh ? "is-new" : "is-changed");
    arrange();
    if (atEnd || (fresh && message.from === "person")) toEnd();
    else if (fresh) jump.hidden = false;
  }

  async function load() {
    const came = [];
    meanwhile = came;
    log.setAttribute("aria-busy", "true");
    log.setAttribute("aria-live", "off");
    try {
      const all = await api.getChat(person.id);
      if (meanwhile !== came) return;
      const ids = new Set(all.map((message) => message.id));
      for (const id of [...messages.keys()]) {
        if (ids.has(id)) continue;
        messages.delete(id);
        nodes.delete(id);
      }
      for (const message of all) put(message);
      meanwhile = null;
      loaded = true;
      arrange();
      for (const event of came) change(event);
      if (atEnd) toEnd();
    } catch (error) {
      if (meanwhile === came) meanwhile = null;
      problem(error instanceof api.Failure ? error.message : t("error-server"));
    } finally {
      log.setAttribute("aria-busy", "false");
      // A moment later, so that a whole chat is not read aloud.
      setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
    }
  }

  /** All anew: after a change of language or of the zone, or of who the person is. */
  function rerender(now = person) {
    Object.assign(person, now);
    name.textContent = person.name;
    place.textContent = placeText(person);
    element.dataset.role = person.role;
    face.replaceChildren(avatar(person));
    log.setAttribute("aria-label", t("log", { name: person.name }));
    const all = [...messages.values()];
    messages.clear();
    for (const message of all) put(message);
    arrange();
  }

  // Only moving up leaves the end: content that grows beneath also raises this event.
  let top = 0;
  log.addEventListener("scroll", () => {
    const up = log.scrollTop < top - 1;
    top = log.scrollTop;
    if (log.scrollHeight - log.scrollTop - log.clientHeight < 48) {
      atEnd = true;
      jump.hidden = true;
      seen();
    } else if (up) atEnd = false;
  });
  // A picture that arrives, a keyboard that opens, a column that narrows: the end stays in view.
  const sizes = new ResizeObserver(() => {
    if (atEnd) log.scrollTop = log.scrollHeight;
  });
  sizes.observe(list);
  sizes.observe(log);

  element.addEventListener("focusin", () => onActive());
  element.addEventListener("pointerdown", () => onActive());
  let depth = 0;
  const dragging = (by) => {
    depth = Math.max(0, depth + by);
    element.classList.toggle("is-drop", depth > 0);
  };
  element.addEventListener("dragenter", () => dragging(1));
  element.addEventListener("dragleave", () => dragging(-1));
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    dragging(-depth);
    onActive();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length > 0) composer.addFiles(dropped);
  });

  rerender();

  return {
    element,
    person,
    load,
    change,
    rerender,
    seen,
    composer,
    forget() {
      messages.clear();
      nodes.clear();
      composer.forget();
      atEnd = true;
      arrange();
    },
    leave: () => sizes.disconnect(),
  };
}
