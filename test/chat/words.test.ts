/**
 * What people write where no button was tapped: 100 and more sayings, as every role. What each leads to is written out
 * here by hand; every saying finds the same things open.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { publishPlan, storeForm } from "../support/published.ts";
import { createWorld, type World } from "../support/world.ts";

const unit: Role[] = ["bí thư A", "phó A"];
const board: Role[] = ["chuyên viên", "lãnh đạo", "quản trị"];
const known: Role[] = [...unit, ...board];
const everybody: Role[] = [...known, "người lạ"];

/** What is understood, by whom, and how its answer begins. Whoever else says it is told that it was not understood. */
const understood: Record<string, { by: Role[]; answer: RegExp; sayings: string[] }> = {
  acknowledge: {
    by: unit,
    answer: /^Đã ghi: Chi bộ Sở A đã nhận Kế hoạch 100-KH\/ĐU, 08:00/,
    sayings: [
      ...[
        "đã nhận",
        "Đã nhận.",
        "ĐÃ NHẬN",
        "da nhan",
        "Da nhan!",
        "đa nhân",
        "đã  nhận ạ",
        "nhận rồi",
        "nhan roi",
      ],
      ...[
        "Đã nhận rồi",
        "dạ em đã nhận rồi ạ",
        "chi bộ đã nhận",
        "Chi bộ đã nhận được kế hoạch",
        "tôi đã nhận được",
      ],
      ...[
        "rõ",
        "ro",
        "RÕ",
        "đã rõ",
        "da ro",
        "rõ rồi ạ",
        "rõ, cảm ơn đồng chí",
        "vâng",
        "Vâng ạ",
        "vang",
        "vang a",
      ],
      ...["dạ", "da", "dạ vâng", "dạ vâng ạ", "ok", "OK", "ok 👍", "Oke", "okay", "dạ ok ạ", "đã nắm rõ"],
      ...["xác nhận đã nhận", "đã nhận kế hoạch", "đã nhận kế hoạch 100", "da nhan KH 100-KH/DU", "received"],
    ],
  },
  report: {
    by: unit,
    answer: /^Câu 1\/9 · 100-KH\/ĐU/,
    sayings: [
      ...[
        "báo cáo",
        "Báo cáo",
        "bao cao",
        "BAO CAO",
        "báo cáo ạ",
        "tôi báo cáo",
        "em xin báo cáo",
        "gửi báo cáo",
      ],
      ...[
        "làm báo cáo",
        "toi muon bao cao",
        "nộp báo cáo",
        "báo cáo kế hoạch 100",
        "bao cao 100-kh/du",
        "báo cáo kh 100 ạ",
      ],
      ...["/báo cáo", "/Bao_cao", "/report", "/REPORT", "/ Report", "/Report@dondoc_sandbox_bot"],
    ],
  },
  nil: {
    by: unit,
    answer: /KHÔNG PHÁT SINH/,
    sayings: [
      "không phát sinh",
      "khong phat sinh",
      "Ko phát sinh",
      "dạ không có phát sinh ạ",
      "không phát sinh gì",
    ],
  },
  extend: {
    by: unit,
    answer: /^🕓 Xin gia hạn báo cáo 100-KH\/ĐU/,
    sayings: [
      "gia hạn",
      "gia han",
      "xin gia hạn",
      "Cho em xin gia hạn ạ",
      "xin thêm thời gian",
      "xin gia hạn kh 100",
    ],
  },
  tasks: {
    by: unit,
    answer: /^Việc cần báo cáo: 1/,
    sayings: ["việc cần làm", "viec can lam", "nhiệm vụ", "/Tasks"],
  },
  history: { by: unit, answer: /^Đơn vị chưa gửi báo cáo nào/, sayings: ["lịch sử", "lich su"] },
  status: {
    by: board,
    answer: /^📊 Kế hoạch 100-KH\/ĐU/,
    sayings: ["tình hình", "tinh hinh", "Tiến độ", "/Status 100"],
  },
  plans: { by: board, answer: /^Các kế hoạch/, sayings: ["kế hoạch", "cac ke hoach"] },
  help: { by: known, answer: /^Đồng chí có thể dùng/, sayings: ["trợ giúp", "huong dan", "giúp tôi với"] },
  cancel: {
    by: known,
    answer: /^Không có việc nào đang làm dở/,
    sayings: ["dừng", "dung lai", "thôi", "huỷ bỏ"],
  },
  start: { by: known, answer: /^Chào đồng chí/, sayings: ["xin chào", "chào đồng chí", "em chào ban ạ"] },
};

/** Sentences, numbers and near misses: nobody's button, nobody's code. */
const notUnderstood = [
  ...[
    "chưa nhận",
    "chưa nhận được",
    "Chưa rõ",
    "không rõ",
    "khong ro",
    "đã nhận giấy mời họp",
    "đã",
    "rò",
    "vãng",
  ],
  ...[
    "chưa báo cáo",
    "không báo cáo được",
    "báo cáo khi nào nộp",
    "hạn đến bao giờ",
    "gia hạn đến bao giờ",
    "không",
  ],
  ...[
    "có",
    "bận",
    "ban",
    "tôi",
    "cảm ơn đồng chí",
    "45",
    "47, 45, 2, 12",
    "12/4",
    "0905 123 456",
    "nhan than",
    "👍",
  ],
  ...[
    "Đồng chí cho hỏi biểu mẫu ở đâu",
    "họp lúc mấy giờ",
    "gọi lại cho tôi",
    "kkkk2222",
    "mã của tôi là AAAA-2222",
  ],
  ...[
    "báo cáo với đồng chí là chi bộ chưa họp",
    "đã nhận nhưng chưa đọc",
    "ok để tôi xem",
    "/khongcolenhnay",
    "…",
  ],
];

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await seedCast(world);
  const { db } = world.cases;
  const at = new Date("2024-04-10T01:00:00Z");
  const { personId: ownerId, boardId } = await db.membership.findFirstOrThrow();
  const units = await db.unit.findMany({ where: { code: "001" } });
  const { planId } = await publishPlan(db, {
    boardId,
    ownerId,
    number: "100-KH/ĐU",
    title: "học tập",
    at,
    dueBefore: new Date("2024-04-24T17:00:00Z"),
    formVersionId: await storeForm(db, "study", studyForm, at),
    units,
  });
  const { personId } = await db.account.findFirstOrThrow({
    where: { externalId: String(cast["bí thư A"].id) },
  });
  await db.campaign.create({
    data: {
      ...{
        kind: "announcement",
        state: "done",
        key: `announcement:${planId}`,
        planId,
        createdAt: at,
        finishedAt: at,
      },
      deliveries: { create: { unitId: units[0]?.id, personId, state: "sent", notBefore: at, sentAt: at } },
    },
  });
});

/** Everything as it was, whatever the last saying has done. */
async function again(): Promise<void> {
  await world.cases.db.$executeRaw`
    WITH d AS (UPDATE "Delivery" SET "acknowledgedAt" = NULL), f AS (DELETE FROM "Draft"),
         c AS (DELETE FROM "ConversationState"), g AS (DELETE FROM "CodeGuess")
    UPDATE "Account" SET "lastMessageId" = NULL, "lastMessageAt" = NULL, "lastAsks" = NULL`;
}

async function say(role: Role, text: string): Promise<string> {
  await again();
  const { id } = cast[role];
  const before = world.api.chat(id).length;
  world.api.sendText(id, text);
  await world.calm();
  const said = world.api.chat(id).slice(before);
  return said.flatMap((message) => (message.from === "bot" ? [message.text] : [])).join("\n");
}

const isCommand = (saying: string) => /^\/ ?(report|tasks|status)/i.test(saying);
const lost = (role: Role) => (role === "người lạ" ? /^Đồng chí chưa được đăng ký/ : /^Tin này chưa ứng với/);
/** What a stranger's guesses are told, and commands that somebody may not give. */
const refused = /^(Đồng chí chưa được đăng ký|Chức năng này|Việc này|Mã này không đúng|Đây là kênh)/;

describe.each(everybody)("%s", (role) => {
  for (const [meaning, { by, answer, sayings }] of Object.entries(understood)) {
    it.each(sayings)(`${meaning}: %s`, async (saying) => {
      const said = await say(role, saying);
      if (by.includes(role)) expect(said).toMatch(answer);
      else if (isCommand(saying) || role === "người lạ") expect(said).toMatch(refused);
      else expect(said).toMatch(lost(role));
      const taken = await world.cases.db.delivery.count({ where: { acknowledgedAt: { not: null } } });
      expect(taken).toBe(meaning === "acknowledge" && by.includes(role) ? 1 : 0);
    });
  }

  it.each(notUnderstood)("not understood: %s", async (saying) => {
    const isGuess = role === "người lạ" && /2222/.test(saying);
    expect(await say(role, saying)).toMatch(isGuess ? /^Mã này không đúng/ : lost(role));
    const { db } = world.cases;
    expect(await db.delivery.count({ where: { acknowledgedAt: { not: null } } })).toBe(0);
    // Words that look like a code by chance are counted of strangers alone.
    const guesses = await db.codeGuess.count({ where: { channel: "telegram" } });
    expect(guesses).toBe(role === "người lạ" && (isGuess || saying === "nhan than") ? 1 : 0);
  });
});

it("has a hundred sayings", () => {
  const all = [...Object.values(understood).flatMap(({ sayings }) => sayings), ...notUnderstood];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(100);
});
