/** How a person is shown, wherever they are shown. */
import { h } from "./dom.js";
import { t } from "./texts.js";

/** The initial of the given name, which in Vietnamese is the last word. */
export function avatar(person) {
  const given = person.name.trim().split(/\s+/).at(-1) ?? "";
  const initial = [...given][0]?.toLocaleUpperCase("vi") ?? "?";
  return h("span", { class: `avatar avatar-${person.role}`, "aria-hidden": "true" }, initial);
}

/** "Bí thư · Chi bộ Sở A" */
export function placeText(person) {
  return [person.title || t(`role-${person.role}`), person.unit].filter(Boolean).join(" · ");
}

const groups = [
  { key: "group-board", roles: ["staff", "leader", "administrator"] },
  { key: "group-units", roles: ["secretary", "deputy"] },
  { key: "group-others", roles: ["stranger"] },
];

/** People in the order of the list: the board, then unit by unit, then whoever is left. */
export function grouped(people) {
  return groups
    .map(({ key, roles }) => ({
      key,
      people: people
        .filter((person) => roles.includes(person.role))
        .sort(
          (one, other) =>
            (key === "group-board" ? roles.indexOf(one.role) - roles.indexOf(other.role) : 0) ||
            (one.unit ?? "").localeCompare(other.unit ?? "", "vi") ||
            roles.indexOf(one.role) - roles.indexOf(other.role) ||
            one.name.localeCompare(other.name, "vi"),
        ),
    }))
    .filter((group) => group.people.length > 0);
}

/** For searching: without marks, in small letters. */
export function plain(text) {
  return text.toLocaleLowerCase("vi").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** The first visit: a member of the staff and two secretaries, of different units where there are such. */
export function firstArrangement(people) {
  const ordered = grouped(people).flatMap((group) => group.people);
  const staff = ordered.find((person) => person.role === "staff");
  const first = ordered.find((person) => person.role === "secretary");
  const second = ordered.find((person) => person.role === "secretary" && person.unit !== first?.unit);
  const chosen = [staff, first, second].filter(Boolean);
  return (chosen.length > 0 ? chosen : ordered.slice(0, 3)).map((person) => person.id);
}
