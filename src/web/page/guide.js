/** Three things to try, for whoever opens the page for the first time. */
import { sampleAddress } from "./api.js";
import { h, icon } from "./dom.js";

export function createGuide(root, { onSample, onClose }) {
  const step = (number) =>
    h(
      "li",
      { class: "step" },
      h("span", { class: "step-number", "aria-hidden": "true" }, String(number)),
      h("p", { t: `guide-${number}` }),
    );
  root.setAttribute("aria-labelledby", "guide-title");
  root.append(
    h("h2", { id: "guide-title", t: "guide-title" }),
    h("ol", { class: "steps" }, step(1), step(2), step(3)),
    h(
      "div",
      { class: "guide-actions" },
      h("button", { class: "button", t: "sample-send", testid: "sample-send", on: { click: onSample } }),
      h(
        "a",
        { class: "button", href: sampleAddress, download: true, testid: "sample-download" },
        icon("download"),
        h("span", { t: "sample-download" }),
      ),
    ),
    h(
      "button",
      {
        class: "round round-small guide-close",
        label: "guide-close",
        testid: "guide-close",
        on: { click: onClose },
      },
      icon("close"),
    ),
    h("button", {
      class: "button button-main guide-done",
      t: "guide-done",
      testid: "guide-done",
      on: { click: onClose },
    }),
  );
}
