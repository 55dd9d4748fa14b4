/** Puts the page together: what the server says flows into the list, the chats and the bar; nothing is kept twice. */
import * as api from "./api.js";
import { createBar } from "./bar.js";
import { createColumn } from "./column.js";
import { ask, notice } from "./dialogs.js";
import { h, speakAll } from "./dom.js";
import { createGuide } from "./guide.js";
import { memory, remember } from "./memory.js";
import { createPeople, updateSwitcher } from "./people.js";
import { firstArrangement } from "./person.js";
import { loadTexts, t } from "./texts.js";
import { dayText, hourText } from "./time.js";

const at = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 719px)");
const drawer = matchMedia("(max-width: 1099px)");
const darkScheme = matchMedia("(prefers-color-scheme: dark)");

let people = [];
/** `ahead`: how far the sandbox's clock is before the browser's, in ms. */
let clock = { zone: "Asia/Ho_Chi_Minh", moved: false, ahead: 0 };
let drawerOpen = false;
const columns = new Map();

const now = () => Date.now() + clock.ahead;
const zone = () => clock.zone;
const isDark = () => (memory.theme ?? (darkScheme.matches ? "dark" : "light")) === "dark";
const sentenceOf = (error) => (error instanceof api.Failure ? error.message : t("error-server"));
const say = (text, tone) => notice(at("notices"), text, tone);

function unread(person) {
  const seen = memory.seen[person.id] ?? 0;
  // Numbers begin anew when the sandbox does: a mark beyond the last message belongs to the time before.
  const mark = seen > (person.last?.id ?? 0) ? 0 : seen;
  return person.recent.filter((id) => id > mark).length;
}

function update() {
  const open = [...columns.keys()];
  const state = { people, open, active: memory.active, unread, clock: { now: now(), zone: zone() } };
  peopleList.update(state);
  updateSwitcher(at("switcher"), state, (id) => openChat(id));
  const total = people.reduce((sum, person) => sum + unread(person), 0);
  const shown = drawer.matches ? drawerOpen : memory.people;
  bar.update({ isMoved: clock.moved, unread: total, dark: isDark(), peopleOpen: shown });
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  document.body.classList.toggle("people-open", shown);
  document.title = total > 0 ? `(${total}) ${t("title")}` : t("title");
  at("guide").hidden = !memory.guide;
  for (const [id, column] of columns) column.element.classList.toggle("is-active", id === memory.active);
}

let asked = false;
/** Many messages may come at once; the list is drawn once for all of them. */
function updateSoon() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    update();
  });
}

function activate(id) {
  if (memory.active === id) return;
  remember({ active: id });
  update();
  columns.get(id)?.seen();
}

function openChat(id, { focus = true } = {}) {
  const person = people.find((one) => one.id === id);
  if (!person) return;
  if (!columns.has(id)) {
    const column = createColumn(
      { ...person },
      {
        zone,
        onActive: () => activate(id),
        onClose: () => closeChat(id),
        onSeen: (message) => {
          if ((memory.seen[id] ?? 0) === message) return;
          remember({ seen: { ...memory.seen, [id]: message } });
          updateSoon();
        },
      },
    );
    columns.set(id, column);
    at("columns").querySelector(".nobody")?.remove();
    at("columns").append(column.element);
    void column.load();
  }
  remember({ open: [...columns.keys()], active: id });
  drawerOpen = false;
  update();
  const column = columns.get(id);
  column.seen();
  if (!focus) return;
  column.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (!matchMedia("(pointer: coarse)").matches) column.composer.focus();
}

function closeChat(id) {
  const order = [...columns.keys()];
  const column = columns.get(id);
  if (!column) return;
  column.leave();
  column.element.remove();
  columns.delete(id);
  const next = order[order.indexOf(id) + 1] ?? order[order.indexOf(id) - 1] ?? null;
  remember({ open: [...columns.keys()], active: memory.active === id ? next : memory.active });
  if (columns.size === 0) at("columns").append(h("p", { class: "nobody empty", t: "no-chat" }));
  update();
  if (memory.active !== null) columns.get(memory.active)?.seen();
}

function setClock(answer) {
  clock = { zone: answer.zone, moved: answer.moved, ahead: Date.parse(answer.now) - Date.now() };
}

/** Message events that come while the state is being fetched, to be made again upon it; else null. */
let meanwhile = null;
let again = null;

/** Everything anew from the server: at the start, and whenever something may have been missed. */
async function refresh(chats) {
  if (meanwhile) {
    again = { chats: chats || again?.chats };
    return;
  }
  meanwhile = [];
  try {
    await fetchAll(chats);
  } finally {
    meanwhile = null;
  }
  if (!again) return;
  const next = again;
  again = null;
  await refresh(next.chats);
}

async function fetchAll(chats) {
  const state = await api.getState();
  people = state.people;
  for (const event of meanwhile) recount(event);
  const zoneBefore = zone();
  const before = columns.size;
  setClock(state.clock);
  for (const [id, column] of [...columns]) {
    const person = people.find((one) => one.id === id);
    if (!person) closeChat(id);
    else if (
      zone() !== zoneBefore ||
      ["name", "role", "title", "unit"].some((key) => person[key] !== column.person[key])
    )
      column.rerender(person);
  }
  // Nothing stands open because nothing did yet, or because the people of before are gone; not by choice.
  if (columns.size === 0 && (before > 0 || memory.open?.length !== 0)) {
    const known = (memory.open ?? []).filter((id) => people.some((person) => person.id === id));
    const wanted = known.length > 0 ? known : firstArrangement(people);
    const active = wanted.includes(memory.active) ? memory.active : wanted[0];
    for (const id of wanted) openChat(id, { focus: false });
    if (active !== undefined) activate(active);
  } else if (chats) await Promise.all([...columns.values()].map((column) => column.load()));
  update();
}

const attempt = (work) => work().catch((error) => say(sentenceOf(error), "problem"));

function onChange(event) {
  if (event.kind === "clock" || event.kind === "people") void attempt(() => refresh(false));
  else if (event.kind === "reset") {
    remember({ seen: {} });
    for (const column of columns.values()) column.forget();
    void attempt(() => refresh(true));
  } else {
    meanwhile?.push(event);
    recount(event);
    columns.get(event.personId)?.change(event);
    updateSoon();
  }
}

/** What the list of people shows of a message: the last words, and whether there is something unread. */
function recount({ kind, personId, message }) {
  const person = people.find((one) => one.id === personId);
  if (!person) return;
  const others = person.recent.filter((id) => id !== message.id);
  if (kind === "delete") person.recent = others;
  else if (kind === "message" && message.from === "bot") person.recent = [...others, message.id].slice(-99);
  const newer = kind === "message" && message.id >= (person.last?.id ?? 0);
  if (newer || (kind === "edit" && message.id === person.last?.id)) person.last = message;
}

async function onMove(to) {
  bar.busy("clock-working");
  await attempt(async () => {
    const answer = await api.moveClock(to);
    setClock(answer.clock);
    update();
    const when = `${hourText(now(), zone())} ${dayText(now(), zone())}`;
    say(t(answer.messages > 0 ? "clock-done-messages" : "clock-done", { when, count: answer.messages }));
  });
  bar.busy(null);
}

async function onRestart() {
  if (!(await ask(t("restart-question"), "restart"))) return;
  bar.busy("restart-working");
  await attempt(async () => {
    await api.restart();
    say(t("restart-done"));
  });
  bar.busy(null);
}

function onPeople() {
  if (drawer.matches) drawerOpen = !drawerOpen;
  else remember({ people: !memory.people });
  update();
  if (drawer.matches && drawerOpen && !narrow.matches) peopleList.focus();
}

function hidePeople() {
  drawerOpen = false;
  if (!drawer.matches) remember({ people: false });
  update();
}

async function onSample() {
  const column = columns.get(memory.active) ?? [...columns.values()][0];
  if (!column) return;
  if (narrow.matches) closeGuide();
  await column.composer.addSample();
}

function closeGuide() {
  remember({ guide: false });
  update();
}

await loadTexts(memory.locale);
const bar = createBar(at("bar"), {
  now,
  zone,
  onMove,
  onPeople,
  onGuide: () => {
    remember({ guide: !memory.guide });
    update();
  },
  onLocale: (wanted) =>
    attempt(async () => {
      await loadTexts(wanted);
      remember({ locale: wanted });
      speakAll(document);
      for (const column of columns.values()) column.rerender();
      update();
    }),
  onTheme: () => {
    remember({ theme: isDark() ? "light" : "dark" });
    update();
  },
  onRestart,
});
const peopleList = createPeople(at("people"), { onPick: (id) => openChat(id), onHide: hidePeople });
createGuide(at("guide"), { onSample, onClose: closeGuide });

at("scrim").addEventListener("click", hidePeople);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drawerOpen) hidePeople();
});
document.addEventListener("visibilitychange", () => {
  for (const column of columns.values()) column.seen();
});
for (const query of [narrow, drawer, darkScheme]) query.addEventListener("change", update);
// A file dropped beside a chat must not take the page away.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

update();
let begun = false;
api.listen({
  onHello() {
    at("connection").hidden = true;
    void attempt(() => refresh(begun));
    begun = true;
  },
  onChange,
  onLost() {
    at("connection").textContent = t("connection-lost");
    at("connection").hidden = false;
  },
});
