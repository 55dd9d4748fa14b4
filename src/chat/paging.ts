/** Long lists, a page at a time, with arrows where there is more. */
import type { Words } from "../i18n.ts";
import type { Action } from "./actions.ts";
import type { Button } from "./screen.ts";

/** Names on one page of a list of units. */
export const NAMES_PAGE = 20;

export function paged<T>(
  all: readonly T[],
  page: number,
  size: number,
  turn: Pick<Action<[number]>, "data">,
  words: Words,
): { items: T[]; nav: Button[][]; from: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const current = Math.min(page, pages - 1);
  const items = all.slice(current * size, (current + 1) * size);
  if (pages === 1) return { items, nav: [], from: 0 };
  const row: Button[] = [];
  if (current > 0) row.push({ text: "‹", data: turn.data(current - 1) });
  row.push({
    text: words.t("common-page", { page: String(current + 1), pages: String(pages) }),
    data: turn.data(current),
  });
  if (current < pages - 1) row.push({ text: "›", data: turn.data(current + 1) });
  return { items, nav: [row], from: current * size };
}
