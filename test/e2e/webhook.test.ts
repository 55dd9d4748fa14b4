/** Webhook instead of polling: who may knock, what is refused, and that an update counts once. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Update } from "../../src/channels/sandbox/model.ts";
import { openChats, secretary, seedCommittee, withRows } from "./support/rows.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, freePort, lastSaid, type Stage, said } from "./support/stage.ts";

const WHO = secretary(1);
const SECRET = "end-to-end-webhook-secret";

let stage: Stage;
let address: string;
beforeEach(async () => {
  stage = await createStage();
  await withRows(stage.folder, (db) => seedCommittee(db, 1));
  await openChats(stage.api, 1);
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  stage.start({ PORT: String(port), WEBHOOK_URL: address, WEBHOOK_SECRET: SECRET });
  await stage.until("the webhook", () => stage.run().address() && stage.api.webhook());
}, 120_000);
afterEach(() => stage.end());

const post = (body: BodyInit | object, secret: string | null = SECRET) =>
  fetch(`${address}/telegram/webhook`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      // What was too large has not been read to its end: no other request may follow on that line.
      connection: "close",
      ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
    },
    body: body instanceof ReadableStream ? body : JSON.stringify(body),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  } as RequestInit);

const texts = () => said(stage.api, WHO).map(({ text }) => text);

it("only Telegram may knock, and what it says twice counts once", async () => {
  const { api } = stage;
  await compose(stage);
  publish(stage);
  await published(stage, 1);
  await stage.settled();
  expect(api.webhook()).toMatchObject({ url: `${address}/telegram/webhook`, secretToken: SECRET });

  // The right secret, by Telegram's own hand.
  const start = api.sendText(WHO, "/report");
  await stage.settled();
  expect(lastSaid(api, WHO)?.text).toMatch(/^Câu 1\/9 /);

  // A wrong secret, or none: nothing happens.
  const forged = (updateId: number): Update => {
    const { message } = start;
    return { update_id: updateId, message: { ...message, message_id: 9_000 + updateId, text: "1/1/2020" } };
  };
  const before = stage.calls.length;
  for (const secret of ["another-webhook-secret-x", `${SECRET}x`, "", null])
    expect((await post(forged(900_001), secret)).status).toBe(403);
  expect(stage.calls.length).toBe(before);

  // Too large, said or unsaid; and what is no update.
  const large = "x".repeat(1_100_000);
  expect((await post({ ...forged(900_002), padding: large })).status).toBe(413);
  const streamed = new Blob([JSON.stringify({ ...forged(900_003), padding: large })]).stream();
  // The line is closed while it is still being sent: the answer may be lost with it.
  const refused = await post(streamed).then(
    ({ status }) => status,
    (error: Error) => (error.cause as NodeJS.ErrnoException | undefined)?.code,
  );
  expect([413, "EPIPE", "ECONNRESET"]).toContain(refused);
  expect((await post({ hello: 1 })).status).toBe(400);
  expect((await fetch(`${address}/telegram/webhook`)).status).toBe(404);
  expect(stage.calls.length).toBe(before);

  // The same answer twice, one after the other and side by side: one effect, and the present question again.
  const answer = api.sendText(WHO, "Hôm nay");
  await stage.settled();
  expect(lastSaid(api, WHO)?.text).toMatch(/^Câu 2\/9 /);
  expect((await post(answer)).status).toBe(200);
  expect((await Promise.all([post(answer), post(answer)])).map(({ status }) => status)).toEqual([200, 200]);
  expect(
    texts()
      .slice(-3)
      .every((text) => /^Câu 2\/9 /.test(text)),
  ).toBe(true);
  api.sendText(WHO, "Trực tuyến");
  await stage.settled();
  const number = api.sendText(WHO, "47");
  await stage.settled();
  api.redeliver(number);
  await stage.settled();
  expect(lastSaid(api, WHO)?.text).toMatch(/^Câu 4\/9 /);

  expect(stage.run().errors()).toEqual([]);
  expect(await stage.stop()).toEqual({ code: 0, signal: null });
  await withRows(stage.folder, async (db) => {
    const drafts = await db.draft.findMany();
    expect(drafts).toHaveLength(1);
    const answers = drafts[0]?.answers as Record<string, { value: unknown }>;
    expect(Object.keys(answers).sort()).toEqual(["called", "days_held", "form_of_study"]);
    expect(answers.called?.value).toBe(47);
    expect(await db.seenUpdate.count({ where: { updateId: { gte: 900_000 } } })).toBe(0);
  });
}, 120_000);

it("SIGTERM lets what is in hand end; what comes meanwhile comes again at the next start", async () => {
  const { api } = stage;
  let called = false;
  stage.onCall = ({ method }) => {
    called ||= method === "sendMessage";
    return undefined;
  };
  api.faults.next({ method: "sendMessage" }, { kind: "delay", ms: 700 });
  api.sendText(WHO, "/help");
  await stage.until("the bot is answering", () => called);
  const ended = stage.stop();
  api.sendText(WHO, "/tasks");
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(stage.run().errors()).toEqual([]);
  expect(said(api, WHO)).toHaveLength(1);
  const { port } = new URL(address);
  stage.start({ PORT: port, WEBHOOK_URL: address, WEBHOOK_SECRET: SECRET });
  await stage.until("the rest is answered", () => /không có việc nào/.test(lastSaid(api, WHO)?.text ?? ""));
  await stage.settled();
  expect(said(api, WHO)).toHaveLength(2);
}, 120_000);
