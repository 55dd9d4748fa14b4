/** The list of commands: opened by the "/" button, or by typing "/", which narrows it. */
import { getCommands } from "./api.js";
import { h } from "./dom.js";

let lists = 0;

/** `send(command)` sends at once, as messengers do; Tab only writes the command into the field. */
export function commandMenu(personId, field, button, send) {
  lists += 1;
  const id = `commands-${lists}`;
  const element = h("div", {
    class: "command-menu",
    id,
    role: "listbox",
    label: "commands",
    testid: "command-menu",
    hidden: true,
  });
  let commands = [];
  let shown = [];
  let marked = 0;
  let byButton = false;

  button.setAttribute("aria-haspopup", "listbox");
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", id);
  field.setAttribute("aria-controls", id);

  const load = async () => {
    commands = await getCommands(personId).catch(() => commands);
  };

  function render() {
    const open = shown.length > 0;
    element.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) field.removeAttribute("aria-activedescendant");
    element.replaceChildren(
      ...shown.map(({ command, description }, at) => {
        const item = h(
          "div",
          {
            class: "command",
            role: "option",
            id: `${id}-${at}`,
            "aria-selected": String(at === marked),
            "data-command": command,
          },
          h("span", { class: "command-name" }, `/${command}`),
          h("span", { class: "command-words" }, description),
        );
        // Pressing must not take the focus out of the field.
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => {
          marked = at;
          choose();
        });
        return item;
      }),
    );
    if (!open) return;
    field.setAttribute("aria-activedescendant", `${id}-${marked}`);
    element.children[marked]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    byButton = false;
    shown = [];
    render();
  }

  function filter() {
    const start = /^\/([a-z0-9_]*)$/i.exec(field.value)?.[1];
    if (start === undefined && !(byButton && field.value === "")) {
      if (shown.length) close();
      return;
    }
    if (shown.length === 0 && !byButton) void load().then(narrow);
    narrow();
  }

  function narrow() {
    const start = /^\/([a-z0-9_]*)$/i.exec(field.value)?.[1]?.toLowerCase();
    if (start === undefined && !byButton) return;
    shown = commands.filter(({ command }) => command.startsWith(start ?? ""));
    marked = Math.min(marked, Math.max(0, shown.length - 1));
    render();
  }

  function choose() {
    const chosen = shown[marked];
    if (!chosen) return false;
    close();
    void send(`/${chosen.command}`);
    field.focus();
    return true;
  }

  button.addEventListener("click", async () => {
    if (shown.length > 0) return close();
    byButton = true;
    marked = 0;
    field.focus();
    narrow();
    await load();
    if (byButton) narrow();
  });
  field.addEventListener("blur", () => setTimeout(() => document.activeElement !== field && close(), 150));

  return {
    element,
    filter,
    choose,
    /** Whether the key was meant for the list. */
    key(event) {
      if (shown.length === 0) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        marked = (marked + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
        render();
      } else if (event.key === "Tab" && !event.shiftKey) {
        field.value = `/${shown[marked].command} `;
        close();
      } else if (event.key === "Escape") close();
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
