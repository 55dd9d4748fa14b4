/**
 * *Báo cáo tổng hợp*: the board's report of a picture, in the format of a Party document. What nobody has written or
 * chosen yet is marked, never made up. Who has not reported stands on an internal page, only where somebody asks for
 * it: that page is never sent up.
 */
import { chosenOf, type Desk } from "../../../domain/summary/desk.ts";
import type { Naming } from "../../../domain/summary/freeze.ts";
import type { Picture, Section } from "../../../domain/summary/picture.ts";
import { namesOf } from "../../../domain/summary/say.ts";
import type { Words } from "../../../i18n.ts";
import type { Appendix, Block, PartyDocument } from "../party-docx.ts";
import { partyStyle, type Signer, type Signing, signedBy } from "../party-style.ts";
import { figuresAppendices } from "./appendix.ts";
import {
  choiceLines,
  dayLines,
  declaredLines,
  ended,
  figureLines,
  progressLine,
  sentenceLine,
} from "./tell.ts";

/** A unit that owes, for the internal page: what was done to get its report. */
export interface StillOwes {
  unit: string;
  occasion: string;
  standing: string;
  /** ISO day, or null. */
  due: string | null;
  urged: string;
}

export interface ReportFacts {
  picture: Picture;
  desk: Desk;
  naming: Naming;
  /** ISO day beside the place. */
  day: string;
  signing: Signing;
  signer: Signer;
  recipients: readonly string[];
  /** Null: no internal page. */
  internal: readonly StillOwes[] | null;
}

/** Parts that staff write themselves, by their name in `Desk.written`. */
export const writtenParts = [
  "request",
  "leading",
  "strengths",
  "difficulties",
  "tasks",
  "proposals",
] as const;
export type WrittenPart = (typeof writtenParts)[number];

export function summaryReport(facts: ReportFacts, words: Words): PartyDocument {
  const { picture, desk, naming } = facts;
  const { board, subject, superior, place } = naming;
  const type = partyStyle.types.report;
  return {
    superior,
    issuer: board.name,
    numberOf: { type: type.symbol, body: board.symbol },
    place,
    day: facts.day,
    typeName: type.name,
    subject,
    body: [...opening(facts, words), ...sectionsOf(picture, desk, facts, words)],
    signature: signedBy(facts.signing, facts.signer),
    recipients: facts.recipients,
    appendices: [
      ...figuresAppendices(picture, words),
      ...(facts.internal ? [internalPage(picture, facts.internal, words)] : []),
    ],
    draft: { title: words.t("summary-report-title", { subject }), author: board.name },
  };
}

const heading = (text: string): Block => ({ kind: "heading", text });
const text = (words: string): Block => ({ kind: "text", text: words });
/** Nothing yet: marked for staff. */
const filled = (lines: readonly string[]): Block[] =>
  (lines.length > 0 ? lines : [partyStyle.empty]).map(text);

function written(desk: Desk, part: WrittenPart): string[] {
  const own = Object.hasOwn(desk.written, part) ? (desk.written[part] ?? "") : "";
  return own
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map(ended);
}

function opening({ desk, naming: { cited, board } }: ReportFacts, words: Words): Block[] {
  const request = Object.hasOwn(desk.written, "request") ? (desk.written.request ?? "").trim() : "";
  const what = request === "" ? cited.join("; ") : request;
  return [text(words.t("summary-report-opening", { what, board: board.name }))];
}

function sectionsOf(picture: Picture, desk: Desk, facts: ReportFacts, words: Words): Block[] {
  const chosen = (section: Section) =>
    picture.headings.flatMap(({ column }) => {
      const question = picture.columns[column];
      if (question?.section !== section) return [];
      return chosenOf(picture, desk, question.key).map((one) => sentenceLine(picture, one, words));
    });
  const examples = namesOf(
    picture,
    desk.exemplary.flatMap((id) => {
      const at = picture.units.findIndex((unit) => unit.id === id);
      return at < 0 ? [] : [at];
    }),
  );
  const nothing = picture.headings.flatMap(({ column, nothing: units, asked }) =>
    picture.columns[column]?.section === "difficulties" && units.length > 0
      ? [
          words.t("summary-report-none", {
            label: picture.columns[column]?.label.toLocaleLowerCase("vi") ?? "",
            count: units.length,
            asked,
          }),
        ]
      : [],
  );
  const facts_ = [
    ...declaredLines(picture, words),
    ...figureLines(picture, words),
    ...choiceLines(picture, words),
    ...dayLines(picture, words),
    ...listLines(picture, words),
  ];
  return [
    heading(words.t("summary-report-leading")),
    ...(facts.naming.cited.length > 0
      ? [
          text(
            words.t("summary-report-issued", {
              plans: facts.naming.cited.join("; "),
              units: picture.progress.units,
            }),
          ),
        ]
      : []),
    ...filled(written(desk, "leading")),
    heading(words.t("summary-report-results")),
    text(progressLine(picture, words)),
    ...filled([...facts_, ...chosen("results")]),
    heading(words.t("summary-report-judged")),
    heading(words.t("summary-report-strengths")),
    ...filled([
      ...written(desk, "strengths"),
      ...chosen("strengths"),
      ...(examples.length > 0 ? [words.t("summary-report-examples", { units: examples.join(", ") })] : []),
    ]),
    heading(words.t("summary-report-difficulties")),
    ...filled([...written(desk, "difficulties"), ...chosen("difficulties"), ...nothing]),
    heading(words.t("summary-report-tasks")),
    ...filled([...written(desk, "tasks"), ...chosen("tasks")]),
    heading(words.t("summary-report-proposals")),
    ...filled([...written(desk, "proposals"), ...chosen("proposals")]),
    text(words.t("summary-report-closing", { board: facts.naming.board.name })),
  ];
}

function listLines(picture: Picture, words: Words): string[] {
  return picture.lists.flatMap((list) => {
    const question = picture.columns[list.column];
    if (!question || list.rows.length === 0) return [];
    const { label, item } = question;
    return [
      words.t("summary-report-list", {
        label,
        count: list.rows.length,
        item,
        answered: list.answered,
        asked: list.asked,
      }),
    ];
  });
}

function internalPage(picture: Picture, owes: readonly StillOwes[], words: Words): Appendix {
  const titles = ["place", "name", "occasion", "standing", "due", "urged"];
  const rows = owes.map((one, at) => [
    String(at + 1),
    one.unit,
    one.occasion,
    one.standing,
    one.due ? words.date(one.due) : "",
    one.urged,
  ]);
  return {
    title: words.t("summary-report-internal"),
    subtitle: words.t("summary-report-internal-note", { moment: words.moment(new Date(picture.at)) }),
    landscape: true,
    body:
      rows.length > 0
        ? [{ kind: "table", rows: [titles.map((one) => words.t(`summary-report-column-${one}`)), ...rows] }]
        : [text(words.t("summary-report-internal-none"))],
  };
}
