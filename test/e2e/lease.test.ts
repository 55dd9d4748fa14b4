/** Two processes on one PostgreSQL, by webhook: one sends, the other takes over when it is killed; one chat, one turn. */
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { type Db, openDatabase } from "../../src/store/database.ts";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";
import { openChats, secretary, seedCommittee } from "./support/rows.ts";
import type { Run } from "./support/run.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, freePort, type Stage, said } from "./support/stage.ts";

const UNITS = 60;
const SECRET = "end-to-end-lease-secret";
const LEASE_S = 3;

let server: TestServer;
let stage: Stage;
let balancer: Server;
let ports: number[];
let url: string;

beforeAll(async () => {
  if (whyNoServer === null) server = await startServer();
}, 60_000);
afterAll(async () => server?.stop());
beforeEach(async () => {
  if (whyNoServer !== null) return;
  stage = await createStage({ latencyMs: 20 });
  url = await server.createDatabase();
  await withServer((db) => seedCommittee(db, UNITS));
  await openChats(stage.api, UNITS);
  ports = [await freePort(), await freePort()];
  balancer = await balance(ports);
}, 60_000);
afterEach(async () => {
  balancer?.close();
  balancer?.closeAllConnections();
  await stage?.end();
});

async function withServer<T>(look: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl: url, folder: "unused", what: "test" });
  try {
    return await look(database.db);
  } finally {
    await database.close();
  }
}

/** In front of both: each update goes to the next one, to the other where that one is dead. */
async function balance(to: number[]): Promise<Server> {
  let turn = 0;
  const made = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const first = turn++;
      const attempt = (i: number) => {
        const port = to[(first + i) % to.length] ?? 0;
        const { method, url: path, headers } = incoming;
        const passed = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
          outgoing.writeHead(response.statusCode ?? 502);
          response.pipe(outgoing);
        });
        passed.on("error", () => (i === 0 ? attempt(1) : outgoing.writeHead(502).end()));
        passed.end(Buffer.concat(chunks));
      };
      attempt(0);
    });
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return made;
}

const start = (i: number): Run =>
  stage.start({
    DATABASE_URL: url,
    PORT: String(ports[i]),
    WEBHOOK_URL: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    WEBHOOK_SECRET: SECRET,
    LANE_LEASE_SECONDS: String(LEASE_S),
    LOG_LEVEL: "info",
  });

const facts = async (run: Run) =>
  (await (await fetch(`${run.address()}/readyz`)).json()) as { ready: boolean; lane: string };

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "one sends; when it is killed in the middle the other goes on, and nobody hears twice but for what was in flight",
  async () => {
    const first = start(0);
    await stage.until("the first is ready", () => first.address());
    const second = start(1);
    await stage.until("the second is ready", () => second.address());
    expect([await facts(first), await facts(second)]).toMatchObject([
      { ready: true, lane: "sends" },
      { ready: true, lane: "stands by" },
    ]);

    // Written on either process: the one that sends is told.
    await compose(stage);
    const inFlight = new Set<number>();
    let called = 0;
    stage.onCall = ({ method, payload }) => {
      const text = String(payload.text ?? payload.caption ?? "");
      if (!/^send/.test(method) || !text.startsWith("📄 Kế hoạch")) return undefined;
      const id = Number(payload.chat_id);
      if (id < secretary(1)) return undefined;
      if (++called <= 20) return undefined;
      // From the twentieth on what was under way when the first one died has arrived, unknown to it.
      if (first.end()) return undefined;
      void first.kill();
      inFlight.add(id);
      return "lose-answer";
    };
    publish(stage);
    await stage.until("the first is dead", () => first.end());
    const died = performance.now();
    await stage.until("the second sends", () => called > 25, 30_000);
    expect(performance.now() - died).toBeLessThan(((LEASE_S * 4) / 3 + 5) * 1_000);
    await published(stage, UNITS, 90_000);
    expect(await facts(second)).toMatchObject({ ready: true, lane: "sends" });
    const heard = Array.from({ length: UNITS }, (_, i) => secretary(i + 1)).map((id) => ({
      id,
      times: said(stage.api, id).filter(({ text }) => text.startsWith("📄 ")).length,
    }));
    expect(heard.filter(({ times }) => times < 1)).toEqual([]);
    // The lane has a few under way at once; those and no others may have come twice, and each is counted.
    const twice = heard.filter(({ times }) => times > 1);
    expect(twice.length).toBeLessThanOrEqual(12);
    await withServer(async (db) => {
      expect(await db.delivery.count({ where: { state: "sent" } })).toBe(UNITS);
      expect(await db.delivery.count({ where: { unknowns: { gt: 0 } } })).toBeGreaterThanOrEqual(
        twice.length,
      );
    });
    expect(second.errors()).toEqual([]);
  },
  180_000,
);

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "updates of one chat that reach both processes are answered one after the other",
  async () => {
    const [first, second] = [start(0), start(1)];
    await stage.until("both are ready", () => first.address() && second.address());
    const who = secretary(1);
    let answering = 0;
    let most = 0;
    stage.onCall = ({ method, payload }) => {
      if (method === "sendMessage" && Number(payload.chat_id) === who) most = Math.max(most, ++answering);
      return undefined;
    };
    stage.onAnswer = ({ method, payload }) => {
      if (method === "sendMessage" && Number(payload.chat_id) === who) answering--;
    };
    // Telegram's stand-in keeps a chat's order; these come beside it, as from a queue that does not.
    const messages = Array.from({ length: 8 }, (_, i) => ({
      update_id: 700_000 + i,
      message: {
        message_id: 9_000 + i,
        date: Math.floor(Date.now() / 1_000),
        chat: { id: who, type: "private", first_name: "An" },
        from: { id: who, is_bot: false, first_name: "An", language_code: "vi" },
        text: "/tasks",
        entities: [{ type: "bot_command", offset: 0, length: 6 }],
      },
    }));
    const answered = await Promise.all(
      messages.map((update, i) =>
        fetch(`http://127.0.0.1:${ports[i % 2]}/telegram/webhook`, {
          method: "POST",
          headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": SECRET },
          body: JSON.stringify(update),
        }).then(({ status }) => status),
      ),
    );
    expect(answered).toEqual(messages.map(() => 200));
    expect(said(stage.api, who)).toHaveLength(8);
    expect(most).toBe(1);
    // Each of the two ends in order and gives the lease up.
    first.signal("SIGTERM");
    expect(await first.ended).toEqual({ code: 0, signal: null });
    second.signal("SIGTERM");
    expect(await second.ended).toEqual({ code: 0, signal: null });
  },
  120_000,
);
