/** The people of the golden chats: a small committee with every kind of unit and holder. All names are invented. */
import type { World } from "./world.ts";

export const cast = {
  "chuyên viên": { id: 11, last_name: "Hà Thị Mai", first_name: "Lan" },
  "lãnh đạo": { id: 12, last_name: "Vũ Đình", first_name: "Khải" },
  "quản trị": { id: 13, last_name: "Cao Thế", first_name: "Sơn" },
  "bí thư A": { id: 21, last_name: "Nguyễn Hữu", first_name: "Thành" },
  "phó A": { id: 22, last_name: "Lê Thị", first_name: "Cúc" },
  "bí thư B": { id: 23, last_name: "Trần Thị", first_name: "Hợp" },
  "người lạ": { id: 31, last_name: "Đỗ Minh", first_name: "Quân" },
} as const;

export type Role = keyof typeof cast;

/** Unit C has nobody on the messenger, and still owes. Unit D lies under B: "all units" does not mean it. */
export async function seedCast(world: World): Promise<void> {
  const { db } = world.database;
  const now = new Date("2024-04-01T00:00:00Z");
  const board = await db.board.create({ data: { name: "Ban Tuyên giáo", symbol: "BTG", createdAt: now } });
  const person = async (role: Role, phone: string | null = null) => {
    const { id, first_name, last_name } = cast[role];
    const account = { channel: "telegram", externalId: String(id), chatId: BigInt(id), createdAt: now };
    const data = {
      name: `${last_name} ${first_name}`,
      phone,
      locale: "vi",
      createdAt: now,
      accounts: { create: account },
    };
    return (await db.person.create({ data })).id;
  };
  for (const [role, as, phone] of [
    ["chuyên viên", "staff", "0256 000 111"],
    ["lãnh đạo", "leader", null],
    ["quản trị", "administrator", null],
  ] as const) {
    await db.membership.create({
      data: { boardId: board.id, personId: await person(role, phone), role: as, since: now },
    });
  }
  const unit = (code: string, name: string, kind: string, parentId: number | null = null) =>
    db.unit.create({ data: { code, name, kind, headTitle: "Bí thư", createdAt: now, parentId } });
  const a = await unit("001", "Chi bộ Sở A", "Chi bộ cơ sở");
  const b = await unit("002", "Đảng bộ Sở B", "Đảng bộ cơ sở");
  await unit("003", "Chi bộ Sở C", "Chi bộ cơ sở");
  await unit("021", "Chi bộ 1 Sở B", "Chi bộ trực thuộc", b.id);
  const post = async (unitId: number, role: Role, kind: "secretary" | "deputy", title: string) =>
    db.post.create({ data: { unitId, personId: await person(role), kind, title, since: now } });
  await post(a.id, "bí thư A", "secretary", "Bí thư");
  await post(a.id, "phó A", "deputy", "Phó Bí thư");
  await post(b.id, "bí thư B", "secretary", "Bí thư");
  for (const user of Object.values(cast)) world.api.addUser({ ...user, language_code: "vi" });
  // Everybody has opened the chat once, as in life; what was said then is no part of the story.
  for (const { id } of Object.values(cast)) world.api.start(id);
  await world.settle();
}
