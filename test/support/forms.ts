/** Forms of the golden chats, and the plans that ask for them. */
import type { Form } from "../../src/domain/form/form.ts";
import { parseForm } from "../../src/domain/form/parse-form.ts";
import { cast, type Role } from "./cast.ts";
import { publishPlan, storeForm } from "./published.ts";
import type { World } from "./world.ts";

type Json = Record<string, unknown>;
const ask = (key: string, kind: string, label: string, title: string, more: Json = {}): Json => ({
  key,
  kind,
  title,
  label,
  required: true,
  ...more,
});
const secret = (key: string, kind: string, label: string, more: Json = {}): Json =>
  ask(key, kind, label, `${label}?`, { private: true, ...more });
const members = ask("members", "integer", "Đảng viên", "Đơn vị có bao nhiêu đảng viên?", {
  unit: "đảng viên",
  jump: 3,
  default: { from: "last" },
  wording: [
    {
      kinds: ["Đảng bộ cơ sở"],
      title: "Toàn đảng bộ có bao nhiêu đảng viên, kể cả các chi bộ?",
      hint: "Cộng cả các chi bộ trực thuộc.",
    },
  ],
});
const people = (max: number): Json =>
  ask("people", "group", "Danh sách", "Đồng chí nào được cử đi học?", {
    max,
    unique: ["name", "born"],
    item: "người",
    columns: [
      ask("name", "text", "Họ tên", "Họ và tên", { maxLength: 60 }),
      ask("born", "integer", "Năm sinh", "Năm sinh", { min: 1950, max: 2010 }),
      ask("post", "text", "Chức vụ", "Chức vụ", { maxLength: 100, required: false }),
    ],
  });

/** A question of every kind. */
const month = [
  ask("day", "date", "Ngày họp", "Chi bộ họp ngày nào?", { notAfterToday: true }),
  members,
  ask("present", "integer", "Dự họp", "Bao nhiêu đồng chí dự họp?", {
    unit: "đồng chí",
    notMoreThan: "members",
  }),
  ask("share", "computed", "Tỷ lệ dự", "Tỷ lệ dự", {
    formula: "${present} div ${members} * 100",
    unit: "%",
    required: false,
  }),
  ask("done", "percent", "Hoàn thành", "Đã hoàn thành bao nhiêu phần trăm việc của tháng?"),
  ask("money", "decimal", "Kinh phí", "Kinh phí đã dùng?", { unit: "triệu đồng" }),
  ask("invited", "yesno", "Báo cáo viên", "Có mời báo cáo viên không?"),
  ask("speaker", "register", "Người trình bày", "Đồng chí nào của đơn vị trình bày?", {
    of: "person",
    relevant: "${invited} = 'no'",
  }),
  ask("partner", "register", "Đơn vị phối hợp", "Phối hợp với đơn vị nào?", { of: "unit", required: false }),
  ask("way", "choice", "Hình thức", "Họp theo hình thức nào?", {
    options: [
      { value: "in", label: "Trực tiếp" },
      { value: "online", label: "Trực tuyến" },
    ],
    other: true,
  }),
  ask("topics", "choices", "Nội dung", "Đã bàn những nội dung nào?", {
    options: [
      { value: "study", label: "Học tập chuyên đề" },
      { value: "members", label: "Phát triển đảng viên" },
      { value: "fee", label: "Đảng phí" },
    ],
    max: 2,
  }),
  ask("visits", "days", "Ngày đi cơ sở", "Đi cơ sở những ngày nào?", { required: false }),
  ask("result", "text", "Kết quả", "Kết quả nổi bật?", {
    maxLength: 2_000,
    long: true,
    constraint: "string-length(.) >= 10",
    constraintMessage: "Kết quả: đồng chí ghi rõ hơn, ít nhất một câu.",
  }),
  ask("papers", "files", "Ảnh", "Ảnh hoặc tệp kèm theo?", { max: 5, required: false }),
];

const known: Record<string, Json> = {
  "báo cáo tháng": { title: "Báo cáo tháng", nil: true, fields: month },
  "cử người": {
    title: "Cử người đi học",
    nil: true,
    fields: [
      people(3),
      ask("note", "text", "Đề xuất", "Đơn vị có đề xuất gì thêm?", { maxLength: 1_000, required: false }),
    ],
  },
  "cử người, có bản ký": {
    title: "Cử người đi học",
    nil: false,
    fields: [people(5), ask("signed", "files", "Bản ký", "Bản có chữ ký?", { max: 3, required: false })],
  },
  "số liệu": {
    title: "Số liệu",
    nil: false,
    fields: [
      members,
      ask("fee", "decimal", "Đảng phí", "Đã thu đảng phí bao nhiêu?", {
        unit: "triệu đồng",
        default: { from: "constant", value: "1,5" },
      }),
      ask("good", "integer", "Xếp loại tốt", "Bao nhiêu đồng chí xếp loại tốt?", { notMoreThan: "members" }),
      ask("fair", "integer", "Xếp loại khá", "Bao nhiêu đồng chí xếp loại khá?", { notMoreThan: "members" }),
      ask("ranked", "integer", "Được xếp loại", "Bao nhiêu đồng chí được xếp loại?", {
        default: { from: "sum", of: ["good", "fair"] },
      }),
    ],
  },
  "số liệu, bản mới": {
    title: "Số liệu",
    nil: false,
    fields: [
      members,
      ask("good", "integer", "Xếp loại tốt", "Bao nhiêu đồng chí được xếp loại tốt trở lên?", {
        notMoreThan: "members",
      }),
      ask("fair", "integer", "Xếp loại khá", "Bao nhiêu đồng chí xếp loại khá?", { notMoreThan: "members" }),
      ask("why", "text", "Lý do", "Vì sao có đồng chí chưa được xếp loại?", {
        maxLength: 200,
        required: false,
      }),
    ],
  },
  "có mục riêng tư": {
    title: "Hoàn cảnh",
    nil: false,
    fields: [
      ask("count", "integer", "Số đồng chí", "Bao nhiêu đồng chí có hoàn cảnh khó khăn?"),
      ask("who", "text", "Hoàn cảnh", "Họ tên, hoàn cảnh từng đồng chí?", {
        maxLength: 2_000,
        private: true,
      }),
      ask("wish", "text", "Đề nghị", "Đơn vị đề nghị gì?", { maxLength: 500, required: false }),
    ],
  },
  // What each of these is asked for, and nothing but that, must never leave its page (test/web/private-everywhere).
  "riêng tư đủ loại": {
    title: "Riêng tư đủ loại",
    nil: false,
    fields: [
      members,
      secret("story", "text", "Chuyện riêng", { maxLength: 2_000, long: true }),
      secret("visits", "integer", "Lượt gặp", { unit: "lượt", jump: 3, default: { from: "last" } }),
      secret("twice", "computed", "Gấp đôi", { formula: "${visits} * 2", required: false }),
      secret("money", "decimal", "Trợ cấp", { unit: "triệu đồng" }),
      secret("share", "percent", "Phần trăm"),
      secret("day", "date", "Ngày gặp"),
      secret("days", "days", "Các ngày"),
      secret("way", "choice", "Cách gặp", { options: [{ value: "home", label: "Tại nhà" }], other: true }),
      secret("more", "text", "Thêm nữa", { maxLength: 500, relevant: "${visits} > 5" }),
      secret("names", "group", "Những ai", {
        max: 5,
        unique: ["name"],
        item: "người",
        columns: [
          ask("name", "text", "Họ tên", "Họ và tên", { maxLength: 60 }),
          ask("why", "text", "Vì sao", "Vì sao?", { maxLength: 60 }),
        ],
      }),
      secret("papers", "files", "Giấy tờ riêng", { max: 3 }),
      ask("note", "text", "Ghi chú", "Ghi chú thêm?", { maxLength: 200, required: false }),
      ask("signed", "files", "Bản ký", "Bản có chữ ký", { max: 3, required: false }),
    ],
  },
};

export function formCalled(name: string): Form {
  const found = known[name];
  if (!found) throw new Error(`no form “${name}”`);
  return parseForm(found);
}

const at = (text: string) => new Date(`${text}+07:00`);

/** A published plan that asks every unit under the committee for a report by this form until the end of a day. */
export async function publishForm(world: World, number: string, name: string, day: string): Promise<void> {
  const { db } = world.cases;
  const { id: boardId } = await db.board.findFirstOrThrow();
  await publishPlan(db, {
    boardId,
    ownerId: await personOf(world, "chuyên viên"),
    number,
    title: formCalled(name).title.toLowerCase(),
    at: world.clock.now(),
    dueBefore: new Date(at(`${day}T00:00`).getTime() + 86_400_000),
    formVersionId: await versionOf(world, name),
    units: await db.unit.findMany({ where: { parentId: null }, orderBy: { code: "asc" } }),
  });
}

/** The form that a plan asks for gets a new version, for those too who are in the middle of the one before. */
export async function reviseForm(world: World, number: string, name: string): Promise<void> {
  const { db } = world.cases;
  const plan = await db.plan.findFirstOrThrow({ where: { number }, include: { milestones: true } });
  const [milestone] = plan.milestones;
  const before = await db.formVersion.findUniqueOrThrow({ where: { id: milestone?.formVersionId ?? -1 } });
  const next = { formId: before.formId, version: before.version + 1 };
  const definition = JSON.parse(JSON.stringify(formCalled(name)));
  const version = await db.formVersion.upsert({
    where: { formId_version: next },
    create: { ...next, definition, createdAt: world.clock.now() },
    update: {},
  });
  await db.milestone.update({ where: { id: milestone?.id ?? -1 }, data: { formVersionId: version.id } });
}

/** The unit of a person has sent this report for the same form once before. */
export async function sentBefore(world: World, role: Role, number: string, answers: Json): Promise<void> {
  const { db } = world.cases;
  const plan = await db.plan.findFirstOrThrow({ where: { number }, include: { milestones: true } });
  const [milestone] = plan.milestones;
  const personId = await personOf(world, role);
  const { unit } = await db.post.findFirstOrThrow({ where: { personId }, include: { unit: true } });
  const sentAt = at("2024-03-29T09:00");
  const dueBefore = at("2024-04-01T00:00");
  const owed = await db.obligation.create({
    data: {
      code: `${plan.code}T3-${unit.code}`,
      milestoneId: milestone?.id ?? -1,
      unitId: unit.id,
      unitName: unit.name,
      unitKind: unit.kind,
      period: "2024-03",
      dueBefore,
      effectiveDueBefore: dueBefore,
      state: "open",
      createdAt: at("2024-03-01T08:00"),
    },
  });
  const said = Object.entries(answers).map(([key, value]) => [key, { value, at: sentAt.toISOString() }]);
  await db.report.create({
    data: {
      obligationId: owed.id,
      version: 1,
      code: `${owed.code}-1`,
      formVersionId: milestone?.formVersionId ?? -1,
      answers: JSON.parse(JSON.stringify(Object.fromEntries(said))),
      nil: false,
      sha256: "0".repeat(64),
      personId,
      submittedAt: sentAt,
      review: "accepted",
      decidedById: await personOf(world, "chuyên viên"),
      decidedAt: sentAt,
    },
  });
}

async function versionOf(world: World, name: string): Promise<number> {
  const { db } = world.cases;
  const known = await db.form.findUnique({
    where: { key: name },
    include: { versions: { orderBy: { version: "asc" } } },
  });
  const [stored] = known?.versions ?? [];
  return stored?.id ?? storeForm(db, name, formCalled(name), world.clock.now());
}

async function personOf(world: World, role: Role): Promise<number> {
  const account = await world.cases.db.account.findFirstOrThrow({
    where: { externalId: String(cast[role].id) },
  });
  return account.personId;
}
