/** The list of people one can play, with what is unread; and, on a narrow screen, the switcher between open chats. */
import { h, icon } from "./dom.js";
import { avatar, grouped, placeText, plain } from "./person.js";
import { t } from "./texts.js";
import { hourText, sameDay, shortDayText } from "./time.js";

function badge(count) {
  return count > 0
    ? h(
        "span",
        { class: "badge", testid: "unread", "aria-label": t("unread", { count }) },
        count > 98 ? "99+" : String(count),
      )
    : null;
}

/** The beginning of the last message on one line, with who wrote it if it was the person. */
function previewText(last) {
  if (!last) return t("nothing-yet");
  const words = last.text.replace(/\s+/g, " ").trim() || last.file?.name || "";
  return last.from === "person" ? t("you-wrote", { text: words }) : words;
}

export function createPeople(root, { onPick, onHide }) {
  let latest = null;
  const search = h("input", {
    class: "search",
    type: "search",
    placeholder: "search",
    label: "search",
    testid: "people-search",
  });
  const list = h("div", { class: "people-list" });
  root.append(
    h(
      "div",
      { class: "people-head" },
      h("h2", { t: "people" }),
      h(
        "button",
        { class: "round round-small people-hide", label: "hide-people", on: { click: onHide } },
        icon("close"),
      ),
    ),
    search,
    list,
  );
  search.addEventListener("input", () => latest && update(latest));

  /** `unread(person)`; `clock` is { now, zone }; `open` and `active` are ids. */
  function update(state) {
    latest = state;
    const { people, open, active, unread, clock } = state;
    const wanted = plain(search.value.trim());
    const found = people.filter((person) => plain(`${person.name} ${placeText(person)}`).includes(wanted));
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.person : null;
    const top = list.scrollTop;
    list.replaceChildren(
      ...grouped(found).map((group) =>
        h(
          "section",
          { class: "people-group" },
          h("h3", { t: group.key }),
          ...group.people.map((person) => entry(person, { open, active, count: unread(person), clock })),
        ),
      ),
    );
    if (found.length === 0) list.append(h("p", { class: "empty", t: "nobody" }));
    list.scrollTop = top;
    if (focused) list.querySelector(`[data-person="${focused}"]`)?.focus({ preventScroll: true });
  }

  function entry(person, { open, active, count, clock }) {
    const { last } = person;
    const when = last
      ? (sameDay(last.at, clock.now, clock.zone) ? hourText : shortDayText)(last.at, clock.zone)
      : "";
    return h(
      "button",
      {
        class: `person${person.id === active ? " is-active" : ""}`,
        "aria-pressed": String(open.includes(person.id)),
        "data-person": person.id,
        testid: `person-${person.id}`,
        on: { click: () => onPick(person.id) },
      },
      avatar(person),
      h(
        "span",
        { class: "person-words" },
        h(
          "span",
          { class: "person-line" },
          h("span", { class: "person-name" }, person.name),
          h("span", { class: "person-when" }, when),
        ),
        h("span", { class: "person-place" }, placeText(person)),
        h(
          "span",
          { class: "person-line" },
          h("span", { class: "person-last" }, previewText(last)),
          badge(count),
        ),
      ),
    );
  }

  return { update, focus: () => search.focus() };
}

/** One button for each open chat; shown on narrow screens only. */
export function updateSwitcher(root, { people, open, active, unread }, onPick) {
  const chats = open.map((id) => people.find((person) => person.id === id)).filter(Boolean);
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.person : null;
  root.replaceChildren(
    ...chats.map((person) =>
      h(
        "button",
        {
          class: "switch",
          "aria-current": person.id === active ? "true" : undefined,
          "data-person": person.id,
          testid: `switch-${person.id}`,
          on: { click: () => onPick(person.id) },
        },
        avatar(person),
        h("span", { class: "switch-name" }, person.name.trim().split(/\s+/).slice(-2).join(" ")),
        badge(person.id === active ? 0 : unread(person)),
      ),
    ),
  );
  if (focused) root.querySelector(`[data-person="${focused}"]`)?.focus();
  root.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
