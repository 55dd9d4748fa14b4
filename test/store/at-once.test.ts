/** Two act on the same thing in the same moment: one of them has done it, the other finds it done. */
import { beforeEach, describe, expect, it } from "vitest";
import { askExtension } from "../../src/cases/obligation/ask-extension.ts";
import { decideExtension } from "../../src/cases/obligation/decide-extension.ts";
import { waive } from "../../src/cases/obligation/waive.ts";
import { nudge } from "../../src/cases/reminder/nudge.ts";
import { remind } from "../../src/cases/reminder/remind.ts";
import { writeUrging } from "../../src/cases/reminder/urge-plan.ts";
import { submitReport } from "../../src/cases/report/submit-report.ts";
import { openReport } from "../../src/cases/report/write-report.ts";
import { plusDays } from "../../src/domain/moment.ts";
import type { Who } from "../../src/domain/people/who.ts";
import { Problem } from "../../src/domain/problem.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";
import { homes } from "./homes.ts";

const ROUNDS = 5;

describe.each(homes)("two at once ($kind)", ({ open }) => {
  let world: World;
  let planId: number;
  /** What unit A owes. */
  let owed: number;
  beforeEach(async () => {
    world = await createWorld({ at: "2024-04-22T09:00:00+07:00", database: await open() });
    await seedCast(world);
    const { db } = world.database;
    ({ planId } = await seedOwed(db, new Date("2024-04-25T00:00:00+07:00"), world.clock.now()));
    owed = (await db.obligation.findUniqueOrThrow({ where: { code: "100-001" } })).id;
  });

  const who = async (role: Role): Promise<Who> => {
    const found = await findWho(world.database.db, "telegram", String(cast[role].id));
    if (!found) throw new Error(role);
    return found;
  };
  const problemOf = (act: Promise<unknown>): Promise<string | null> =>
    act.then(
      () => null,
      (error) => {
        if (error instanceof Problem) return error.code;
        throw error;
      },
    );
  const choose = async (by: Who, reason: string | null = null) => {
    const { db } = world.database;
    const ids = (await db.obligation.findMany({ where: { unitId: { in: [...(await units())] } } })).map(
      ({ id }) => id,
    );
    await writeUrging(world.cases, by, planId, () => ({ obligationIds: ids, reason }), null);
  };
  /** Those that can be written to: A and B. */
  const units = async () =>
    (await world.database.db.post.findMany({ where: { kind: "secretary" } })).map(({ unitId }) => unitId);
  const ask = async (day: string): Promise<number> => {
    const made = await askExtension(world.cases, await who("bí thư A"), owed, day, "chờ họp chi bộ", null);
    if (typeof made === "symbol") throw new Error("already");
    return made.id;
  };

  it("one approves, another refuses: one decision, the deadline by it, the unit told once", async () => {
    const { cases, database } = world;
    const [one, other] = [await who("chuyên viên"), await who("lãnh đạo")];
    for (let round = 0; round < ROUNDS; round++) {
      const id = await ask(plusDays("2024-04-26", round));
      world.clock.advance(1_000);
      const approve = decideExtension(cases, one, id, { kind: "approve" }, null);
      const refuse = decideExtension(cases, other, id, { kind: "refuse", reason: "cần kịp tổng hợp" }, null);
      const results = await Promise.all([problemOf(approve), problemOf(refuse)]);
      expect(results.toSorted()).toEqual(["extension-decided", null]);
      const asked = await database.db.extension.findUniqueOrThrow({
        where: { id },
        include: { obligation: true },
      });
      const approved = results[0] === null;
      expect(asked.state).toBe(approved ? "granted" : "refused");
      expect(asked.obligation.effectiveDueBefore).toEqual(
        approved ? asked.askedDueBefore : asked.fromDueBefore,
      );
      expect(asked.decidedById).toBe((approved ? one : other).personId);
      expect(await database.db.notice.count({ where: { extensionId: id, kind: "extension_answer" } })).toBe(
        1,
      );
      const decisions = { in: ["extension.approve", "extension.refuse"] };
      expect(await database.db.audit.count({ where: { action: decisions } })).toBe(round + 1);
    }
  });

  it("two people of a unit ask for another date: one request is open", async () => {
    const { cases, database } = world;
    const asked = await Promise.all(
      (["bí thư A", "phó A"] as const).map(async (role, i) =>
        problemOf(askExtension(cases, await who(role), owed, `2024-04-2${6 + i}`, "chờ họp", null)),
      ),
    );
    expect(asked.toSorted()).toEqual(["extension-open", null]);
    expect(await database.db.extension.count()).toBe(1);
  });

  it("the clock looks three times at once: everybody is reminded once", async () => {
    const { db } = world.database;
    world.clock.set("2024-04-23T07:30:00+07:00");
    await Promise.all([remind(world.cases), remind(world.cases), remind(world.cases)]);
    await remind(world.cases);
    expect(await db.campaign.count({ where: { kind: "reminder" } })).toBe(1);
    const rows = await db.delivery.findMany({ include: { items: true } });
    expect(rows.map(({ items }) => items.map(({ rung }) => rung))).toEqual([[-1], [-1]]);
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(2);
  });

  it("two of the board nudge the same units: they are written to once", async () => {
    const { cases, database } = world;
    const [one, other] = [await who("chuyên viên"), await who("lãnh đạo")];
    await choose(one);
    await choose(other);
    const results = await Promise.all([
      problemOf(nudge(cases, one, planId, false, null)),
      problemOf(nudge(cases, other, planId, false, null)),
    ]);
    expect(results.toSorted()).toEqual(["nobody-to-nudge", null]);
    expect(await database.db.delivery.count()).toBe(2);
  });

  it("a waiver while the report arrives: either it has been sent or nothing is owed, never both", async () => {
    const { cases, database } = world;
    const { db } = database;
    const [staff, secretary] = [await who("chuyên viên"), await who("bí thư A")];
    await openReport(cases, secretary, owed, null);
    const draft = await db.draft.update({ where: { obligationId: owed }, data: { cursor: "nil" } });
    await writeUrging(cases, staff, planId, () => ({ obligationIds: [owed], reason: "mới thành lập" }), null);
    const results = await Promise.all([
      problemOf(submitReport(cases, secretary, owed, draft.revision, null)),
      problemOf(waive(cases, staff, planId, null)),
    ]);
    const sent = results[0] === null;
    expect(results).toEqual(sent ? [null, "nothing-chosen"] : ["obligation-closed", null]);
    const { state } = await db.obligation.findUniqueOrThrow({ where: { id: owed } });
    expect([state, await db.report.count(), await db.waiver.count()]).toEqual(
      sent ? ["open", 1, 0] : ["waived", 0, 1],
    );
  });

  it("a waiver while another date is granted: what was granted stays granted, what lapsed moves nothing", async () => {
    const { cases, database } = world;
    const { db } = database;
    const [staff, leader] = [await who("chuyên viên"), await who("lãnh đạo")];
    const id = await ask("2024-04-27");
    await writeUrging(cases, staff, planId, () => ({ obligationIds: [owed], reason: "mới thành lập" }), null);
    const [approved, waived] = await Promise.all([
      problemOf(decideExtension(cases, leader, id, { kind: "approve" }, null)),
      problemOf(waive(cases, staff, planId, null)),
    ]);
    expect(waived).toBeNull();
    const asked = await db.extension.findUniqueOrThrow({ where: { id }, include: { obligation: true } });
    expect(asked.state).toBe(approved === null ? "granted" : "lapsed");
    expect(asked.obligation.state).toBe("waived");
    expect(asked.obligation.effectiveDueBefore).toEqual(
      approved === null ? asked.askedDueBefore : asked.fromDueBefore,
    );
  });
});
