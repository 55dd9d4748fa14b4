import fc from "fast-check";
import { expect, test } from "vitest";
import { type LineState, type RouteAccount, routeTo, WEB_LINE } from "../../../src/domain/people/route.ts";

const now = new Date("2024-04-15T08:00:00+07:00");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const account = (id: number, line: string, more: Partial<RouteAccount> = {}): RouteAccount => ({
  id,
  line,
  preferred: false,
  blocked: false,
  createdAt: daysAgo(100 - id),
  lastWroteAt: null,
  ...more,
});

const chosen = (accounts: RouteAccount[], lines: Record<string, LineState> = {}) =>
  routeTo(accounts, new Map(Object.entries(lines)), now)?.id ?? null;

test.each<[string, RouteAccount[], Record<string, LineState>, number | null]>([
  ["nobody has none", [], {}, null],
  ["the only one", [account(1, "telegram")], {}, 1],
  ["the newest, where nobody has written", [account(1, "telegram"), account(2, "zalo")], {}, 2],
  [
    "the one last written from",
    [account(1, "telegram", { lastWroteAt: daysAgo(2) }), account(2, "zalo", { lastWroteAt: daysAgo(3) })],
    {},
    1,
  ],
  ["on the thirtieth day", [account(1, "telegram", { lastWroteAt: daysAgo(30) }), account(2, "zalo")], {}, 1],
  ["not after it", [account(1, "telegram", { lastWroteAt: daysAgo(30.001) }), account(2, "zalo")], {}, 2],
  [
    "the own choice, wherever they write",
    [account(1, "telegram", { preferred: true }), account(2, "zalo", { lastWroteAt: daysAgo(1) })],
    {},
    1,
  ],
  ["not one that is blocked", [account(1, "telegram"), account(2, "zalo", { blocked: true })], {}, 1],
  [
    "not the own choice that is blocked",
    [account(1, "telegram"), account(2, "zalo", { blocked: true, preferred: true })],
    {},
    1,
  ],
  ["not a line that rests", [account(1, "telegram"), account(2, "zalo")], { zalo: "resting" }, 1],
  [
    "not one that has said all it may",
    [account(1, "telegram"), account(2, "zalo")],
    { zalo: "exhausted" },
    1,
  ],
  ["not one that is away", [account(1, "telegram"), account(2, "zalo")], { zalo: "away" }, 1],
  ["the only line is waited for", [account(2, "zalo")], { zalo: "away" }, 2],
  [
    "the best is waited for",
    [account(1, "telegram"), account(2, "zalo")],
    { zalo: "away", telegram: "resting" },
    2,
  ],
  ["a line that is no more is not", [account(2, "zalo")], { zalo: "ended" }, null],
  [
    "the desk is not where one looks",
    [account(1, "telegram"), account(2, WEB_LINE, { lastWroteAt: now })],
    {},
    1,
  ],
  [
    "not even while the messenger is away",
    [account(1, "telegram"), account(2, WEB_LINE)],
    { telegram: "away" },
    1,
  ],
  ["unless one chose it", [account(1, "telegram"), account(2, WEB_LINE, { preferred: true })], {}, 2],
  ["or has nothing else", [account(1, "telegram", { blocked: true }), account(2, WEB_LINE)], {}, 2],
])("%s", (_, accounts, lines, expected) => {
  expect(chosen(accounts, lines)).toBe(expected);
  expect(chosen([...accounts].reverse(), lines)).toBe(expected);
});

const anyLine = fc.constantFrom("telegram", "zalo:1", "zalo:2", WEB_LINE);
const anyState = fc.constantFrom<LineState>("open", "resting", "exhausted", "away", "ended");
const anyAccounts = fc
  .array(
    fc.record({
      line: anyLine,
      preferred: fc.boolean(),
      blocked: fc.boolean(),
      age: fc.integer({ min: 0, max: 400 }),
      wrote: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ line, preferred, blocked, age, wrote }, i) => ({
      ...{ id: i + 1, line, preferred, blocked, createdAt: daysAgo(age) },
      lastWroteAt: wrote === null ? null : daysAgo(wrote),
    })),
  );
const anyLines = fc.dictionary(anyLine, anyState).map((found) => new Map(Object.entries(found)));

test("somebody is reached exactly where an open account on a living line exists, and never by another", () => {
  fc.assert(
    fc.property(anyAccounts, anyLines, (accounts, lines) => {
      const reached = accounts.filter((one) => !one.blocked && lines.get(one.line) !== "ended");
      const found = routeTo(accounts, lines, now);
      expect(found === null).toBe(reached.length === 0);
      if (!found) return;
      expect(reached).toContain(found);
      const state = (one: RouteAccount) => lines.get(one.line) ?? "open";
      const elsewhere = reached.filter((one) => one.line !== WEB_LINE || one.preferred);
      if (found.line === WEB_LINE && !found.preferred) expect(elsewhere).toEqual([]);
      // A line that can't be used is waited for only where no other can be.
      if (state(found) !== "open") expect(elsewhere.filter((one) => state(one) === "open")).toEqual([]);
    }),
  );
});

test("the order in which accounts are read does not matter, and what can't be used changes nothing", () => {
  fc.assert(
    fc.property(anyAccounts, anyLines, fc.boolean(), (accounts, lines, last) => {
      const found = routeTo(accounts, lines, now);
      expect(routeTo([...accounts].reverse(), lines, now)).toBe(found);
      const blocked = { ...account(99, "telegram", { blocked: true, preferred: true }), lastWroteAt: now };
      expect(routeTo(last ? [...accounts, blocked] : [blocked, ...accounts], lines, now)).toBe(found);
    }),
  );
});

test("of accounts on lines that can be used, none is chosen before the own choice, nor before one written from lately", () => {
  fc.assert(
    fc.property(anyAccounts, (accounts) => {
      const found = routeTo(accounts, new Map(), now);
      const fit = accounts.filter((one) => !one.blocked && (one.line !== WEB_LINE || one.preferred));
      if (!found || fit.length === 0) return;
      const chosenByThem = fit.some((one) => one.preferred);
      expect(found.preferred).toBe(chosenByThem);
      if (chosenByThem) return;
      const lately = fit.filter((one) => one.lastWroteAt && one.lastWroteAt >= daysAgo(30));
      const latest = Math.max(...lately.map((one) => one.lastWroteAt?.getTime() ?? 0));
      if (lately.length > 0) expect(found.lastWroteAt?.getTime()).toBe(latest);
      else expect(found.createdAt.getTime()).toBe(Math.max(...fit.map((one) => one.createdAt.getTime())));
    }),
  );
});
