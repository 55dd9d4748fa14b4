/** The bar: the sandbox's clock and the ways to move it, and the page's own switches. */
import { h, icon, toggles } from "./dom.js";
import { locale, t } from "./texts.js";
import { dayText, fieldInstant, fieldValue, hourText, tomorrowAt } from "./time.js";

const hour = 3_600_000;

/** `now()` is the sandbox's present instant in ms; `onMove(iso | null)` resolves when the jobs have run. */
export function createBar(root, { now, zone, onMove, onPeople, onGuide, onLocale, onTheme, onRestart }) {
  const time = h("span", { class: "clock-hour", testid: "clock-hour" });
  const day = h("span", { class: "clock-day", testid: "clock-day" });
  const moved = h("span", { class: "clock-moved", t: "clock-moved", testid: "clock-moved", hidden: true });
  const readout = h(
    "button",
    { class: "clock-readout", label: "clock-pick", testid: "clock" },
    icon("clock"),
    h("span", { class: "clock-words" }, time, day),
    icon("down"),
  );
  const field = h("input", {
    class: "clock-field",
    type: "datetime-local",
    id: "clock-field",
    min: "2000-01-01T00:00",
    max: "2099-12-31T23:59",
    required: true,
    testid: "clock-field",
  });
  const move = (to) => {
    setOpen(false);
    void onMove(to);
  };
  const plusHour = h("button", {
    class: "button",
    t: "clock-hour",
    testid: "clock-plus-hour",
    on: { click: () => move(new Date(now() + hour).toISOString()) },
  });
  const morning = h("button", {
    class: "button",
    t: "clock-morning",
    testid: "clock-morning",
    on: { click: () => move(tomorrowAt(now(), zone(), 7, 30)) },
  });
  const real = h("button", {
    class: "button",
    t: "clock-real",
    testid: "clock-real",
    hidden: true,
    on: { click: () => move(null) },
  });
  const chosen = h("p", { class: "clock-chosen", testid: "clock-chosen" });
  // Browsers write the field in their own language; the line beneath says it in ours.
  const choose = () => {
    const to = fieldInstant(field.value, zone());
    chosen.textContent = to ? `${hourText(to, zone())} ${dayText(to, zone())}` : "";
  };
  field.addEventListener("input", choose);
  const pick = h(
    "form",
    { class: "clock-pick" },
    h("label", { for: "clock-field", t: "clock-to" }),
    h(
      "div",
      { class: "clock-pick-row" },
      field,
      h("button", { class: "button button-main", type: "submit", t: "clock-go", testid: "clock-go" }),
    ),
    chosen,
    h("p", { class: "hint", t: "clock-hint" }),
  );
  pick.addEventListener("submit", (event) => {
    event.preventDefault();
    const to = fieldInstant(field.value, zone());
    if (to) move(to);
  });
  const working = h("span", { class: "clock-working", role: "status", testid: "clock-working" });
  const clock = h(
    "div",
    { class: "clock" },
    readout,
    moved,
    h("div", { class: "clock-panel" }, h("div", { class: "clock-quick" }, plusHour, morning, real), pick),
    working,
  );
  const setOpen = toggles(readout, clock, () => {
    field.value = fieldValue(now(), zone());
    choose();
  });

  const total = h("span", { class: "badge bar-badge", hidden: true });
  const peopleButton = h(
    "button",
    {
      class: "round people-toggle",
      label: "people",
      "aria-controls": "people",
      testid: "people-toggle",
      on: { click: onPeople },
    },
    icon("people"),
    total,
  );
  const language = h("button", {
    class: "button button-quiet",
    testid: "locale",
    on: { click: () => onLocale(locale() === "vi" ? "en" : "vi") },
  });
  const theme = h("button", { class: "button button-quiet", testid: "theme", on: { click: onTheme } });
  const guide = h(
    "button",
    { class: "button button-quiet", testid: "guide-open", on: { click: onGuide } },
    icon("help"),
    h("span", { t: "guide" }),
  );
  const restart = h(
    "button",
    { class: "button button-quiet", testid: "restart", on: { click: onRestart } },
    icon("restart"),
    h("span", { t: "restart" }),
  );
  const more = h("button", { class: "round tools-toggle", label: "more", testid: "more" }, icon("more"));
  const panel = h("div", { class: "tools-panel" }, guide, theme, language, restart);
  const tools = h("div", { class: "tools" }, more, panel);
  const setTools = toggles(more, tools);
  panel.addEventListener("click", () => setTools(false));

  root.append(
    peopleButton,
    h(
      "h1",
      { class: "brand" },
      h("img", { src: "/sandbox/assets/icon.svg", alt: "", width: 34, height: 34 }),
      h(
        "span",
        { class: "brand-words" },
        h("span", { class: "brand-name", t: "brand" }),
        h("span", { class: "brand-sub", t: "brand-sub" }),
      ),
    ),
    clock,
    tools,
  );

  let shown = "";
  function tick() {
    const text = `${hourText(now(), zone())} ${dayText(now(), zone())}`;
    if (text === shown) return;
    shown = text;
    time.textContent = hourText(now(), zone());
    day.textContent = dayText(now(), zone());
  }
  setInterval(tick, 1000);

  return {
    tick,
    update({ isMoved, unread, dark, peopleOpen }) {
      shown = "";
      tick();
      moved.hidden = !isMoved;
      real.hidden = !isMoved;
      clock.classList.toggle("is-moved", isMoved);
      total.hidden = unread === 0;
      total.textContent = unread > 98 ? "99+" : String(unread);
      peopleButton.setAttribute("aria-expanded", String(peopleOpen));
      theme.replaceChildren(
        icon(dark ? "sun" : "moon"),
        h("span", { t: dark ? "theme-light" : "theme-dark" }),
      );
      language.textContent = locale() === "vi" ? "English" : "Tiếng Việt";
      language.lang = locale() === "vi" ? "en" : "vi";
    },
    /** While the jobs run nothing else can be moved. */
    busy(key) {
      const on = key !== null;
      clock.classList.toggle("is-busy", on);
      for (const button of [plusHour, morning, real, restart, ...pick.querySelectorAll("button")])
        button.disabled = on;
      working.textContent = on ? t(key) : "";
    },
  };
}
