import { beforeAll, describe, expect, it } from "vitest";
import { locales } from "../../src/config.ts";
import { problemCodes } from "../../src/domain/problem.ts";
import { filesOf, readTexts, samplesOf, type Text } from "./fluent.ts";
import { pageLiterals, readUsage, startErrorCodes, type Usage, type Wanted } from "./usage.ts";

const all = locales.map(readTexts);
const [vi, en] = [readTexts("vi"), readTexts("en")];
const keys = [...vi.texts.keys()];

const without = (some: Iterable<string>, others: Iterable<string>) => {
  const left = new Set(others);
  return [...some].filter((one) => !left.has(one));
};
const written = (names: Iterable<string>) => [...names].sort().join(", ");

describe("the two locales", () => {
  it("have the same files", () => {
    expect(filesOf("en")).toEqual(filesOf("vi"));
  });

  it("have the same keys, in files of the same name", () => {
    const named = ({ file, key }: Text) => `${file}: ${key}`;
    const [inVi, inEn] = [[...vi.texts.values()].map(named), [...en.texts.values()].map(named)];
    expect({ onlyVi: without(inVi, inEn), onlyEn: without(inEn, inVi) }).toEqual({ onlyVi: [], onlyEn: [] });
  });

  it("have the same variables in each text", () => {
    const different = keys.flatMap((key) => {
      const [left, right] = [vi, en].map(({ texts }) => written(texts.get(key)?.variables ?? []));
      return en.texts.has(key) && left !== right ? [`${key}: vi {${left}}, en {${right}}`] : [];
    });
    expect(different).toEqual([]);
  });
});

describe.each(all)("$locale", ({ locale, bundle, texts, twice, unread }) => {
  const rendered = [...texts.values()].map((text) => {
    const { samples, dead } = samplesOf(text, locale);
    const errors: Error[] = [];
    const said = samples.map((sample) => bundle.formatPattern(text.pattern, sample, errors));
    return { key: text.key, said, errors, dead };
  });

  it("has no key twice, and no line that Fluent can't read", () => {
    expect({ twice, unread }).toEqual({ twice: [], unread: [] });
  });

  it("renders every variant of every text", () => {
    const bad = rendered.flatMap(({ key, said, errors, dead }) => [
      ...errors.map((error) => `${key}: ${error}`),
      ...dead.map((variant) => `${key}: no number in this language reaches [${variant}]`),
      ...said.filter((one) => one.trim() === "" || /\{\s*\$/.test(one)).map((one) => `${key}: “${one}”`),
    ]);
    expect(bad).toEqual([]);
  });

  it("writes its letters composed, as people's keyboards do", () => {
    const bad = rendered.filter(({ said }) => said.some((one) => one !== one.normalize("NFC")));
    expect(bad.map(({ key }) => key)).toEqual([]);
  });

  it("keeps to the register: no exclamation marks; in Vietnamese no “vui lòng”, “bạn”, “nhé”", () => {
    const forbidden = /!|(?<!\p{L})(?:vui lòng|bạn|nhé)(?!\p{L})/iu;
    const bad = rendered.flatMap(({ key, said }) =>
      said.filter((one) => forbidden.test(one)).map((one) => `${key}: ${one}`),
    );
    expect(bad).toEqual([]);
  });

  it.each([
    ["problem", [...problemCodes]],
    ["start-error", startErrorCodes()],
  ])("has %s-<code> for each code, and for nothing else", (prefix, codes) => {
    const found = [...texts.keys()].filter((key) => key.startsWith(`${prefix}-`));
    const wanted = codes.map((code) => `${prefix}-${code}`);
    expect(wanted.length).toBeGreaterThan(0);
    expect({ missing: without(wanted, found), needless: without(found, wanted) }).toEqual({
      missing: [],
      needless: [],
    });
  });
});

describe("src", () => {
  let usage: Usage;
  beforeAll(() => {
    usage = readUsage();
  }, 180_000);

  const matching = ({ key }: Wanted) =>
    keys.filter((one) => (typeof key === "string" ? one === key : key.test(one)));

  it("asks for keys that can be told from the source", () => {
    expect(usage.wanted.length).toBeGreaterThan(200);
    expect(usage.unknown).toEqual([]);
  });

  it("asks for no text that does not exist", () => {
    const missing = usage.wanted.filter((one) => matching(one).length === 0);
    expect(missing.map(({ key, where }) => `${key} (${where})`)).toEqual([]);
  });

  it("gives each text the variables it names", () => {
    const short = [...usage.wanted, ...usage.thrown].flatMap(({ key, given, where }) => {
      const text = typeof key === "string" ? vi.texts.get(key) : undefined;
      const left = given && text ? without(text.variables, given) : [];
      return left.length > 0 ? [`${key} is not given ${written(left)} (${where})`] : [];
    });
    expect(short).toEqual([]);
  });

  it("uses every text", () => {
    const used = new Set([...usage.wanted.flatMap(matching), ...pageLiterals()]);
    const unused = without(keys, used).map((key) => `${vi.texts.get(key)?.file}: ${key}`);
    expect(unused).toEqual([]);
  });
});
