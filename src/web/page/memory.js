/** What the browser remembers of this page: the arrangement of the chats, the looks, and what has been seen. */
const key = "dondoc.sandbox";

function read() {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "{}");
    return stored && typeof stored === "object" ? stored : {};
  } catch {
    return {};
  }
}

const stored = read();

export const memory = {
  /** Ids of the people whose chats stand open, left to right; null before the first visit. */
  open: Array.isArray(stored.open) ? stored.open.filter(Number.isSafeInteger) : null,
  active: Number.isSafeInteger(stored.active) ? stored.active : null,
  people: stored.people !== false,
  guide: stored.guide !== false,
  locale: stored.locale === "vi" || stored.locale === "en" ? stored.locale : null,
  theme: stored.theme === "light" || stored.theme === "dark" ? stored.theme : null,
  /** The newest message of each chat that stood before the person's eyes. */
  seen: stored.seen && typeof stored.seen === "object" ? stored.seen : {},
};

export function remember(changes) {
  Object.assign(memory, changes);
  try {
    localStorage.setItem(key, JSON.stringify(memory));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** Half-typed messages outlive a reload, and only that. */
const drafts = "dondoc.sandbox.draft.";

export function draftOf(personId) {
  try {
    return sessionStorage.getItem(drafts + personId) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(personId, text) {
  try {
    if (text) sessionStorage.setItem(drafts + personId, text);
    else sessionStorage.removeItem(drafts + personId);
  } catch {
    // As above.
  }
}
