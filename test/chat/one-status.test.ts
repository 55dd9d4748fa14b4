/**
 * One status, everywhere the same: over random histories every count that goes out, parsed from the texts and the
 * tables, equals a plain reckoning of the history itself, and a second SQL that knows none of our code.
 */
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { stillOwed } from "../../src/cases/reminder/urge-plan.ts";
import { planCard, status } from "../../src/chat/features/plans/view.ts";
import { proofTable } from "../../src/chat/features/remind/proof-view.ts";
import { owingList, zaloText } from "../../src/chat/features/remind/view.ts";
import { deadline, digest, redList } from "../../src/delivery/notices/words/digest.ts";
import { readTable } from "../../src/documents/read/table/table.ts";
import { writeTable } from "../../src/documents/write/table.ts";
import type { Db } from "../../src/store/database.ts";
import { findObligations } from "../../src/store/plan/obligations.ts";
import { countDeliveries, findPlan } from "../../src/store/plan/plans.ts";
import { findProof } from "../../src/store/plan/proof.ts";
import { overdueOfLeader } from "../../src/store/reminder/red-list.ts";
import { standingOfPlan } from "../../src/store/reminder/standing-of-plan.ts";
import { seedCast } from "../support/cast.ts";
import { seedOwed } from "../support/owed.ts";
import { createWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld({ at: "2024-04-10T09:00:00+07:00" });
  await seedCast(world);
});
afterEach(() => world.clockwork.stop());

const START = new Date("2024-04-10T02:00:00Z");
const DUE = 14;
const HALF_DAY = 43_200_000;
const at = (halfDays: number) => new Date(START.getTime() + halfDays * HALF_DAY);

/** What happened to one unit, in half days from the start. */
interface History {
  /** Begun and not sent, where `sent` is empty. */
  writing: boolean;
  /** Versions: when they came; each but the last was returned, the last one perhaps. */
  sent: number[];
  /** The return of each version: by when it is to be mended. */
  mendBy: number[];
  lastReturned: boolean;
  accepted: boolean;
  extendedTo: number | null;
  waived: boolean;
  /** We were away: it arrived this much later than it counts. */
  away: number;
  handedOver: boolean;
}

const history: fc.Arbitrary<History> = fc
  .record({
    writing: fc.boolean(),
    gaps: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    grace: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 3 }),
    lastReturned: fc.boolean(),
    accepted: fc.boolean(),
    extendedTo: fc.option(fc.integer({ min: DUE + 1, max: DUE + 12 })),
    waived: fc.integer({ min: 0, max: 6 }).map((n) => n === 0),
    away: fc.integer({ min: 0, max: 2 }),
    handedOver: fc.boolean(),
  })
  .map(({ gaps, grace, ...one }) => {
    let day = 0;
    const sent = gaps.map((gap) => {
      day += gap;
      return day;
    });
    return { ...one, sent, mendBy: sent.map((when, i) => when + (grace[i] ?? 1)) };
  });

/** The same rules once more, as a clerk would reckon them. */
function reckon(one: History, now: number) {
  const due = one.extendedTo ?? DUE;
  const last = (i: number) => Math.max(due, one.mendBy[i] ?? 0);
  const newest = one.sent.length - 1;
  const returned = newest >= 0 && one.lastReturned;
  const inTime =
    (one.sent[0] ?? Number.POSITIVE_INFINITY) < due &&
    one.sent.slice(1).every((when, i) => when < last(i)) &&
    (!returned || now < last(newest));
  const missing = newest < 0;
  const behind = missing ? now >= due : returned && now >= last(newest);
  return { missing, returned, inTime: !missing && inTime, behind, extended: due > now };
}

function totals(all: readonly History[], now: number) {
  const owed = all.filter((one) => !one.waived).map((one) => ({ one, ...reckon(one, now) }));
  const count = (holds: (each: (typeof owed)[number]) => boolean) => owed.filter(holds).length;
  return {
    expected: owed.length,
    sent: count((x) => !x.missing),
    sentInTime: count((x) => x.inTime),
    awaiting: count((x) => !x.missing && !x.returned && !x.one.accepted),
    returned: count((x) => x.returned),
    unmended: count((x) => x.returned && x.behind),
    missing: count((x) => x.missing),
    missingBehind: count((x) => x.missing && x.behind),
    missingExtended: count((x) => x.missing && !x.behind),
    drafting: count((x) => x.missing && x.one.writing),
    done: count((x) => !x.missing && !x.returned),
    doneInTime: count((x) => !x.missing && !x.returned && x.inTime),
    openLate: count((x) => (x.missing && x.behind) || (x.returned && !x.inTime)),
    waived: all.length - owed.length,
  };
}

async function live(db: Db, obligationId: number, personId: number, formVersionId: number, one: History) {
  const made = await db.obligation.findUniqueOrThrow({ where: { id: obligationId } });
  if (one.extendedTo !== null)
    await db.obligation.update({
      where: { id: obligationId },
      data: { effectiveDueBefore: at(one.extendedTo) },
    });
  if (one.writing && one.sent.length === 0)
    await db.draft.create({
      data: {
        obligationId,
        holderId: personId,
        formVersionId,
        answers: { held: { value: ["2024-04-10"] } },
        cursor: "form",
        revision: 1,
        startedAt: at(1),
        updatedAt: at(1),
      },
    });
  for (const [i, when] of one.sent.entries()) {
    const newest = i === one.sent.length - 1;
    const review = !newest || one.lastReturned ? "returned" : one.accepted ? "accepted" : "awaiting";
    await db.report.create({
      data: {
        obligationId,
        version: i + 1,
        code: `${made.code}-${i + 1}`,
        formVersionId,
        answers: {},
        nil: true,
        sha256: "0".repeat(64),
        personId,
        submittedAt: at(when),
        arrivedAt: at(when + one.away),
        review,
        ...(review === "awaiting" ? {} : { decidedById: personId, decidedAt: at(when) }),
        returns:
          review === "returned"
            ? {
                create: {
                  byId: personId,
                  fields: [],
                  reason: "ghi rõ hơn",
                  dueBefore: at(one.mendBy[i] ?? 0),
                  createdAt: at(when),
                  sentAt: at(when),
                  mendedAt: newest ? null : at(one.sent[i + 1] ?? 0),
                },
              }
            : {},
      },
    });
  }
  if (one.waived) {
    await db.obligation.update({ where: { id: obligationId }, data: { state: "waived" } });
    await db.waiver.create({
      data: { obligationId, waivedById: personId, waivedAt: at(1), reason: "sáp nhập" },
    });
  }
  if (one.handedOver) await db.post.updateMany({ where: { unitId: made.unitId }, data: { until: at(2) } });
}

/** Counted by the database alone. */
async function bySql(db: Db, planId: number, now: Date) {
  const [row] = await db.$queryRaw<Record<string, bigint>[]>`
    WITH o AS (
      SELECT o."id", o."effectiveDueBefore" AS due,
             (SELECT min(r."submittedAt") FROM "Report" r WHERE r."obligationId" = o."id") AS first,
             (SELECT greatest(t."dueBefore", o."effectiveDueBefore") FROM "Return" t JOIN "Report" r ON r."id" = t."reportId"
               WHERE r."obligationId" = o."id" AND t."mendedAt" IS NULL AND t."withdrawnAt" IS NULL AND t."sentAt" IS NOT NULL) AS mend,
             EXISTS (SELECT 1 FROM "Return" t JOIN "Report" r ON r."id" = t."reportId"
               WHERE r."obligationId" = o."id" AND t."mendedAt" >= greatest(t."dueBefore", o."effectiveDueBefore")) AS slow
        FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId"
       WHERE m."planId" = ${planId} AND o."state" <> 'waived')
    SELECT count(*) AS expected, count(first) AS sent, count(mend) AS returned,
           count(*) FILTER (WHERE mend <= ${now}) AS unmended,
           count(*) FILTER (WHERE first IS NULL) AS missing,
           count(*) FILTER (WHERE first IS NULL AND due <= ${now}) AS "missingBehind",
           count(*) FILTER (WHERE first < due AND NOT slow AND (mend IS NULL OR mend > ${now})) AS "sentInTime",
           count(*) FILTER (WHERE first IS NOT NULL AND mend IS NULL) AS done
      FROM o`;
  return Object.fromEntries(Object.entries(row ?? {}).map(([key, value]) => [key, Number(value)]));
}

/** The number a text gives at the first place of this kind; 0 where it says nothing of it. */
const number = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);

it("every count in every text and table is that of the history", async () => {
  const { db } = world.database;
  const words = world.wordsFor("vi");
  const { planId } = await seedOwed(db, at(DUE), START);
  const plan = await findPlan(db, planId);
  const [sample] = await db.obligation.findMany({ include: { milestone: true } });
  const formVersionId = sample?.milestone.formVersionId;
  if (!plan || !sample || !formVersionId) throw new Error("the plan asks for no report");
  const staff = await db.membership.findFirstOrThrow({ where: { role: "leader" } });
  const { id: _, code: __, unitId: ___, unitName: ____, milestone, ...like } = sample;
  for (let n = 10; n < 15; n++) {
    const name = `Chi bộ số ${n}`;
    const unit = await db.unit.create({
      data: { code: `0${n}`, name, kind: "Chi bộ cơ sở", headTitle: "Bí thư", createdAt: START },
    });
    await db.obligation.create({
      data: { ...like, code: `100-0${n}`, unitId: unit.id, unitName: name },
    });
  }
  const owed = await db.obligation.findMany({ orderBy: { id: "asc" } });
  const histories = fc.array(history, { minLength: owed.length, maxLength: owed.length });
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 0, max: 12 }), async (all, later) => {
      for (const table of ["Return", "Report", "Draft", "Waiver"])
        await db.$executeRawUnsafe(`DELETE FROM "${table}"`);
      await db.obligation.updateMany({ data: { state: "open", effectiveDueBefore: at(DUE) } });
      await db.post.updateMany({ data: { until: null } });
      for (const [i, one] of all.entries())
        await live(db, owed[i]?.id ?? 0, staff.personId, formVersionId, one);
      const moment = Math.max(DUE, ...all.flatMap((one) => one.sent)) + later;
      const now = at(moment);
      const want = totals(all, moment);

      expect(await bySql(db, planId, now)).toMatchObject({
        expected: want.expected,
        sent: want.sent,
        returned: want.returned,
        unmended: want.unmended,
        missing: want.missing,
        missingBehind: want.missingBehind,
        sentInTime: want.sentInTime,
        done: want.done,
      });

      const rows = await findObligations(db, { planId }, now);
      const told = await standingOfPlan(db, planId, now, {
        zone: words.zone,
        before: now,
      });
      const news = digest(words, plan, told, now).text;
      const end = deadline(words, plan, rows, at(DUE), 0).text;
      const table = status(words, plan, rows, now).text;
      const sent = await countDeliveries(db, { campaignId: -1 });
      const card = planCard(words, plan, sent, all.length, rows, 0, now).text;

      for (const text of [news, end, table, card]) {
        if (want.expected === 0) continue;
        expect(number(text, /Đã báo cáo: (\d+)\//)).toBe(want.sent);
        expect(number(text, /Đã báo cáo: \d+\/(\d+)/)).toBe(want.expected);
      }
      for (const text of [news, table, card]) {
        expect(number(text, /Đề nghị bổ sung: (\d+)/)).toBe(want.returned);
        expect(number(text, /Đề nghị bổ sung: \d+ \(quá hạn (\d+)\)/)).toBe(want.unmended);
        expect(number(text, /[Cc]hờ xem:? (\d+)/)).toBe(want.awaiting);
      }
      for (const text of [news, table]) {
        expect(number(text, /Chưa báo cáo: (\d+)/)).toBe(want.missing);
        expect(number(text, /đang soạn (\d+)/)).toBe(want.drafting);
      }
      expect(number(news, /chưa bắt đầu (\d+)/)).toBe(want.missing - want.drafting);
      expect(number(end, /đúng hạn (\d+)/)).toBe(want.sentInTime);
      expect(number(end, /Quá hạn, chưa báo cáo \((\d+)\)/)).toBe(want.missingBehind);
      expect(number(end, /Được gia hạn, chưa báo cáo \((\d+)\)/)).toBe(want.missingExtended);
      expect(number(end, /Đề nghị bổ sung \((\d+)\)/)).toBe(want.returned - want.unmended);
      expect(number(end, /Chưa bổ sung, quá hạn \((\d+)\)/)).toBe(want.unmended);
      expect(number(card, /Quá hạn: (\d+) chưa báo cáo/)).toBe(want.missingBehind);
      expect(number(card, /(\d+) chưa bổ sung/)).toBe(want.unmended);
      expect(number(table, /Đã hoàn thành: (\d+)\//)).toBe(want.done);
      expect(number(table, /• đúng hạn: (\d+)/)).toBe(want.doneInTime);
      expect(number(table, /Chưa hoàn thành: (\d+)/)).toBe(want.expected - want.done);
      expect(number(table, /Chưa hoàn thành: \d+[\s\S]*• quá hạn: (\d+)/)).toBe(want.openLate);
      expect(number(table, /Miễn: (\d+)/)).toBe(want.waived);

      const urged = await stillOwed(db, planId, now);
      const about = { plan, owed: urged, acknowledged: new Set<number>(), chosen: new Set<number>() };
      const list = owingList(words, about, "all", 0, now);
      expect(number(list.text, /(\d+) chưa gửi/)).toBe(want.missing);
      expect(number(list.text, /(\d+) chờ bổ sung/)).toBe(want.returned);
      const late = (list.buttons ?? []).flat().find((one) => one.text.includes("Quá hạn"));
      if (urged.length > 0)
        expect(number(late?.text ?? "", /\((\d+)\)/)).toBe(want.missingBehind + want.unmended);
      const missing = urged.filter((one) => one.stage === "missing");
      expect(number(zaloText(words, plan, missing, now), /của (\d+) đơn vị/)).toBe(want.missing);

      const overdue = await overdueOfLeader(db, staff.personId, now);
      if (want.missingBehind + want.unmended === 0) expect(overdue).toEqual([]);
      else {
        const red = redList(words, overdue, now).text;
        expect(number(red, /Quá hạn: (\d+) chưa báo cáo/)).toBe(want.missingBehind);
        expect(number(red, /(\d+) chưa bổ sung \(đến/)).toBe(want.unmended);
      }

      const proof = proofTable(words, plan, await findProof(db, { planId }, now), now);
      const [titles = [], ...cells] = (await readTable(await writeTable(proof), "don-doc.xlsx")).rows;
      // A unit has a row for each thing that was done about it.
      const said = new Map(cells.map((row) => [row[0], row[titles.indexOf("Tình hình")]]));
      const having = (what: string) => [...said.values()].filter((one) => one === what).length;
      expect(having("Chưa bổ sung, quá hạn")).toBe(want.unmended);
      expect(having("Đề nghị bổ sung")).toBe(want.returned - want.unmended);
      expect(having("Chưa báo cáo, quá hạn")).toBe(want.missingBehind);
      expect(having("Đã báo cáo đúng hạn")).toBe(want.doneInTime);
    }),
    { numRuns: 60 },
  );
});
