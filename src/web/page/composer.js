/**
 * Where a person writes: text, commands from a menu, files to attach, and the correction of a message that was
 * sent. What was typed is never lost: it is kept over a reload and put back when sending fails.
 */
import { Failure, getSample } from "./api.js";
import { commandMenu } from "./commands.js";
import { h, icon, toggles } from "./dom.js";
import { portions } from "./links.js";
import { draftOf, keepDraft } from "./memory.js";
import { sizeText, t } from "./texts.js";

const limits = { text: 4096, caption: 1024, file: 50 * 1024 * 1024, files: 10, portions: 10 };

/**
 * `send` has `text(text)`, `file(file, caption)`, `edit(message, text)`, each a promise, and `problem(sentence)`.
 * Returns the element and what the chat may ask of it.
 */
export function createComposer(personId, send) {
  let staged = [];
  let editing = null;
  let beforeEdit = "";

  const field = h("textarea", {
    class: "field",
    rows: 1,
    placeholder: "write",
    label: "write",
    testid: "composer",
  });
  const picker = h("input", {
    type: "file",
    class: "hidden-words",
    multiple: true,
    tabindex: -1,
    testid: "file-input",
  });
  picker.setAttribute("aria-hidden", "true");
  const files = h("ul", { class: "staged", testid: "staged", hidden: true });
  const editStrip = h("div", { class: "editing", testid: "editing", hidden: true });
  const sendButton = h(
    "button",
    { class: "round round-send", type: "submit", label: "send", testid: "send" },
    icon("send"),
  );
  const slash = h("button", { class: "round slash", label: "commands", testid: "commands" }, "/");
  const clip = h("button", { class: "round", label: "attach", testid: "attach" }, icon("attach"));
  const menu = commandMenu(personId, field, slash, (command) => {
    field.value = "";
    typed();
    return deliver(command);
  });
  const attachMenu = h(
    "div",
    { class: "popover attach-menu" },
    h(
      "button",
      { class: "popover-item", testid: "attach-file", on: { click: () => picker.click() } },
      icon("file"),
      h("span", { t: "attach-file" }),
    ),
    h(
      "button",
      { class: "popover-item", testid: "attach-sample", on: { click: () => addSample() } },
      icon("download"),
      h("span", { t: "attach-sample" }),
    ),
  );
  const attachHolder = h("div", { class: "attach-holder" }, clip, attachMenu);
  const openAttach = toggles(clip, attachHolder);
  attachMenu.addEventListener("click", () => openAttach(false));

  const element = h(
    "form",
    { class: "composer" },
    menu.element,
    editStrip,
    files,
    h("div", { class: "composer-row" }, slash, attachHolder, picker, field, sendButton),
  );

  function typed() {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, 168)}px`;
    if (!editing) keepDraft(personId, field.value);
    menu.filter();
  }

  function showStaged() {
    files.hidden = staged.length === 0;
    files.replaceChildren(
      ...staged.map((file) =>
        h(
          "li",
          { class: "staged-file" },
          icon("file"),
          h("span", { class: "staged-name" }, file.name),
          h("span", { class: "staged-size" }, sizeText(file.size)),
          h(
            "button",
            {
              class: "tiny",
              label: "remove-file",
              on: {
                click: () => {
                  staged = staged.filter((one) => one !== file);
                  showStaged();
                  field.focus();
                },
              },
            },
            icon("close"),
          ),
        ),
      ),
    );
  }

  function addFiles(list) {
    for (const file of list) {
      if (file.size === 0) send.problem(t("error-file-empty"));
      else if (file.size > limits.file)
        send.problem(t("error-file-large", { max: limits.file / 1024 / 1024 }));
      else if (staged.length >= limits.files) {
        send.problem(t("error-files-many", { max: limits.files }));
        break;
      } else staged.push(file);
    }
    if (editing) endEdit();
    showStaged();
    field.focus();
  }

  async function addSample() {
    try {
      addFiles([await getSample()]);
    } catch (error) {
      send.problem(error instanceof Failure ? error.message : t("error-server"));
    }
  }

  function startEdit(message) {
    if (!editing) beforeEdit = field.value;
    editing = message;
    editStrip.hidden = false;
    editStrip.replaceChildren(
      icon("pencil"),
      h("span", { class: "editing-words" }, h("b", { t: "editing" }), " ", message.text),
      h(
        "button",
        { class: "tiny", label: "cancel", testid: "edit-cancel", on: { click: () => endEdit() } },
        icon("close"),
      ),
    );
    field.value = message.text;
    typed();
    field.focus();
  }

  function endEdit() {
    editing = null;
    editStrip.hidden = true;
    field.value = beforeEdit;
    typed();
    field.focus();
  }

  /** Sends; on failure says why and gives the words back, unless others have been typed since. */
  async function deliver(text, attached = [], edited = null) {
    let rest = text;
    let left = attached;
    element.classList.toggle("is-sending", attached.length > 0);
    try {
      if (edited) await send.edit(edited, text);
      else if (attached.length > 0) {
        for (const [at, file] of attached.entries()) {
          await send.file(file, at === 0 ? rest : "");
          rest = "";
          left = attached.slice(at + 1);
        }
      } else
        for (const portion of portions(text, limits.text)) {
          await send.text(portion);
          rest = rest.slice(rest.indexOf(portion) + portion.length).trimStart();
        }
    } catch (error) {
      send.problem(error instanceof Failure ? error.message : t("error-server"));
      if (!edited && field.value === "") {
        field.value = rest;
        typed();
      }
      staged = [...left, ...staged];
      showStaged();
    } finally {
      element.classList.remove("is-sending");
    }
  }

  function submit() {
    if (menu.choose()) return;
    const text = field.value.trim();
    if (!text && staged.length === 0) return;
    if (staged.length > 0 && text.length > limits.caption) {
      send.problem(t("error-caption-long", { max: limits.caption }));
      return;
    }
    const limit = editing ? limits.text : limits.text * limits.portions;
    if (text.length > limit) {
      send.problem(t("error-text-long", { max: limit }));
      return;
    }
    const edited = editing;
    const attached = staged;
    staged = [];
    showStaged();
    if (edited) {
      endEdit();
      if (!text || text === edited.text) return;
    } else {
      field.value = "";
      typed();
    }
    void deliver(text, attached, edited);
    field.focus();
  }

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    // Vietnamese is typed through an input method: its Enter ends a word, not the message.
    if (event.isComposing || event.keyCode === 229) return;
    if (menu.key(event)) return;
    if (event.key === "Escape" && editing) {
      event.preventDefault();
      endEdit();
    }
    const thumb = matchMedia("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !thumb) {
      event.preventDefault();
      submit();
    }
  });
  field.addEventListener("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    addFiles(pasted);
  });
  picker.addEventListener("change", () => {
    addFiles([...picker.files]);
    picker.value = "";
  });

  field.value = draftOf(personId);
  requestAnimationFrame(typed);

  return {
    element,
    addFiles,
    addSample,
    startEdit,
    deliver,
    focus: () => field.focus(),
    /** The message being corrected is gone, or everything is. */
    forget(messageId) {
      if (editing && (messageId === undefined || editing.id === messageId)) endEdit();
      if (messageId !== undefined) return;
      staged = [];
      showStaged();
      field.value = "";
      typed();
    },
  };
}
