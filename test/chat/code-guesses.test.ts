/** Who guesses codes with many accounts is stopped like one who guesses with one; administrators hear of it once. */
import { beforeEach, expect, it } from "vitest";
import { prepareAdministratorCode } from "../../src/cases/people/administrator-code.ts";
import { enrol, type Newcomer } from "../../src/cases/people/enrol.ts";
import { invite } from "../../src/cases/people/invite.ts";
import { GUESS_LIMIT, GUESS_LIMIT_OF_ALL } from "../../src/domain/people/invitation.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
const HOUR = 3_600_000;

beforeEach(async () => {
  world = await createWorld({ at: "2024-04-15T01:00:00Z" });
  await seedCast(world);
  for (const { id, first_name, last_name } of Object.values(cast)) {
    world.api.addUser({ id, first_name, last_name, language_code: "vi" });
    world.api.start(id);
  }
  await world.settle();
});

const stranger = (id: number): Newcomer => ({
  line: "telegram",
  externalId: String(id),
  chatId: id,
  name: `Người lạ ${id}`,
  username: null,
  locale: "vi",
});

async function guess(id: number, code = `WRNG${String(id).padStart(4, "2")}`): Promise<string> {
  try {
    await enrol(world.cases, stranger(id), code, null);
    return "in";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

async function newCode(): Promise<string> {
  const staff = await findWho(world.database.db, "telegram", String(cast["chuyên viên"].id));
  const unit = await world.database.db.unit.findFirstOrThrow();
  const made = await invite(world.cases, staff, { unitId: unit.id, post: "deputy" });
  if (typeof made !== "object") throw new Error("no code");
  return made.code;
}

const told = () =>
  world.database.db.notice.findMany({ where: { kind: "code_guesses" }, include: { person: true } });
const heard = () =>
  world.api.chat(cast["quản trị"].id).filter((one) => one.text.includes(`${GUESS_LIMIT_OF_ALL} lần gõ sai`));

it("one account has its few tries", async () => {
  for (let at = 0; at < GUESS_LIMIT; at++) expect(await guess(5_001)).toBe("code-unknown");
  expect(await guess(5_001)).toBe("code-guesses");
  expect(await guess(5_002)).toBe("code-unknown");
});

it("many accounts together have theirs: then no code is taken, not even a good one, and administrators hear of it once", async () => {
  const code = await newCode();
  for (let at = 0; at < GUESS_LIMIT_OF_ALL; at++) expect(await guess(6_000 + at)).toBe("code-unknown");
  for (let at = 0; at < 30; at++) expect(await guess(7_000 + at)).toBe("code-paused");
  expect(await guess(8_000, code)).toBe("code-paused");
  await world.settle();
  expect((await told()).map((one) => one.person.name)).toEqual(["Cao Thế Sơn"]);
  expect(heard()).toHaveLength(1);
  expect(heard()[0]?.text).toContain("09:00");

  // The code has lost nothing by it.
  world.clock.advance(HOUR + 1_000);
  expect(await guess(8_000, code)).toBe("in");
  // A day later it is told anew.
  world.clock.advance(24 * HOUR);
  for (let at = 0; at < GUESS_LIMIT_OF_ALL + 5; at++) await guess(9_000 + at);
  await world.settle();
  expect(heard()).toHaveLength(2);
});

it("good codes and mistakes far apart stop nobody", async () => {
  for (let day = 0; day < 4; day++) {
    for (let at = 0; at < GUESS_LIMIT_OF_ALL - 1; at++)
      expect(await guess(10_000 + day * 100 + at)).toBe("code-unknown");
    expect(await guess(20_000 + day, await newCode())).toBe("in");
    world.clock.advance(HOUR + 1_000);
  }
  expect(await told()).toEqual([]);
});

it("a new ADMIN_CODE has eight letters and digits; an old short one of an administrator in place starts as before", async () => {
  await expect(prepareAdministratorCode(world.cases, "ABC123")).resolves.toBeNull();
  await world.database.db.membership.deleteMany({ where: { role: "administrator" } });
  for (const short of ["ABC123", "ABCD123"])
    await expect(prepareAdministratorCode(world.cases, short)).rejects.toThrow("admin-code-short");
  await expect(prepareAdministratorCode(world.cases, "ABCD1234")).resolves.toBeNull();
  expect(await guess(30_000, "ABCD1234")).toBe("in");
});
