/**
 * Builds elements. Nothing on this page is ever parsed as markup: strings become text nodes and attributes,
 * and the page's policy forbids the rest.
 */
import { t } from "./texts.js";

const svgSpace = "http://www.w3.org/2000/svg";

const shapes = {
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.3-4 2.8-6 6.5-6s6.200 2 6.500 6M15.500 4.500a3.300 3.300 0 0 1 0 6.200M18 14.600c2.100.8 3.300 2.600 3.500 5.400",
  close: "M6 6l12 12M18 6 6 18",
  send: "M4.500 12h14M12.500 5.500 19 12l-6.500 6.500",
  attach:
    "m20 11.500-8.200 8.200a5.300 5.300 0 0 1-7.500-7.500l8.600-8.600a3.600 3.600 0 0 1 5.100 5.100l-8.600 8.500a1.800 1.800 0 0 1-2.600-2.500l7.900-7.900",
  pencil:
    "M4 20l1-4.500L16.500 4a2.100 2.100 0 0 1 3 0l.5.5a2.100 2.100 0 0 1 0 3L8.500 19 4 20Zm10.500-13.500 3 3",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.200l3.400 2",
  down: "m6 9 6 6 6-6",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z",
  sun: "M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300 19 19M5 19l1.700-1.700M17.300 6.700 19 5",
  download: "M12 4v11m-5-4.500 5 5 5-5M5 20h14",
  restart: "M4.500 5v5h5M5 10a8 8 0 1 1-1 5",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.500 9.500a2.500 2.500 0 1 1 3.600 2.300c-.8.400-1.100.9-1.100 1.900M12 16.800v.2",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  file: "M6 3h8l4.500 4.500V21H6V3Zm8 0v5h4.500",
  link: "M14 5h5v5M19 5l-8 8M17 14v5H5V7h5",
};

/** A picture drawn in strokes; always beside a text or inside a labelled button. */
export function icon(name) {
  const svg = document.createElementNS(svgSpace, "svg");
  const path = document.createElementNS(svgSpace, "path");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 24 24",
    class: `icon icon-${name}`,
    "aria-hidden": "true",
  }))
    svg.setAttribute(key, value);
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}

/**
 * `h("button", { class: "big", t: "send", on: { click } }, child, "text")`. `t` is a text key for the
 * content, `label` one for the accessible name and the tooltip, `placeholder` one for an empty field.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on")
      for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else if (key === "t" || key === "label" || key === "placeholder")
      element.setAttribute(`data-t-${key}`, value);
    else if (key === "testid") element.setAttribute("data-testid", value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  if (tag === "button" && properties.type === undefined) element.setAttribute("type", "button");
  speak(element);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function speak(element) {
  const { tT, tLabel, tPlaceholder } = element.dataset;
  if (tT) element.textContent = t(tT);
  if (tPlaceholder) element.setAttribute("placeholder", t(tPlaceholder));
  if (tLabel) {
    element.setAttribute("aria-label", t(tLabel));
    element.setAttribute("title", t(tLabel));
  }
}

/** Says everything under `root` anew, after the language has changed. */
export function speakAll(root) {
  for (const element of root.querySelectorAll("[data-t-t], [data-t-label], [data-t-placeholder]"))
    speak(element);
}

/** Opens and closes a panel with its button; Escape and a press elsewhere close it. */
export function toggles(button, holder, onOpen = () => {}) {
  const set = (open) => {
    holder.classList.toggle("open", open);
    button.setAttribute("aria-expanded", String(open));
    if (open) onOpen();
  };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => set(!holder.classList.contains("open")));
  document.addEventListener("pointerdown", (event) => {
    if (holder.classList.contains("open") && !holder.contains(event.target) && !button.contains(event.target))
      set(false);
  });
  holder.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !holder.classList.contains("open")) return;
    event.stopPropagation();
    set(false);
    button.focus();
  });
  return set;
}
