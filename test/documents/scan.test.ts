/**
 * Ten documents of the corpus, printed, scanned askew with noise and a seal, and read again: number, date and every
 * deadline right in at least eight, and where one is wrong, the words that it was taken from are marked.
 */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { readInProcess, readPagesInProcess } from "../../src/documents/read/reader-process.ts";
import type { FileReading } from "../../src/documents/read/reader-process-messages.ts";
import { readPlan } from "../../src/domain/plan/read/read-plan.ts";
import { folders, type Label, type Sample, scoreOf, whenOf } from "../domain/read/score.ts";
import { makeOfficeDocx } from "./scans/office-docx.ts";
import { pdfOf } from "./scans/paper.ts";
import { noScanner, scanAll } from "./scans/print.ts";

const names = [
  "01-kh-chuyen-de-hoc-bac",
  "02-cv-don-doc",
  "03-tb-ket-luan-hop",
  "06-cv-gop-y",
  "07-kh-dai-hoi-moc-thoi-gian",
  "22-kh-so-ket-de-an",
  "23-tb-nghi-le",
  "27-cv-bo-sung-ho-so",
  "34-kh-dang-bo-doanh-nghiep",
  "44-bang-han-hoan-thanh",
];

/** How well it reads is asked here, on a busy machine too; its limits are tried in reader-process.test.ts. */
const patient = { limits: { milliseconds: 240_000 } };

interface Read {
  sample: Sample;
  found: FileReading;
}

describe.skipIf(noScanner)("ten scans", () => {
  const read: Read[] = [];

  beforeAll(async () => {
    const samples = names.map(sampleOf);
    const scans = await scanAll(await Promise.all(samples.map(({ text }) => makeOfficeDocx(text))));
    for (const [at, sample] of samples.entries()) {
      const pages = scans[at] ?? [];
      const photos = pages.map((page, number) => ({
        bytes: page.toBuffer("image/png"),
        name: `${number}.png`,
      }));
      const found =
        at % 5 === 4
          ? readPagesInProcess(photos, patient)
          : readInProcess(pdfOf(pages), `${sample.name}.pdf`, patient);
      read.push({ sample, found: await found });
    }
  }, 480_000);

  test("number, date and every deadline are right in at least eight", () => {
    const wrong = read.flatMap(wrongIn);
    console.info(`scans: ${read.filter((one) => wrongIn(one).length === 0).length} of ${read.length} right`);
    const right = read.filter((one) => wrongIn(one).length === 0);
    expect(right.length, wrong.join("\n")).toBeGreaterThanOrEqual(8);
  });

  test("what is wrong was taken from words that are marked as doubtful", () => {
    for (const one of read.filter((one) => wrongIn(one).length > 0)) {
      expect(unmarked(one), one.sample.name).toEqual([]);
    }
  });

  test("marks are few, stand where they say, and on words with figures", () => {
    for (const { found } of read) {
      expect(found.source).toBe("scan");
      expect(found.unread).toEqual([]);
      expect(found.doubtful.length).toBeLessThanOrEqual(4);
      for (const { text, at } of found.doubtful) expect(found.text.slice(...at)).toBe(text);
      expect(readPlan(found.text).text).toBe(found.text);
    }
  });
});

function sampleOf(name: string): Sample {
  const read = (kind: string) => readFileSync(`${folders.tuned}/${name}.${kind}`, "utf8");
  return { name, text: read("txt"), label: JSON.parse(read("json")) as Label };
}

/** Deadlines, number and date that are not as the label has them. */
function wrongIn({ sample, found }: Read): string[] {
  const { milestones, number, issued } = sample.label;
  const label = { milestones, ...(number ? { number } : {}), ...(issued ? { issued } : {}) } as Label;
  const { wrong } = scoreOf([{ ...sample, text: found.text, label }]);
  return wrong.filter((line) => !line.startsWith(`${sample.name}: kind `));
}

/** Deadlines, number and date that are found and wrong, and whose words bear no mark. */
function unmarked({ sample, found }: Read): string[] {
  const { reading } = readPlan(found.text);
  const wanted = sample.label.milestones.map((milestone) => whenOf(milestone as never));
  const isMarked = ([from, to]: [number, number]) =>
    found.doubtful.some(({ at }) => at[0] < to && from < at[1]);
  const deadlines = reading.milestones
    .filter((milestone) => !wanted.includes(whenOf(milestone)) && !isMarked(milestone.at))
    .map((milestone) => milestone.quote);
  const isWrong = reading.number !== null && sample.label.number && reading.number !== sample.label.number;
  const number =
    isWrong && !found.doubtful.some(({ text }) => reading.number?.includes(text)) ? [reading.number] : [];
  return [...deadlines, ...(number as string[])];
}
