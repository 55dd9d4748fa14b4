/**
 * Another board with all that can be its own: a row of every table, each with the number FOREIGN where tables number
 * theirs (further ones follow), so that one forged number names something everywhere. All names are invented.
 */
import { studyForm } from "../../src/domain/form/ready/study.ts";
import type { Database } from "../../src/store/database.ts";

export const FOREIGN = 700;
/** Numbers from here up to the next hundred are the neighbour's. */
export const isForeign = (id: unknown): boolean =>
  typeof id === "number" && id >= FOREIGN && id < FOREIGN + 100;

export async function seedNeighbour({ db, sql }: Database, at: Date): Promise<void> {
  await number(sql, FOREIGN);
  const later = new Date(at.getTime() + 30 * 86_400_000);
  const never = new Date("9999-12-31T00:00:00Z");
  const board = await db.board.create({ data: { name: "Ban Tổ chức", symbol: "BTC", createdAt: at } });
  const [staff, secretary, deputy] = await Promise.all(
    ["Phan Thị Lựu", "Đinh Công Tráng", "Mạc Thị Bưởi"].map((name, n) =>
      db.person.create({ data: { id: FOREIGN + n, name, locale: "vi", createdAt: at } }),
    ),
  );
  if (!staff || !secretary || !deputy) throw new Error("nobody");
  for (const { id: personId } of [staff, secretary, deputy]) {
    const address = { channel: "telegram", externalId: String(personId), chatId: BigInt(personId) };
    await db.account.create({ data: { ...address, personId, createdAt: at } });
  }
  await db.membership.create({
    data: { boardId: board.id, personId: staff.id, role: "administrator", since: at },
  });
  const unit = await db.unit.create({
    data: { code: "701", name: "Chi bộ Sở H", kind: "Chi bộ cơ sở", headTitle: "Bí thư", createdAt: at },
  });
  const post = { unitId: unit.id, since: at };
  await db.post.create({ data: { ...post, personId: secretary.id, kind: "secretary", title: "Bí thư" } });
  await db.post.create({ data: { ...post, personId: deputy.id, kind: "deputy", title: "Phó Bí thư" } });

  const definition = JSON.parse(JSON.stringify(studyForm));
  const form = await db.form.create({
    data: { boardId: board.id, key: "rieng", title: "Biểu của Ban Tổ chức" },
  });
  const version = await db.formVersion.create({
    data: { formId: form.id, version: 1, definition, createdAt: at },
  });
  await db.formOffer.create({
    data: {
      personId: staff.id,
      boardId: board.id,
      formId: form.id,
      key: "rieng",
      base: 1,
      definition,
      createdAt: at,
    },
  });
  const trial = { definition, unitKind: "", answers: {}, cursor: "days_held", updatedAt: at };
  await db.formTrial.create({ data: { personId: staff.id, ...trial } });

  const plan = (state: "published" | "draft", code: string | null) =>
    db.plan.create({
      data: {
        boardId: board.id,
        ownerId: staff.id,
        title: "kế hoạch của Ban Tổ chức",
        state,
        code,
        reading: state === "draft" ? "none" : "done",
        audience: { kind: "all" },
        createdAt: at,
        publishedAt: state === "draft" ? null : at,
      },
    });
  const published = await plan("published", "700");
  const draft = await plan("draft", null);
  for (const planId of [published.id, draft.id]) {
    const file = await db.storedFile.create({
      data: { name: "ke-hoach.pdf", mime: "application/pdf", size: 9, sha256: "a".repeat(64), createdAt: at },
    });
    await db.planFile.create({ data: { planId, fileId: file.id, use: "read" } });
  }
  const milestone = async (planId: number) =>
    db.milestone.create({
      data: {
        planId,
        ordinal: 1,
        kind: "report",
        owedBy: "units",
        action: "báo cáo",
        source: "board",
        due: later,
        dueBefore: later,
        formVersionId: version.id,
      },
    });
  const asked = await milestone(published.id);
  await milestone(draft.id);
  const frozen = { unitId: unit.id, unitName: unit.name, unitKind: unit.kind };
  await db.planUnit.create({ data: { planId: published.id, ...frozen } });
  // One that has been reported, one being written, one that is waived.
  const owed = async (n: number, state: "open" | "waived") =>
    db.obligation.create({
      data: {
        ...frozen,
        code: `700-701-${n}`,
        milestoneId: asked.id,
        period: String(n),
        dueBefore: later,
        effectiveDueBefore: later,
        state,
        createdAt: at,
      },
    });
  const [reported, writing, waived] = [await owed(1, "open"), await owed(2, "open"), await owed(3, "waived")];
  await db.draft.create({
    data: {
      obligationId: writing.id,
      holderId: secretary.id,
      formVersionId: version.id,
      answers: {},
      cursor: "days_held",
      revision: 1,
      startedAt: at,
      updatedAt: at,
    },
  });
  const report = async (obligationId: number, no: number, review: "awaiting" | "accepted" | "returned") =>
    db.report.create({
      data: {
        obligationId,
        version: no,
        code: `700-701-${obligationId}-${no}`,
        formVersionId: version.id,
        answers: {},
        nil: true,
        sha256: "b".repeat(64),
        seal: "c".repeat(64),
        sealedAt: at,
        personId: secretary.id,
        submittedAt: at,
        review,
        ...(review === "awaiting" ? {} : { decidedById: staff.id, decidedAt: at }),
      },
    });
  const sent = await report(reported.id, 1, "awaiting");
  await report(waived.id, 1, "accepted");
  const back = await report(writing.id, 1, "returned");
  const mending = { byId: staff.id, fields: [], dueBefore: later, createdAt: at };
  await db.return.create({ data: { ...mending, reportId: sent.id } });
  const returned = await db.return.create({
    data: { ...mending, reportId: back.id, reason: "thiếu", sentAt: at },
  });
  await db.reportFile.create({ data: { reportId: sent.id, fileId: FOREIGN, field: "files" } });
  await db.assignment.create({
    data: { obligationId: writing.id, personId: deputy.id, byId: secretary.id, at },
  });
  await db.proposal.create({ data: { obligationId: writing.id, byId: deputy.id, at } });
  await db.paperEntry.create({
    data: { personId: staff.id, obligationId: reported.id, receivedAt: at, startedAt: at },
  });
  const page = { byId: staff.id, createdAt: at, expiresAt: never };
  await db.webLink.create({ data: { ...page, obligationId: writing.id, personId: secretary.id } });
  await db.webLink.create({
    data: { ...page, obligationId: reported.id, personId: staff.id, reportId: sent.id },
  });

  const extension = { askedById: secretary.id, askedAt: at, reason: "bận", fromDueBefore: later };
  const dates = { askedDueBefore: never, offeredDueBefore: never };
  await db.extension.create({
    data: { ...extension, ...dates, obligationId: reported.id, state: "asked", offeredDueBefore: null },
  });
  await db.extension.create({
    data: {
      ...{ ...extension, ...dates, obligationId: writing.id, state: "offered" },
      decidedById: staff.id,
      decidedAt: at,
    },
  });
  await db.waiver.create({
    data: { obligationId: waived.id, waivedById: staff.id, waivedAt: at, reason: "giải thể" },
  });
  await db.callLog.create({ data: { obligationId: writing.id, byId: staff.id, at, reached: false } });
  await db.letter.create({
    data: {
      planId: published.id,
      byId: staff.id,
      fileId: FOREIGN,
      obligationIds: [writing.id],
      state: "ready",
      createdAt: at,
    },
  });
  await db.urging.create({
    data: { personId: staff.id, planId: published.id, obligationIds: [writing.id], updatedAt: at },
  });
  await db.told.create({ data: { key: "told", planId: published.id, at } });

  const campaign = (kind: "announcement" | "nudge" | "reminder" | "returned", key: string) =>
    db.campaign.create({
      data: {
        kind,
        key,
        planId: kind === "reminder" ? null : published.id,
        createdById: staff.id,
        returnId: kind === "returned" ? returned.id : null,
        state: "paused",
        createdAt: at,
      },
    });
  for (const kind of ["announcement", "nudge", "reminder", "returned"] as const) {
    const { id: campaignId } = await campaign(kind, `${kind}:700`);
    const delivery = await db.delivery.create({
      data: {
        campaignId,
        unitId: kind === "reminder" ? null : unit.id,
        personId: secretary.id,
        state: "failed",
        notBefore: at,
        items: { create: [{ obligationId: writing.id }] },
      },
    });
    const attempt = { deliveryId: delivery.id, accountId: FOREIGN, at, outcome: "failed" };
    await db.attempt.create({ data: attempt });
    await db.snooze.create({ data: { deliveryId: delivery.id, personId: secretary.id, at: never } });
  }
  const notice = { personId: staff.id, openedAt: at, notBefore: at, sentRevision: 1, messageId: 1 };
  await db.notice.create({ data: { ...notice, kind: "draft", key: "draft:701", planId: draft.id } });
  await db.notice.create({ data: { ...notice, kind: "letter", key: "letter:700", letterId: FOREIGN } });

  // Somebody waits for a seat on this board, and an invitation to it lies about.
  const invitation = (code: string, usedAt: Date | null) =>
    db.invitation.create({
      data: {
        codeHash: code.repeat(64),
        boardId: board.id,
        role: "administrator",
        createdBy: staff.id,
        createdAt: at,
        expiresAt: never,
        usedAt,
      },
    });
  const used = await invitation("d", at);
  await invitation("e", null);
  const newcomer = { channel: "telegram", externalId: "798", chatId: 798n, name: "Tạ Thị Kiều" };
  await db.enrolment.create({
    data: { ...newcomer, invitationId: used.id, state: "pending", requestedAt: at },
  });
  await number(sql, 100);
}

/** The next row of every table that numbers its rows gets this number. */
export async function number(sql: Database["sql"], next: number): Promise<void> {
  await sql(`DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'
        LOOP EXECUTE format('ALTER SEQUENCE %I RESTART WITH ${next}', name); END LOOP;
    END $$`);
}
