/** Forms of a board in the database: whose they are, their versions, and what moves when there is a new one. */
import { beforeEach, describe, expect, it } from "vitest";
import { openForms } from "../../src/cases/form/open-forms.ts";
import { currentVersion, keepReadyForms } from "../../src/cases/form/ready-forms.ts";
import { retireForm } from "../../src/cases/form/retire-form.ts";
import {
  type Offer,
  offerForm,
  type Taken,
  takeForm,
  takeFormFromFile,
} from "../../src/cases/form/take-form.ts";
import { answerTrial, endTrial, trialOf, tryForm } from "../../src/cases/form/try-form.ts";
import type { Form } from "../../src/domain/form/form.ts";
import { narrativeForm } from "../../src/domain/form/ready/narrative.ts";
import { studyForm } from "../../src/domain/form/ready/study.ts";
import { boardsOf } from "../../src/domain/people/reach.ts";
import { Who } from "../../src/domain/people/who.ts";
import { Problem } from "../../src/domain/problem.ts";
import type { Db } from "../../src/store/database.ts";
import { findForm, newestOf } from "../../src/store/form/forms.ts";
import { findWho } from "../../src/store/people/people.ts";
import { cast, type Role, seedCast } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";
import { homes } from "./homes.ts";

const short: Form = { ...studyForm, title: "Báo cáo ngắn", fields: studyForm.fields.slice(0, 4) };

describe.each(homes)("forms over $kind", ({ open }) => {
  let world: World;
  let db: Db;
  let staff: Who;
  let boardId: number;

  beforeEach(async () => {
    world = await createWorld({ database: await open() });
    await seedCast(world);
    db = world.database.db;
    staff = await who("chuyên viên");
    boardId = boardsOf(staff)[0] ?? 0;
  });

  const who = async (role: Role) => (await findWho(db, "telegram", String(cast[role].id))) as Who;
  const code = (error: unknown) => (error instanceof Problem ? error.code : error);
  const offered = async (form: Form, id: string | null, by = staff) =>
    (await offerForm(world.cases, by, { form, id }, null, null)) as Offer;
  const taken = async (form: Form, id: string | null, running = false, by = staff) =>
    (await takeForm(world.cases, by, (await offered(form, id, by)).id, running, null)) as Taken;
  const definitionOf = async (versionId: number) =>
    (await db.formVersion.findUniqueOrThrow({ where: { id: versionId } })).definition as { title: string };

  /** A plan that asks one unit for a report by this version; with a report, nothing is owed any more. */
  async function planWith(formVersionId: number, reported: boolean) {
    const plan = await db.plan.create({
      data: {
        boardId,
        ownerId: staff.personId,
        title: "Kế hoạch",
        state: "published",
        reading: "done",
        audience: { kind: "all" },
        code: String(100 + (await db.plan.count())),
        createdAt: world.clock.now(),
        publishedAt: world.clock.now(),
      },
    });
    const milestone = await db.milestone.create({
      data: {
        planId: plan.id,
        ordinal: 1,
        kind: "report",
        owedBy: "units",
        action: "báo cáo",
        source: "document",
        dueBefore: new Date("2024-04-24T17:00:00Z"),
        formVersionId,
      },
    });
    const unit = await db.unit.findFirstOrThrow({ where: { code: "001" } });
    const obligation = await db.obligation.create({
      data: {
        code: `${plan.code}-001`,
        milestoneId: milestone.id,
        unitId: unit.id,
        unitName: unit.name,
        unitKind: unit.kind,
        state: "open",
        createdAt: world.clock.now(),
      },
    });
    if (reported)
      await db.report.create({
        data: {
          obligationId: obligation.id,
          version: 1,
          code: `${plan.code}-001-1`,
          formVersionId,
          answers: {},
          nil: true,
          sha256: "00",
          personId: staff.personId,
          submittedAt: world.clock.now(),
          review: "awaiting",
        },
      });
    return milestone.id;
  }

  it("has the ready-made ones from the first look, once", async () => {
    const first = await openForms(world.cases, staff);
    expect(first.map((form) => [form.key, form.version])).toEqual([
      ["study", 1],
      ["science", 1],
      ["narrative", 1],
      ["resolution", 1],
    ]);
    expect(await openForms(world.cases, staff)).toEqual(first);
    await expect(openForms(world.cases, await who("bí thư A"))).rejects.toThrow("not-allowed");
  });

  it("leaves the staff's version of a ready-made form where it is", async () => {
    const { version } = await taken(short, "study");
    expect(version).toBe(2);
    await db.$transaction((tx) => keepReadyForms(tx, world.clock.now()));
    const current = await db.$transaction((tx) => currentVersion(tx, null, world.clock.now()));
    expect(await definitionOf(current)).toMatchObject({ title: "Báo cáo ngắn" });
  });

  it("gives a ready-made form that has changed since a new version", async () => {
    const [before = 0] = await db.$transaction((tx) => keepReadyForms(tx, world.clock.now()));
    await db.formVersion.update({
      where: { id: before },
      data: { definition: JSON.parse(JSON.stringify(short)) },
    });
    const [after = 0] = await db.$transaction((tx) => keepReadyForms(tx, world.clock.now()));
    expect(await db.formVersion.findUniqueOrThrow({ where: { id: after } })).toMatchObject({
      version: 2,
      ready: true,
    });
  });

  it("moves plans that still collect reports, and no others", async () => {
    await db.$transaction((tx) => keepReadyForms(tx, world.clock.now()));
    const form = await db.form.findUniqueOrThrow({ where: { key: "study" }, include: { versions: true } });
    const old = form.versions[0]?.id ?? 0;
    const [open, done] = [await planWith(old, false), await planWith(old, true)];
    expect((await offered(short, "study")).running).toBe(1);
    expect(await taken(short, "study", true)).toMatchObject({ version: 2, plans: 1 });
    const at = async (id: number) => (await db.milestone.findUniqueOrThrow({ where: { id } })).formVersionId;
    expect(await at(open)).toBe(await newestOf(db, old));
    expect(await at(done)).toBe(old);
    await taken(studyForm, "study", false);
    expect(await at(open)).not.toBe(await newestOf(db, old));
  });

  it("refuses the second of two who change the same version", async () => {
    const leader = await who("lãnh đạo");
    const [mine, theirs] = [await offered(short, "study"), await offered(narrativeForm, "study", leader)];
    await takeForm(world.cases, staff, mine.id, false, null);
    const late = takeForm(world.cases, leader, theirs.id, false, null);
    expect(await late.catch(code)).toBe("form-moved-on");
    expect(await takeForm(world.cases, staff, mine.id, false, null).catch(code)).toBe("form-not-waiting");
  });

  it("keeps an offer to the person who sent it, and only the newest", async () => {
    const first = await offered(short, "ngan");
    const second = await offered(narrativeForm, "ngan");
    expect(await takeForm(world.cases, staff, first.id, false, null).catch(code)).toBe("form-not-waiting");
    const leader = await who("lãnh đạo");
    expect(await takeForm(world.cases, leader, second.id, false, null).catch(code)).toBe("form-not-waiting");
    expect(await takeForm(world.cases, staff, second.id, false, null)).toMatchObject({ version: 1 });
  });

  it("shows a board its own forms and the shared ones, and lets another board have one of the same name", async () => {
    const mine = await taken(short, "ngan");
    const other = await db.board.create({
      data: { name: "Ban Tổ chức", symbol: "BTC", createdAt: world.clock.now() },
    });
    const seated = (who: Who, role: "staff" | "administrator") =>
      new Who(who, {
        posts: [],
        seats: [{ boardId: other.id, boardName: other.name, isStanding: false, role }],
      });
    const theirs = seated(staff, "staff");
    expect(await findForm(db, mine.formId, [other.id])).toBeNull();
    const second = await taken(narrativeForm, "ngan", false, seated(await who("lãnh đạo"), "staff"));
    expect(second).toMatchObject({ version: 1 });
    const keys = (await openForms(world.cases, theirs)).map((form) => form.key);
    expect(keys).toEqual(["study", "science", "narrative", "resolution", `ngan.${other.id}`]);
    // What several boards share is an administrator's to change.
    expect(await offered(short, "study", theirs).catch(code)).toBe("form-is-shared");
    const administrator = seated(await who("quản trị"), "administrator");
    expect((await offered(short, "study", administrator)).present).toMatchObject({ version: 1 });
  });

  it("retires a form and brings it back, but not the one that plans have by default", async () => {
    const forms = await openForms(world.cases, staff);
    const id = (key: string) => forms.find((form) => form.key === key)?.id ?? 0;
    await retireForm(world.cases, staff, id("science"), true, null);
    expect((await openForms(world.cases, staff)).at(-1)?.key).toBe("science");
    await retireForm(world.cases, staff, id("science"), false, null);
    expect((await findForm(db, id("science"), []))?.retiredAt).toBeNull();
    expect(await retireForm(world.cases, staff, id("study"), true, null).catch(code)).toBe("form-is-default");
    expect(await db.audit.count({ where: { action: { in: ["form.retire", "form.bring-back"] } } })).toBe(2);
  });

  it("takes a form at the command line, and writes nothing on a dry run", async () => {
    const file = { form: short, id: "ngan" };
    const dry = await takeFormFromFile(world.cases, file, boardId, { running: false, dryRun: true });
    expect(dry).toMatchObject({ taken: null, offer: { key: "ngan", present: null } });
    expect(await db.form.count()).toBe(0);
    const options = { running: true, dryRun: false };
    const first = await takeFormFromFile(world.cases, file, boardId, options);
    expect(first.taken).toMatchObject({ version: 1, plans: 0 });
    const again = await takeFormFromFile(world.cases, file, boardId, options);
    expect(again).toMatchObject({ taken: null, offer: { changes: [] } });
  });

  it("leaves nothing of a trial", async () => {
    const before = await db.audit.count();
    await tryForm(world.cases, staff, studyForm, "", null);
    const text = { kind: "text", text: "12/4" } as const;
    expect(await answerTrial(world.cases, staff, text, "days_held", null)).toMatchObject({ ok: true });
    expect(await answerTrial(world.cases, staff, text, "days_held", null).catch(code)).toBe("draft-moved");
    expect((await trialOf(db, staff)).state).toMatchObject({ cursor: "form_of_study" });
    await endTrial(world.cases, staff, null);
    expect(await trialOf(db, staff).catch(code)).toBe("form-trial-none");
    expect([await db.draft.count(), await db.report.count(), await db.storedFile.count()]).toEqual([0, 0, 0]);
    expect(await db.audit.count()).toBe(before);
  });
});
