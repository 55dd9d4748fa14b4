/** Figures of random committees against a second, independent reckoning in SQL. */
import { describe, expect, it } from "vitest";
import { makePicture } from "../../src/domain/summary/make-picture.ts";
import { type Rules, usualRules } from "../../src/domain/summary/owed.ts";
import type { Figure, Picture } from "../../src/domain/summary/picture.ts";
import type { Db } from "../../src/store/database.ts";
import { gatherSummary } from "../../src/store/summary/gather.ts";
import { CANARY, seedCommittee } from "../support/committee.ts";
import { testDatabase } from "../support/database.ts";

const AT = new Date("2024-04-01T01:00:00Z");
const NOW = new Date("2024-04-13T03:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";

async function pictureOf(db: Db, planId: number, rules: Rules): Promise<Picture> {
  return makePicture(await gatherSummary(db, { planIds: [planId] }, NOW, ZONE), rules, NOW);
}

/** Newest versions that count, by what SQL alone knows: the words of units are told by their kind. */
const counting = (planId: number, accepted: boolean) => `
  WITH newest AS (
    SELECT DISTINCT ON (o."id") o."id", o."unitId", o."unitKind" = 'Đoàn cơ sở' AS young, r."answers" AS a, r."nil", r."review"
      FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId" JOIN "Report" r ON r."obligationId" = o."id"
     WHERE m."planId" = ${planId} AND o."state" <> 'waived' ORDER BY o."id", r."version" DESC
  ), speaking AS (
    SELECT * FROM newest WHERE NOT "nil" AND "review" <> 'returned' ${accepted ? `AND "review" = 'accepted'` : ""}
  ), counted AS (
    SELECT s.* FROM speaking s WHERE NOT EXISTS (
      WITH RECURSIVE up AS (
        SELECT "parentId" FROM "Unit" WHERE "id" = s."unitId" UNION SELECT u."parentId" FROM "Unit" u JOIN up ON u."id" = up."parentId")
      SELECT 1 FROM up JOIN speaking t ON t."unitId" = up."parentId")
  )`;

const number = (key: string) =>
  `(CASE WHEN jsonb_typeof(a -> '${key}' -> 'value') = 'number' THEN (a -> '${key}' ->> 'value')::numeric END)`;

async function sql<T>(db: Db, text: string): Promise<T[]> {
  return db.$queryRawUnsafe<T[]>(text);
}

const figure = (picture: Picture, key: string, unit: string): Figure | undefined =>
  picture.figures.find((one) => picture.columns[one.column]?.key === key && one.unit === unit);

describe.each([1, 2, 3, 4, 5, 6])("committee %i", (seed) => {
  const rulesOf: Rules[] = [usualRules, { ...usualRules, counts: "accepted" }];

  it.each(rulesOf)("sums, counts and shares are those of SQL ($counts)", async (rules) => {
    const { db } = await testDatabase();
    const { planId } = await seedCommittee(db, seed, { units: 10 + seed * 9, at: AT });
    const picture = await pictureOf(db, planId, rules);
    const counted = counting(planId, rules.counts === "accepted");
    const cases: [key: string, unit: string, young: boolean | null][] = [
      ["members", "đảng viên", null],
      ["called", "đảng viên", false],
      ["called", "đoàn viên", true],
      ["present", "đảng viên", false],
      ["present", "đoàn viên", true],
      ["guests", "người", null],
      ["turns", "lượt", null],
      ["fund", "triệu đồng", null],
      ["old", "cuộc", null],
    ];
    for (const [key, unit, young] of cases) {
      const [row] = await sql<{ sum: string | null; n: number; min: string | null; max: string | null }>(
        db,
        `${counted} SELECT sum(${number(key)})::text AS "sum", count(${number(key)})::int AS "n", min(${number(key)})::text AS "min",
                max(${number(key)})::text AS "max" FROM counted ${young === null ? "" : `WHERE young = ${young}`}`,
      );
      const found = figure(picture, key, unit);
      expect([
        key,
        unit,
        found?.value ?? null,
        found?.answered ?? 0,
        found?.min?.value ?? null,
        found?.max?.value ?? null,
      ]).toEqual([
        ...[key, unit, row?.sum == null ? null : Number(row.sum), row?.n ?? 0],
        ...[row?.min == null ? null : Number(row.min), row?.max == null ? null : Number(row.max)],
      ]);
      if (found)
        expect(Math.abs(found.accepted.value + found.awaiting.value - (found.value ?? 0))).toBeLessThan(1e-6);
    }
    for (const young of [false, true]) {
      const [row] = await sql<{ part: number; whole: number; away: number; share: string | null }>(
        db,
        `${counted} SELECT sum(${number("present")})::int AS "part", sum(${number("called")})::int AS "whole",
                sum(${number("called")} - ${number("present")})::int AS "away",
                round(sum(${number("present")}) * 100 / nullif(sum(${number("called")}), 0), 2)::text AS "share" FROM counted WHERE young = ${young}`,
      );
      const unit = young ? "đoàn viên" : "đảng viên";
      const { share } = figure(picture, "present", unit) ?? {};
      expect([share?.part ?? null, share?.whole ?? null]).toEqual([row?.part ?? null, row?.whole ?? null]);
      // A share of totals, and what is away: apart for those who count other people.
      const ratios = picture.figures.filter((one) => picture.columns[one.column]?.key === "share");
      const of = ratios.find((one) => (young ? one.measure.includes("đoàn") : one.measure.includes("đảng")));
      expect(of?.value ?? null).toBe(row?.share == null ? null : Number(row.share));
      const away = picture.figures.find(
        (one) => picture.columns[one.column]?.key === "away" && (one.label === "Đoàn viên vắng") === young,
      );
      expect(away?.value ?? null).toBe(row?.away ?? null);
    }
    const [mean] = await sql<{ mean: string | null }>(
      db,
      `${counted} SELECT round(avg(${number("score")}), 2)::text AS "mean" FROM counted`,
    );
    expect(figure(picture, "score", "điểm")?.value ?? null).toBe(
      mean?.mean == null ? null : Number(mean.mean),
    );
    for (const [key, unit] of [
      ["read", "%"],
      ["founded", ""],
    ] as const)
      expect(figure(picture, key, unit)?.value ?? null).toBeNull();
    const [together] = await sql<{ sum: number | null }>(
      db,
      `${counted} SELECT sum(coalesce(${number("present")}, 0) + coalesce(${number("guests")}, 0))::int AS "sum" FROM counted`,
    );
    expect(picture.declared.map((one) => [one.label, one.value])).toEqual(
      together?.sum === null ? [] : [["Tổng số người dự", together?.sum]],
    );
    const how = await sql<{ value: string; n: number }>(
      db,
      `${counted} SELECT CASE WHEN v IN ('in', 'online') THEN v ELSE '~xem băng' END AS "value", count(*)::int AS "n"
         FROM (SELECT a -> 'how' ->> 'value' AS v FROM counted) x WHERE v IS NOT NULL GROUP BY 1`,
    );
    const choice = picture.choices.find((one) => picture.columns[one.column]?.key === "how");
    const chosen = (choice?.options ?? [])
      .filter((one) => one.reports > 0)
      .map((one) => [one.value, one.reports]);
    expect(Object.fromEntries(chosen)).toEqual(Object.fromEntries(how.map((one) => [one.value, one.n])));
    const [people] = await sql<{ n: number }>(
      db,
      `${counted} SELECT coalesce(sum(CASE WHEN jsonb_typeof(a -> 'people' -> 'value') = 'array' THEN jsonb_array_length(a -> 'people' -> 'value') END), 0)::int AS "n" FROM counted`,
    );
    expect(picture.lists.flatMap((one) => one.rows)).toHaveLength(people?.n ?? 0);
  });

  it("what was sent, waits, is returned, late or waived is that of SQL", async () => {
    const { db } = await testDatabase();
    const { planId } = await seedCommittee(db, seed, { units: 10 + seed * 9, at: AT });
    const { progress } = await pictureOf(db, planId, usualRules);
    const [row] = await sql<Record<string, number>>(
      db,
      `WITH o AS (
         SELECT o.*, n."review", n."nil", (SELECT "submittedAt" FROM "Report" f WHERE f."obligationId" = o."id" AND f."version" = 1) AS first,
                (SELECT bool_and(coalesce(t."mendedAt", '${NOW.toISOString()}') < greatest(t."dueBefore", o."effectiveDueBefore")) FROM "Return" t
                   JOIN "Report" y ON y."id" = t."reportId" WHERE y."obligationId" = o."id") AS mended
           FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId"
           LEFT JOIN LATERAL (SELECT * FROM "Report" r WHERE r."obligationId" = o."id" ORDER BY r."version" DESC LIMIT 1) n ON true
          WHERE m."planId" = ${planId})
       SELECT count(*) FILTER (WHERE "state" <> 'waived')::int AS "expected",
              count(first)::int AS "sent", count(*) FILTER (WHERE "review" = 'awaiting')::int AS "awaiting",
              count(*) FILTER (WHERE "review" = 'accepted')::int AS "accepted",
              count(*) FILTER (WHERE "review" = 'returned')::int AS "returned",
              count(*) FILTER (WHERE "review" IN ('awaiting', 'accepted'))::int AS "done",
              count(*) FILTER (WHERE first < "effectiveDueBefore" AND coalesce(mended, true) AND "review" <> 'returned')::int AS "done-in-time",
              count(*) FILTER (WHERE first IS NULL AND "state" <> 'waived' AND "effectiveDueBefore" <= '${NOW.toISOString()}')::int AS "missingBehind",
              count(*) FILTER (WHERE "state" = 'waived')::int AS "waived",
              count(*) FILTER (WHERE "nil" AND "review" <> 'returned')::int AS "nil",
              count(*) FILTER (WHERE "effectiveDueBefore" > "dueBefore" AND "state" <> 'waived')::int AS "extended" FROM o`,
    );
    expect(progress).toMatchObject(row ?? {});
  });

  it("nothing private is in it", async () => {
    const { db } = await testDatabase();
    const { planId } = await seedCommittee(db, seed, { units: 20, at: AT });
    const picture = await pictureOf(db, planId, { ...usualRules, privateCounts: true });
    expect(JSON.stringify(picture)).not.toContain(CANARY);
    expect(picture.columns.map((one) => one.key)).not.toContain("ill");
    expect(picture.privates.map((one) => one.label)).toEqual(["Phản ánh riêng", "Số ốm"]);
  });
});

describe("several periods and plans", () => {
  const sum = (key: string, where: string) => `
    SELECT coalesce(sum(x), 0)::text AS "sum" FROM (
      SELECT DISTINCT ON (o."id") CASE WHEN r."nil" OR r."review" = 'returned' OR o."state" = 'waived' THEN NULL
                                  ELSE (r."answers" -> '${key}' ->> 'value')::numeric END AS x
        FROM "Obligation" o JOIN "Milestone" m ON m."id" = o."milestoneId" JOIN "Report" r ON r."obligationId" = o."id"
       WHERE ${where} ORDER BY o."id", r."version" DESC) y`;

  it("a period stands beside those since January, a year ago and before, as SQL adds them", async () => {
    const { db } = await testDatabase();
    const periods = ["2023-04", "2024-02", "2024-03", "2024-04"];
    const { planId } = await seedCommittee(db, 8, { units: 20, at: AT, periods });
    // Apart from the question whose figures cover whose.
    await db.unit.updateMany({ data: { parentId: null } });
    const gathered = await gatherSummary(db, { planIds: [planId], period: "2024-04" }, NOW, ZONE);
    const picture = makePicture(gathered, usualRules, NOW);
    const turns = figure(picture, "turns", "lượt");
    const of = async (...some: string[]) => {
      const [row] = await sql<{ sum: string }>(db, sum("turns", `o."period" = ANY('{${some.join()}}')`));
      return Number(row?.sum);
    };
    expect(turns?.value).toBe(await of("2024-04"));
    expect(turns?.compared?.sinceYear?.value).toBe(await of("2024-02", "2024-03", "2024-04"));
    expect(turns?.compared?.lastYear?.value).toBe(await of("2023-04"));
    expect(turns?.compared?.previous?.value).toBe(await of("2024-03"));
    expect(turns?.compared?.previous?.difference).toBe((turns?.value ?? 0) - (await of("2024-03")));
    // Of what there is at a date no sum over periods is made.
    expect(figure(picture, "members", "đảng viên")?.compared?.sinceYear).toBeNull();
  });

  it("plans of a span are added where the same question is asked, of what there is each unit's last", async () => {
    const { db } = await testDatabase();
    const one = await seedCommittee(db, 9, { units: 15, at: AT, periods: ["2024-04", "2024-05"] });
    const other = await seedCommittee(db, 10, { units: 12, at: AT });
    await db.unit.updateMany({ data: { parentId: null } });
    const scope = { planIds: [one.planId, other.planId], span: "2024-Q2" };
    const picture = makePicture(await gatherSummary(db, scope, NOW, ZONE), usualRules, NOW);
    expect(picture.plans).toHaveLength(2);
    expect(picture.occasions).toHaveLength(3);
    const [all] = await sql<{ sum: string }>(db, sum("turns", "true"));
    expect(figure(picture, "turns", "lượt")?.value).toBe(Number(all?.sum));
    const [last] = await sql<{ sum: string }>(
      db,
      `SELECT coalesce(sum(x), 0)::text AS "sum" FROM (
         SELECT DISTINCT ON (z."unitId") z.x FROM (
           SELECT DISTINCT ON (o."id") o."unitId", o."dueBefore", CASE WHEN r."nil" OR r."review" = 'returned' THEN NULL
                  ELSE (r."answers" -> 'members' ->> 'value')::numeric END AS x
             FROM "Obligation" o JOIN "Report" r ON r."obligationId" = o."id" WHERE o."state" <> 'waived' ORDER BY o."id", r."version" DESC) z
          WHERE z.x IS NOT NULL ORDER BY z."unitId", z."dueBefore" DESC) w`,
    );
    expect(figure(picture, "members", "đảng viên")?.value).toBe(Number(last?.sum));
    expect(
      makePicture(await gatherSummary(db, { ...scope, span: "2023" }, NOW, ZONE), usualRules, NOW).rows,
    ).toEqual([]);
  });

  it("a group of units is summed up by itself", async () => {
    const { db } = await testDatabase();
    const { planId } = await seedCommittee(db, 11, { units: 30, at: AT });
    const kinds = ["Đoàn cơ sở"];
    const picture = makePicture(
      await gatherSummary(db, { planIds: [planId], kinds }, NOW, ZONE),
      usualRules,
      NOW,
    );
    const whole = await pictureOf(db, planId, usualRules);
    expect(picture.progress.expected).toBe(
      whole.groups.find((one) => one.kind === kinds[0])?.progress.expected,
    );
    expect(figure(picture, "present", "đảng viên")).toBeUndefined();
    expect(new Set(picture.units.map((one) => one.kind))).toEqual(new Set(kinds));
  });
});
