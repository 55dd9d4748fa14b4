/** One message as it stands in a chat: its words, its file, its buttons, its time. */
import { fileAddress } from "./api.js";
import { h, icon } from "./dom.js";
import { pieces, safeAddress } from "./links.js";
import { sizeText, t } from "./texts.js";
import { dayText, hourText } from "./time.js";

/**
 * `act` is what the chat offers: `tap(message, button, element)`, `command(text)`, `edit(message)`. The element
 * carries the message's id and is thrown away and made anew when the message changes.
 */
export function renderMessage(message, zone, act) {
  const own = message.from === "person";
  const words = message.text
    ? h("span", { class: "words", testid: "text" }, ...textNodes(message.text, own ? null : act))
    : null;
  const bubble = h(
    "div",
    { class: "bubble" },
    fileNode(message.file),
    words,
    metaNode(message, zone, own, act),
  );
  const buttons = message.buttons.filter((row) => row.length > 0);
  const keyboard = buttons.length
    ? h("div", { class: "keyboard", testid: "buttons" }, ...buttons.map((row) => rowNode(row, message, act)))
    : null;
  return h(
    "article",
    {
      class: `message message-${own ? "own" : "bot"}`,
      testid: "message",
      "data-message": message.id,
      "data-from": message.from,
    },
    h("div", { class: "body" }, bubble, keyboard),
  );
}

function textNodes(text, act) {
  return pieces(text).map((piece) => {
    if (piece.kind === "link")
      return h("a", { href: piece.href, target: "_blank", rel: "noopener noreferrer" }, piece.text);
    if (piece.kind === "command" && act)
      return h("button", { class: "command-link", on: { click: () => act.command(piece.text) } }, piece.text);
    return piece.text;
  });
}

function metaNode(message, zone, own, act) {
  const pencil =
    own && message.text && !message.file
      ? h(
          "button",
          { class: "pencil", label: "edit", testid: "edit", on: { click: () => act.edit(message) } },
          icon("pencil"),
        )
      : null;
  const edited = message.editedAt ? h("span", { class: "edited", t: "edited", testid: "edited" }) : null;
  const time = h(
    "time",
    { datetime: message.at, title: `${hourText(message.at, zone)} ${dayText(message.at, zone)}` },
    hourText(message.at, zone),
  );
  return h("div", { class: "meta" }, pencil, edited, time);
}

function fileNode(file) {
  if (!file) return null;
  const address = fileAddress(file.id);
  if (file.photo) {
    const picture = h("img", { src: `${address}?inline=1`, alt: file.name, loading: "lazy" });
    const link = h(
      "a",
      {
        class: "photo",
        href: `${address}?inline=1`,
        target: "_blank",
        rel: "noopener noreferrer",
        testid: "photo",
      },
      picture,
    );
    // A picture of a kind that browsers aren't shown is a file like any other.
    picture.addEventListener("error", () => link.replaceWith(cardNode(file, address)), { once: true });
    return link;
  }
  return cardNode(file, address);
}

function cardNode(file, address) {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file.name)?.[1]?.toUpperCase() ?? "";
  return h(
    "a",
    {
      class: "card",
      href: address,
      download: file.name,
      testid: "file",
      title: t("download-name", { name: file.name }),
    },
    h("span", { class: `card-kind card-${kindOf(ending)}`, "aria-hidden": "true" }, ending || icon("file")),
    h(
      "span",
      { class: "card-words" },
      h("span", { class: "card-name", testid: "file-name" }, file.name),
      h("span", { class: "card-size" }, sizeText(file.size)),
    ),
    h("span", { class: "card-get" }, icon("download"), h("span", { class: "hidden-words", t: "download" })),
  );
}

function kindOf(ending) {
  if (ending === "PDF") return "pdf";
  if (/^(DOCX?|TXT|RTF|ODT)$/.test(ending)) return "text";
  if (/^(XLSX?|CSV|ODS)$/.test(ending)) return "table";
  return "other";
}

function rowNode(row, message, act) {
  return h(
    "div",
    { class: "keyboard-row" },
    ...row.map((button) => {
      if (button.url !== undefined) {
        const href = safeAddress(button.url);
        if (!href) return h("button", { class: "key", disabled: true }, button.text);
        return h(
          "a",
          { class: "key key-link", href, target: "_blank", rel: "noopener noreferrer" },
          h("span", {}, button.text),
          icon("link"),
        );
      }
      const key = h(
        "button",
        { class: "key", disabled: button.data === undefined },
        h("span", {}, button.text),
      );
      key.addEventListener("click", () => act.tap(message, button, key));
      return key;
    }),
  );
}
