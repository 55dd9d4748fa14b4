/** Every rule takes its examples and leaves its counter-examples. */
import { describe, expect, it } from "vitest";
import { classificationRule, isClassified } from "../../../src/domain/plan/read/classification.ts";
import { actionOf } from "../../../src/domain/plan/read/context/action.ts";
import { kindRules, kindToldBy, sending } from "../../../src/domain/plan/read/context/kind.ts";
import { atomRules, findAtoms } from "../../../src/domain/plan/read/dates/atoms.ts";
import { cueRules } from "../../../src/domain/plan/read/dates/cues.ts";
import { acting, eventNoun, evidence } from "../../../src/domain/plan/read/dates/evidence.ts";
import { exclusions } from "../../../src/domain/plan/read/dates/exclusions.ts";
import { findPhrases } from "../../../src/domain/plan/read/dates/phrases.ts";
import { rhythmEvidence } from "../../../src/domain/plan/read/dates/rhythm-evidence.ts";
import { findRhythms, rhythmRules } from "../../../src/domain/plan/read/dates/rhythms.ts";
import type { Header } from "../../../src/domain/plan/read/header.ts";
import { decide } from "../../../src/domain/plan/read/milestones.ts";
import { pageOf, scanOf } from "../../../src/domain/plan/read/scan.ts";
import { blocksOf } from "../../../src/domain/plan/read/sections.ts";

const header: Header = {
  kind: "KẾ HOẠCH",
  number: null,
  issued: null,
  title: null,
  issuer: null,
  signer: null,
  recipients: [],
  basis: [],
}; // prettier-ignore

function decisions(text: string) {
  const page = pageOf(text.normalize("NFC"));
  return decide(page, blocksOf(page), header, 0);
}

type Documented = {
  name: string;
  source: string;
  examples: readonly string[];
  counterExamples: readonly string[];
};

function check(
  title: string,
  rules: readonly Documented[],
  takes: (rule: Documented, text: string) => boolean,
) {
  describe(title, () => {
    it("names are unique and sources given", () => {
      expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
      for (const rule of rules) expect(rule.source).not.toBe("");
    });
    for (const rule of rules) {
      if (rule.examples.length > 0)
        it.each([...rule.examples])(`${rule.name} takes “%s”`, (text) =>
          expect(takes(rule, text)).toBe(true));
      if (rule.counterExamples.length > 0)
        it.each([...rule.counterExamples])(`${rule.name} leaves “%s”`, (text) =>
          expect(takes(rule, text)).toBe(false));
    }
  });
}

check("written forms", atomRules, (rule, text) =>
  findAtoms(scanOf(text)).some((atom) => atom.rule === rule.name),
);
check("cues", cueRules, (rule, text) =>
  findPhrases(scanOf(text)).some((phrase) => phrase.rules.includes(rule.name)),
);
check("repetitions", rhythmRules, (rule, text) =>
  findRhythms(scanOf(text)).some((rhythm) => rhythm.name === rule.name),
);
check("exclusions", exclusions, (rule, text) =>
  decisions(text).some((decision) => decision.struck === rule.name),
);
check("evidence", evidence, (rule, text) => {
  const found = evidence.find((other) => other.name === rule.name);
  return decisions(text).some((decision) => decision.taken !== null && found?.takes(decision.near));
});
check("evidence of repetitions", rhythmEvidence, (rule, text) => {
  const found = rhythmEvidence.find((other) => other.name === rule.name);
  return decisions(text).some(
    (decision) => decision.phrase.bare && decision.taken !== null && found?.takes(decision.near),
  );
});
check("mark of secrecy", [{ name: "mark", ...classificationRule }], (_, text) => isClassified(text));
check(
  "kinds",
  kindRules.map((rule) => ({ ...rule, counterExamples: [] })),
  (rule, text) => {
    const page = pageOf(text.normalize("NFC"));
    return decide(page, blocksOf(page), header, 0).some(({ near, row, previousEnd, taken }) => {
      const { clause } = actionOf(page, near, row, previousEnd, null);
      return taken !== null && kindToldBy(clause, near, taken)?.name === rule.name;
    });
  },
);

/** A long list of words is looked for by its first letters first: those letters must leave none of them out. */
describe("first letters", () => {
  it.each([
    ["sending", sending],
    ["acting", acting],
    ["things that take place", eventNoun],
  ])("%s: the guard names the first two letters of every alternative", (_, { source }) => {
    const [guard = "", letters = ""] = /^\(\?=([^()]+)\)/.exec(source) ?? [];
    const list = source.slice(guard.length).replace(/^\(\?<!\\p\{L\}\)/, "");
    const starts = startsOf(list);
    expect(starts.length).toBeGreaterThan(8);
    expect(starts.filter((start) => !letters.split("|").includes(start))).toEqual([]);
  });

  it("reads the alternatives of a pattern", () => {
    expect(startsOf("(?:(?:hạn|thời)\\s|(?<!thu\\s|chi\\s)nộp(?!a|b)|vòng\\s)")).toEqual([
      "hạ",
      "th",
      "nộ",
      "vò",
    ]);
  });
});

/** The first two letters of each alternative of a pattern, what it looks back at left out. */
function startsOf(pattern: string): string[] {
  return alternativesOf(pattern).flatMap((alternative) => {
    const words = withoutLookbehind(alternative);
    if (!words.startsWith("(?:")) return [words.slice(0, 2)];
    return startsOf(words.slice(3, closing(words)));
  });
}

function withoutLookbehind(pattern: string): string {
  return /^\(\?<[!=]/.test(pattern) ? withoutLookbehind(pattern.slice(closing(pattern) + 1)) : pattern;
}

/** Where the bracket that opens a pattern closes; brackets of a class do not count. */
function closing(pattern: string): number {
  return scanned(pattern).find(({ depth, i }) => depth === 0 && i > 0)?.i ?? pattern.length;
}

function alternativesOf(pattern: string): string[] {
  const bars = scanned(pattern).filter(({ char, depth }) => char === "|" && depth === 0);
  const cuts = [-1, ...bars.map(({ i }) => i), pattern.length];
  return cuts.slice(1).map((cut, i) => pattern.slice((cuts[i] as number) + 1, cut));
}

function scanned(pattern: string): { char: string; i: number; depth: number }[] {
  let [depth, inClass] = [0, false];
  return [...pattern].map((char, i) => {
    if (char === "[") inClass = true;
    if (char === "]") inClass = false;
    if (char === "(" && !inClass) depth++;
    if (char === ")" && !inClass) depth--;
    return { char, i, depth };
  });
}
