/** The page's own arithmetic, and its texts. The modules are the browser's; those tested here need no page. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sandboxTexts } from "./texts.ts";

const folder = new URL("../../src/web/page/", import.meta.url);
const time = await import(new URL("time.js", folder).href);
const links = await import(new URL("links.js", folder).href);
const zone = "Asia/Ho_Chi_Minh";

describe("moments in the committee's zone", () => {
  it("reads and writes the field of the clock", () => {
    expect(time.fieldValue("2024-04-22T07:05:59Z", zone)).toBe("2024-04-22T14:05");
    expect(time.fieldInstant("2024-04-22T14:05", zone)).toBe("2024-04-22T07:05:00.000Z");
    expect(time.fieldInstant("", zone)).toBeNull();
    expect(time.hourText("2024-04-21T17:00:00Z", zone)).toBe("00:00");
  });

  it("finds tomorrow's morning over the ends of months and years", () => {
    expect(time.tomorrowAt("2024-04-22T17:30:00Z", zone, 7, 30)).toBe("2024-04-24T00:30:00.000Z");
    expect(time.tomorrowAt("2024-12-31T10:00:00Z", zone, 7, 30)).toBe("2025-01-01T00:30:00.000Z");
    expect(time.tomorrowAt("2024-02-28T10:00:00Z", zone, 7, 30)).toBe("2024-02-29T00:30:00.000Z");
  });

  it("comes back to the same minute in any zone", () => {
    const zones = fc.constantFrom(zone, "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu");
    const minutes = fc.integer({ min: Date.UTC(2001, 0) / 60_000, max: Date.UTC(2099, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, where) => {
        const value = time.fieldValue(minute * 60_000, where);
        const back = time.fieldInstant(value, where);
        expect(time.fieldValue(back, where)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });
});

describe("links and portions", () => {
  const found = (text: string) =>
    links
      .pieces(text)
      .filter((piece: { kind: string }) => piece.kind !== "text")
      .map((piece: { text: string }) => piece.text);

  it("sees addresses and commands, and leaves the sentence its signs", () => {
    expect(found("Xem www.dukccq.binhdinh.gov.vn.) và (https://a.vn/b_(c)?d=1&e=2).")).toEqual([
      "www.dukccq.binhdinh.gov.vn",
      "https://a.vn/b_(c)?d=1&e=2",
    ]);
    expect(found("Gõ /broadcast, /report_17; không phải 22/4, và/hoặc, 100-KH/ĐUK, /à")).toEqual([
      "/broadcast",
      "/report_17",
    ]);
    expect(found("javascript:alert(1) data:text/html,x file:///etc/passwd")).toEqual([]);
    expect(links.safeAddress("javascript:alert(1)")).toBeNull();
  });

  it("loses no letter of a text", () => {
    const words = fc.array(
      fc.constantFrom("https://", "www.", "/start", " ", "\n", ".", ")", "(", "ữ", "a", "😀", "<b>"),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join("");
        expect(
          links
            .pieces(text)
            .map((piece: { text: string }) => piece.text)
            .join(""),
        ).toBe(text);
        const cut: string[] = links.portions(text, 7);
        expect(cut.every((portion) => portion.length <= 7 && portion.trim() !== "")).toBe(true);
        expect(cut.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("texts", () => {
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .concat(readFileSync(new URL("../sandbox.ts", folder), "utf8"))
    .join("\n");
  const vi = sandboxTexts("vi");
  const en = sandboxTexts("en");
  const variables = (text: string | undefined) => [...(text ?? "").matchAll(/\{\$\w+\}/g)].map(String).sort();

  it("are the same in both languages, variable by variable", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const key of Object.keys(vi)) expect(variables(en[key]), key).toEqual(variables(vi[key]));
  });

  it("are all there, and all used", () => {
    const used = [...sources.matchAll(/(?:\bt\(|\b(?:t|key|label|placeholder): )"([a-z0-9-]+)"/g)].map(
      (match) => match[1],
    );
    for (const key of used) expect(vi, key).toHaveProperty(`sandbox-${key}`);
    const families = [...sources.matchAll(/`([a-z-]+-)\$\{/g)].map((match) => match[1] ?? "");
    for (const key of Object.keys(vi).map((name) => name.replace("sandbox-", "")))
      expect(
        sources.includes(`"${key}"`) ||
          sources.includes(`"sandbox-${key}"`) ||
          families.some((family) => key.startsWith(family)),
        key,
      ).toBe(true);
  });
});
