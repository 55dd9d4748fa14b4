/** Random committees: units with their chi bộ, a form in two versions, reports in every state. All invented. */
import type { Form } from "../../src/domain/form/form.ts";
import { parseForm } from "../../src/domain/form/parse-form.ts";
import type { Db } from "../../src/store/database.ts";

/** Numbers as if by chance, always the same for the same seed. */
export function chance(seed: number) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    upTo,
    is: (part: number) => next() < part,
    one: <T>(of: readonly T[]): T => of[upTo(of.length - 1)] as T,
  };
}

const young = { kinds: ["Đoàn cơ sở"], label: "Đoàn viên dự", unit: "đoàn viên" };

const fields = {
  members: {
    key: "members",
    kind: "integer",
    title: "Tổng số đảng viên?",
    label: "Tổng số đảng viên",
    required: true,
    unit: "đảng viên",
    total: "last",
  },
  called: {
    key: "called",
    kind: "integer",
    title: "Triệu tập bao nhiêu?",
    label: "Triệu tập",
    required: true,
    unit: "đảng viên",
    wording: [{ ...young, label: "Đoàn viên được triệu tập" }],
  },
  present: {
    key: "present",
    kind: "integer",
    title: "Bao nhiêu đảng viên dự?",
    label: "Dự học",
    required: true,
    unit: "đảng viên",
    notMoreThan: "called",
    together: "Tổng số người dự",
    wording: [young],
  },
  guests: {
    key: "guests",
    kind: "integer",
    title: "Bao nhiêu quần chúng dự?",
    label: "Quần chúng dự",
    required: false,
    unit: "người",
    together: "Tổng số người dự",
  },
  turns: {
    key: "turns",
    kind: "integer",
    title: "Bao nhiêu lượt nghe?",
    label: "Lượt nghe",
    required: false,
    unit: "lượt",
  },
  fund: {
    key: "fund",
    kind: "decimal",
    title: "Kinh phí?",
    label: "Kinh phí",
    required: false,
    unit: "triệu đồng",
  },
  score: {
    key: "score",
    kind: "decimal",
    title: "Điểm tự chấm?",
    label: "Điểm tự chấm",
    required: false,
    unit: "điểm",
    total: "mean",
  },
  read: { key: "read", kind: "percent", title: "Tỷ lệ đã đọc?", label: "Đã đọc", required: false },
  founded: {
    key: "founded",
    kind: "integer",
    title: "Năm thành lập?",
    label: "Năm thành lập",
    required: false,
  },
  share: {
    key: "share",
    kind: "computed",
    title: "Tỷ lệ dự",
    label: "Tỷ lệ dự",
    required: false,
    formula: "${present} * 100 div ${called}",
    unit: "%",
    decimals: 2,
  },
  away: {
    key: "away",
    kind: "computed",
    title: "Vắng",
    label: "Vắng",
    required: false,
    formula: "${called} - ${present}",
    unit: "đảng viên",
    wording: [{ kinds: ["Đoàn cơ sở"], label: "Đoàn viên vắng", unit: "đoàn viên" }],
  },
  how: {
    key: "how",
    kind: "choice",
    title: "Hình thức?",
    label: "Hình thức",
    required: true,
    other: true,
    options: [
      { value: "in", label: "Trực tiếp" },
      { value: "online", label: "Trực tuyến" },
    ],
  },
  means: {
    key: "means",
    kind: "choices",
    title: "Cách nào?",
    label: "Cách tuyên truyền",
    required: false,
    options: [
      { value: "radio", label: "Truyền thanh" },
      { value: "paper", label: "Bản tin" },
    ],
  },
  held: { key: "held", kind: "date", title: "Ngày nào?", label: "Ngày học", required: false },
  people: {
    key: "people",
    kind: "group",
    title: "Danh sách?",
    label: "Danh sách",
    required: false,
    max: 5,
    item: "người",
    unique: ["name"],
    columns: [
      { key: "name", kind: "text", title: "Tên", label: "Họ và tên", required: true, maxLength: 80 },
      {
        key: "born",
        kind: "integer",
        title: "Năm sinh",
        label: "Năm sinh",
        required: false,
        min: 1930,
        max: 2010,
      },
    ],
  },
  difficulties: {
    key: "difficulties",
    kind: "text",
    title: "Khó khăn?",
    label: "Khó khăn, vướng mắc",
    required: false,
    maxLength: 20_000,
    long: true,
  },
  secret: {
    key: "secret",
    kind: "text",
    title: "Dư luận riêng?",
    label: "Phản ánh riêng",
    required: false,
    maxLength: 2_000,
    private: true,
  },
  ill: {
    key: "ill",
    kind: "integer",
    title: "Bao nhiêu người ốm?",
    label: "Số ốm",
    required: false,
    private: true,
    unit: "người",
  },
  papers: { key: "papers", kind: "files", title: "Bản ký?", label: "Bản ký", required: false, max: 3 },
  old: {
    key: "old",
    kind: "integer",
    title: "Câu của bản cũ?",
    label: "Câu bản cũ",
    required: false,
    unit: "cuộc",
  },
} as const;

const { old, fund: _fund, guests: _guests, ...both } = fields;
/** The second version leaves a question out and asks two more. */
export const versions: Form[] = [
  parseForm({ title: "Học tập", nil: true, fields: [...Object.values(both), old] }),
  parseForm({
    title: "Học tập",
    nil: true,
    fields: Object.values({ ...both, fund: fields.fund, guests: fields.guests }),
  }),
];

/** Must be heard nowhere. */
export const CANARY = "CHIM-HOÀNG-YẾN";

const difficulties = [
  "Không",
  "không có khó khăn gì",
  "Thiếu tài liệu học tập",
  "thiếu tài liệu học tập.",
  "Thieu tai lieu hoc tap",
  "Hội trường nhỏ, chưa đủ chỗ ngồi cho 120 đồng chí.\n- Máy chiếu hỏng",
  "=SUM(A1:A9) <&\"'> 😀",
  "Đảng viên đi công tác xa nhiều; khó tập trung đông đủ",
];

export interface Seeded {
  planId: number;
  milestoneId: number;
  boardId: number;
  ownerId: number;
}

/** @param periods '' for what happens once */
export async function seedCommittee(
  db: Db,
  seed: number,
  { units, at, periods = [""] }: { units: number; at: Date; periods?: readonly string[] },
): Promise<Seeded> {
  const by = chance(seed * 7919 + 17);
  const board = await db.board.create({ data: { name: `Ban ${seed}`, symbol: `B${seed}`, createdAt: at } });
  const person = await db.person.create({ data: { name: "Trần Văn Mẫu", createdAt: at } });
  await db.membership.create({ data: { boardId: board.id, personId: person.id, role: "staff", since: at } });
  const form = await db.form.create({ data: { key: `hoc-tap-${seed}`, title: "Học tập" } });
  const versionIds: number[] = [];
  for (const [i, definition] of versions.entries()) {
    const json = JSON.parse(JSON.stringify(definition));
    const row = await db.formVersion.create({
      data: { formId: form.id, version: i + 1, definition: json, createdAt: at },
    });
    versionIds.push(row.id);
  }
  const day = 86_400_000;
  const plan = await db.plan.create({
    data: {
      ...{ boardId: board.id, ownerId: person.id, code: String(100 + seed), kind: "Kế hoạch" },
      ...{ number: `${100 + seed}-KH/ĐU`, title: "học tập nghị quyết", issuer: "Đảng ủy", issuedOn: at },
      ...{ state: "published", reading: "done", audience: { kind: "all" }, createdAt: at, publishedAt: at },
    },
  });
  const milestone = await db.milestone.create({
    data: {
      ...{ planId: plan.id, ordinal: 1, kind: "report", owedBy: "units", action: "báo cáo kết quả" },
      ...{ source: "board", formVersionId: versionIds[1] ?? 0 },
    },
  });
  const made: { id: number; name: string; kind: string }[] = [];
  for (let i = 0; i < units; i++) {
    const parent = i > 3 && by.is(0.2) ? by.one(made) : null;
    const kind = by.one(["Chi bộ cơ sở", "Chi bộ cơ sở", "Đảng bộ cơ sở", "Đoàn cơ sở"]);
    const name = `${kind} số ${i + 1}${by.is(0.1) ? " <&\"'> 😀" : ""}`;
    const code = `${seed}-${i + 1}`;
    const row = await db.unit.create({
      data: { code, name, kind, headTitle: "Bí thư", parentId: parent?.id ?? null, createdAt: at },
    });
    made.push(row);
  }
  let count = 0;
  for (const [p, period] of periods.entries()) {
    const dueBefore = new Date(at.getTime() + (10 + p * 30) * day);
    for (const [i, unit] of made.entries()) {
      const waived = by.is(0.05);
      const extended = by.is(0.1);
      const obligation = await db.obligation.create({
        data: {
          ...{
            code: `${100 + seed}-${i + 1}${period && `-${period}`}`,
            milestoneId: milestone.id,
            unitId: unit.id,
            period,
          },
          ...{
            unitName: unit.name,
            unitKind: unit.kind,
            dueBefore,
            state: waived ? "waived" : "open",
            createdAt: at,
          },
          effectiveDueBefore: new Date(dueBefore.getTime() + (extended ? 5 * day : 0)),
        },
      });
      if (waived || by.is(0.2)) continue;
      const sent = new Date(dueBefore.getTime() + (by.upTo(14) - 10) * day);
      const several = 1 + (by.is(0.25) ? 1 : 0);
      for (let version = 1; version <= several; version++) {
        const last = version === several;
        const v = by.is(0.3) ? 0 : 1;
        const nil = by.is(0.07);
        const review = last ? by.one(["awaiting", "accepted", "accepted", "returned"] as const) : "returned";
        const submittedAt = new Date(sent.getTime() + (version - 1) * 2 * day);
        const decided = review === "awaiting" ? {} : { decidedById: person.id, decidedAt: submittedAt };
        const report = await db.report.create({
          data: {
            ...{
              obligationId: obligation.id,
              version,
              code: `R${seed}-${++count}`,
              nil,
              review,
              submittedAt,
            },
            ...{ formVersionId: versionIds[v] ?? 0, sha256: "0".repeat(64), personId: person.id },
            ...decided,
            answers: JSON.parse(JSON.stringify(nil ? {} : answers(by, unit.kind, v))),
          },
        });
        if (review !== "returned") continue;
        await db.return.create({
          data: {
            ...{
              reportId: report.id,
              byId: person.id,
              fields: [],
              reason: "xem lại",
              createdAt: submittedAt,
            },
            ...{ dueBefore: new Date(submittedAt.getTime() + 3 * day), sentAt: submittedAt },
            mendedAt: last ? null : new Date(submittedAt.getTime() + 2 * day),
          },
        });
      }
    }
  }
  return { planId: plan.id, milestoneId: milestone.id, boardId: board.id, ownerId: person.id };
}

function answers(by: ReturnType<typeof chance>, kind: string, version: number) {
  const called = by.upTo(by.is(0.05) ? 900 : 60) + 1;
  const maybe = <T>(value: T): T | null => (by.is(0.8) ? value : null);
  const given: Record<string, unknown> = {
    ...(kind !== "Đoàn cơ sở" || by.is(0.5) ? { members: called + by.upTo(9) } : {}),
    ...{ called, present: by.upTo(called), turns: maybe(by.upTo(500)), score: maybe(by.upTo(100) / 10) },
    ...{ read: maybe(by.upTo(10_000) / 100), founded: maybe(1945 + by.upTo(70)) },
    ...{
      how: by.one(["in", "online", "Xem băng", "xem  băng"]),
      means: maybe(by.one([["radio"], ["paper"], ["radio", "paper"]])),
    },
    ...{ held: maybe(`2024-04-${10 + by.upTo(15)}`), difficulties: maybe(by.one(difficulties)) },
    people: maybe(
      Array.from({ length: 1 + by.upTo(2) }, () => ({
        name: `Nguyễn Văn ${by.upTo(40)}`,
        born: 1960 + by.upTo(40),
      })),
    ),
    ...{ secret: maybe(`${CANARY} ${by.upTo(99)}`), ill: maybe(by.upTo(9)) },
    papers: maybe([{ id: 1, name: `${CANARY}.pdf`, size: 9, mime: "application/pdf" }]),
    ...(version === 0
      ? { old: by.upTo(5) }
      : { fund: maybe(by.upTo(1_000_000) / 1_000), guests: maybe(by.upTo(30)) }),
  };
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, { value, at: "2024-04-20T00:00:00.000Z" }]),
  );
}
