/** Things owed by invented units, with reports to one small form, for examples and properties. */
import fc from "fast-check";
import type { Form } from "../../../src/domain/form/form.ts";
import { parseForm } from "../../../src/domain/form/parse-form.ts";
import {
  behindFrom,
  isInTime,
  type Standing,
  stageOf,
  statusOf,
} from "../../../src/domain/obligation/status.ts";
import type { FormAsked, Occasion, Owed, SentVersion } from "../../../src/domain/summary/owed.ts";

export const NOW = new Date("2026-04-20T03:00:00Z");
const DUE = new Date("2026-04-15T17:00:00Z");

export const asked = (form: Form, version = 1, formId = 1): FormAsked => ({
  formId,
  versionId: formId * 100 + version,
  version,
  form,
});

export const formOf = (...fields: object[]): Form =>
  parseForm({
    title: "F",
    nil: true,
    fields: fields.map((field) => ({ title: "Hỏi?", label: "Số", required: false, ...field })),
  });

export interface Made {
  id: number;
  form: FormAsked;
  /** Null: nothing was sent. */
  answers: Record<string, unknown> | null;
  kind?: string;
  name?: string;
  above?: number[];
  occasion?: Partial<Occasion>;
  nil?: boolean;
  accepted?: boolean;
  returned?: boolean;
  waived?: boolean;
  closed?: boolean;
  unit?: number;
  sentAt?: Date;
}

export function owedOf(made: Made): Owed {
  const { id, form, answers, above = [], unit = id, sentAt = new Date("2026-04-10T03:00:00Z") } = made;
  const occasion = {
    planId: 1,
    milestoneId: 1,
    period: "",
    action: "báo cáo",
    dueBefore: DUE,
    ...made.occasion,
  };
  const report: SentVersion | null = answers && {
    ...{
      id: 1000 + id,
      code: `r-${id}`,
      version: 1,
      asked: form,
      nil: made.nil ?? false,
      at: sentAt,
      arrivedAt: sentAt,
    },
    accepted: made.accepted ?? false,
    answers: Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [key, { value: value as never, at: "" }]),
    ),
  };
  const standing: Standing = {
    dueBefore: occasion.dueBefore,
    waived: made.waived ?? false,
    firstSentAt: report ? sentAt : null,
    returns: made.returned ? [{ dueBefore: new Date("2026-04-12T03:00:00Z"), mendedAt: null }] : [],
  };
  const from = behindFrom(standing);
  return {
    ...{ obligationId: id, code: `o-${id}`, occasion, standing, report, asks: form, extended: false },
    unit: {
      id: unit,
      code: String(unit),
      name: made.name ?? `Đơn vị ${unit}`,
      kind: made.kind ?? "Chi bộ",
      above,
      place: unit,
    },
    status: statusOf(standing, NOW),
    stage: stageOf(standing, made.accepted ?? false),
    behind: from !== null && from <= NOW,
    inTime: report ? isInTime(sentAt, occasion.dueBefore, standing.returns, NOW) : null,
    closed: made.closed ?? false,
    timesReturned: standing.returns.length,
  };
}

export const study = formOf(
  {
    key: "called",
    kind: "integer",
    label: "Triệu tập",
    unit: "đảng viên",
    wording: [{ kinds: ["Đoàn"], label: "Đoàn viên được gọi", unit: "đoàn viên" }],
  },
  {
    key: "present",
    kind: "integer",
    label: "Dự học",
    unit: "đảng viên",
    notMoreThan: "called",
    sentence: "Có ${present} dự học trên ${called}, đạt ${present%}.",
    wording: [{ kinds: ["Đoàn"], label: "Đoàn viên dự", unit: "đoàn viên" }],
  },
  { key: "fund", kind: "decimal", label: "Kinh phí", unit: "triệu đồng" },
  {
    key: "how",
    kind: "choice",
    label: "Hình thức",
    other: true,
    options: [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ],
  },
  { key: "said", kind: "text", label: "Khó khăn", maxLength: 2000, long: true },
  {
    key: "people",
    kind: "group",
    label: "Danh sách",
    max: 5,
    columns: [{ key: "name", kind: "text", title: "Tên", label: "Tên", required: true, maxLength: 50 }],
  },
);

const form = asked(study);
const number = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
const answers = fc.record({
  called: number,
  present: number,
  fund: fc.option(
    fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
    { nil: null },
  ),
  how: fc.option(fc.constantFrom("a", "b", "Xem băng", "xem băng"), { nil: null }),
  said: fc.option(fc.constantFrom("Không", "Thiếu tài liệu", "thieu tai lieu", "Phòng họp chật. Máy hỏng"), {
    nil: null,
  }),
  people: fc.option(
    fc.array(
      fc.constantFrom("An", "Bình").map((name) => ({ name })),
      { minLength: 1, maxLength: 3 },
    ),
    { nil: null },
  ),
});

/** Units in three layers, in every state a report can be in. */
export const anyOwed: fc.Arbitrary<Owed[]> = fc
  .array(
    fc.record({
      answers: fc.option(answers, { nil: null, freq: 4 }),
      kind: fc.constantFrom("Chi bộ", "Đảng bộ", "Đoàn"),
      state: fc.constantFrom("accepted", "awaiting", "awaiting", "returned", "nil", "waived", "closed"),
      parent: fc.option(fc.nat(5), { nil: null, freq: 2 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((made) => {
    const parentOf = (i: number): number | null => {
      const parent = made[i]?.parent;
      return parent != null && parent < i ? parent : null;
    };
    return made.map(({ answers: given, kind, state }, i) => {
      const above: number[] = [];
      for (let at = parentOf(i); at !== null; at = parentOf(at)) above.push(at + 1);
      return owedOf({
        ...{
          id: i + 1,
          form,
          answers: given,
          kind,
          above,
          nil: state === "nil",
          accepted: state === "accepted",
        },
        ...{
          returned: state === "returned" && given !== null,
          waived: state === "waived",
          closed: state === "closed",
        },
      });
    });
  });
