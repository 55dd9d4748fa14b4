/** The page's words, in the chosen locale, as the server sent them. */
let dictionary = {};
let current = "vi";

export const locale = () => current;

export async function loadTexts(wanted) {
  const query = wanted ? `?locale=${encodeURIComponent(wanted)}` : "";
  const response = await fetch(`/sandbox/api/texts${query}`);
  if (!response.ok) throw new Error(`texts: ${response.status}`);
  const answer = await response.json();
  dictionary = answer.texts;
  current = answer.locale;
  document.documentElement.lang = current;
}

/** The text of a key with its `{$name}` filled in. */
export function t(key, vars = {}) {
  const text = dictionary[`sandbox-${key}`] ?? key;
  return text.replace(/\{\s*\$(\w+)\s*\}/g, (_, name) => String(vars[name] ?? ""));
}

/** "24,5 KB" in the locale's way of writing numbers. */
export function sizeText(bytes) {
  const format = (value, unit) =>
    `${new Intl.NumberFormat(current === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
  if (bytes < 1024) return format(bytes, "B");
  if (bytes < 1024 * 1024) return format(bytes / 1024, "KB");
  return format(bytes / 1024 / 1024, "MB");
}
