/** The stage of the tests about reviewing: the small committee with one published plan, and short ways to act on it. */
import { ALREADY } from "../../src/cases/case.ts";
import { submitReport } from "../../src/cases/report/submit-report.ts";
import { openReport } from "../../src/cases/report/write-report.ts";
import { beginReturn, changeReturn, sendReturn } from "../../src/cases/review/return-report.ts";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import type { Who } from "../../src/domain/people/who.ts";
import { Problem } from "../../src/domain/problem.ts";
import { findWho } from "../../src/store/people/people.ts";
import { findObligations } from "../../src/store/plan/obligations.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { publishPlan, storeForm } from "../support/published.ts";
import { createWorld, type World } from "../support/world.ts";

export let world: World;
let milestone: number;
export const at = (text: string) => new Date(`${text}+07:00`);
export const who = async (role: Role): Promise<Who> => {
  const found = await findWho(world.cases.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(role);
  return found;
};
export const said = (role: Role) =>
  world.api
    .chat(cast[role].id)
    .filter((message) => message.from === "bot")
    .map((message) => message.text);
export const answers = (called: number, extra = {}) =>
  Object.fromEntries(
    Object.entries({
      days_held: ["2024-04-19"],
      form_of_study: "in_person",
      called,
      present: 45,
      committed: 45,
      results: "Chi bộ đã học tập.",
      ...extra,
    }).map(([key, value]) => [key, { value, at: at("2024-04-20T08:00").toISOString() }]),
  );

/** A plan that asks every unit for a report, at the morning of 22/4/2024; nobody has sent one. */
export async function setStage(): Promise<void> {
  world = await createWorld({ at: "2024-04-22T08:00:00+07:00" });
  await seedCast(world);
  const { db } = world.cases;
  const sent = at("2024-04-01T08:00");
  const staff = await who("chuyên viên");
  const made = await publishPlan(db, {
    boardId: (await db.board.findFirstOrThrow()).id,
    ownerId: staff.personId,
    number: "100-KH/ĐU",
    title: "học tập",
    at: sent,
    dueBefore: null,
    formVersionId: await storeForm(db, "f", studyForm, sent),
    units: [],
  });
  milestone = made.milestoneId;
}

export async function owe(period: string, due: string, unitCode = "001"): Promise<number> {
  const { db } = world.cases;
  const unit = await db.unit.findUniqueOrThrow({ where: { code: unitCode } });
  const dueBefore = at(due);
  const { id } = await db.obligation.create({
    data: {
      code: `100-${unitCode}${period}`,
      milestoneId: milestone,
      unitId: unit.id,
      period,
      unitName: unit.name,
      unitKind: unit.kind,
      dueBefore,
      effectiveDueBefore: dueBefore,
      state: "open",
      createdAt: at("2024-04-01T08:00"),
    },
  });
  return id;
}

/** The unit sends these answers; a further version where it has sent before. */
export async function send(role: Role, obligationId: number, given: object): Promise<number> {
  const { cases } = world;
  const by = await who(role);
  await openReport(cases, by, obligationId, null);
  const data = { answers: JSON.parse(JSON.stringify(given)), cursor: "review", only: [] };
  const draft = await cases.db.draft.update({ where: { obligationId }, data });
  await submitReport(cases, by, obligationId, draft.revision, null);
  const report = await cases.db.report.findFirstOrThrow({
    where: { obligationId },
    orderBy: { version: "desc" },
  });
  return report.id;
}

export async function giveBack(
  reportId: number,
  key: string | null,
  role: Role = "chuyên viên",
): Promise<string[]> {
  const { cases } = world;
  const by = await who(role);
  const id = await beginReturn(cases, by, reportId, null);
  if (id === ALREADY) throw new Error("already");
  if (key) await changeReturn(cases, by, id, { kind: "toggle", key }, null);
  await changeReturn(cases, by, id, { kind: "reason", text: "cần rà lại" }, null);
  const sent = await sendReturn(cases, by, id, null);
  return sent === ALREADY ? [] : sent.names;
}

export const problemOf = async (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error) => {
      if (error instanceof Problem) return error.code;
      throw error;
    },
  );
export const statusOf = async (obligationId: number) =>
  (await findObligations(world.cases.db, { ids: [obligationId] }, world.clock.now()))[0]?.status;
