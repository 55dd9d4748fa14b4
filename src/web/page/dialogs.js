/** Short notices that go away by themselves, and questions that wait for an answer. */
import { h } from "./dom.js";

/**
 * `tone`: "plain" or "problem". The holder is a live region, so that the notice is read out too. A press goes
 * through to what lies beneath: a notice is never in the way.
 */
export function notice(holder, text, tone = "plain", seconds = 6) {
  const element = h(
    "p",
    { class: `notice notice-${tone}`, role: tone === "problem" ? "alert" : undefined },
    text,
  );
  holder.append(element);
  while (holder.childElementCount > 3) holder.firstElementChild.remove();
  setTimeout(() => element.remove(), seconds * 1000);
}

function dialog(testid, text, buttons) {
  return new Promise((resolve) => {
    const element = h("dialog", { class: "dialog", testid }, h("p", { class: "dialog-text" }, text));
    const answer = (value) => {
      element.close();
      element.remove();
      resolve(value);
    };
    element.append(
      h(
        "div",
        { class: "dialog-buttons" },
        ...buttons.map(({ key, value, kind, id }) =>
          h("button", { class: `button ${kind}`, t: key, testid: id, on: { click: () => answer(value) } }),
        ),
      ),
    );
    element.addEventListener("cancel", (event) => {
      event.preventDefault();
      answer(false);
    });
    document.body.append(element);
    element.showModal();
  });
}

export const tell = (text) =>
  dialog("alert", text, [{ key: "close", value: true, kind: "button-main", id: "alert-close" }]);

export const ask = (text, yes) =>
  dialog("confirm", text, [
    { key: "cancel", value: false, kind: "", id: "confirm-no" },
    { key: yes, value: true, kind: "button-main", id: "confirm-yes" },
  ]);
