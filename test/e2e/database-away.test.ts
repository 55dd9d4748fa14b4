/** The database goes away in mid-broadcast and comes back: /readyz says so, and nobody is forgotten. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Db, openDatabase } from "../../src/store/database.ts";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";
import { createKills } from "./support/kills.ts";
import { openChats, secretary, seedCommittee } from "./support/rows.ts";
import { compose, publish, published } from "./support/staff.ts";
import { createStage, type Stage } from "./support/stage.ts";

const UNITS = 90;
const everybody = Array.from({ length: UNITS }, (_, i) => secretary(i + 1));

let server: TestServer;
let stage: Stage;
let line: Awaited<ReturnType<typeof openLine>>;
let direct: string;

beforeEach(async () => {
  if (whyNoServer !== null) return;
  server = await startServer();
  direct = await server.createDatabase();
  line = await openLine(direct);
  stage = await createStage({ latencyMs: 15 });
  await withServer((db) => seedCommittee(db, UNITS));
  await openChats(stage.api, UNITS);
}, 60_000);
afterEach(async () => {
  await stage?.end();
  line?.close();
  await server?.stop();
});

async function withServer<T>(look: (db: Db) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl: direct, folder: "unused", what: "test" });
  try {
    return await look(database.db);
  } finally {
    await database.close();
  }
}

/** The way to the database, which can be cut: an address like the given one. */
async function openLine(address: string) {
  const folder = new URL(address).searchParams.get("host") ?? "";
  const sockets = new Set<Socket>();
  let open = true;
  const made = createServer((incoming) => {
    if (!open) return void incoming.destroy();
    const outgoing = connect(join(folder, ".s.PGSQL.5432"));
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one);
      one.on("error", () => {});
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const { port } = made.address() as AddressInfo;
  return {
    address: `postgresql://dondoc@127.0.0.1:${port}${new URL(address).pathname}`,
    cut() {
      open = false;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      open = true;
    },
    close() {
      made.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "while it is away nothing is lost, and /readyz tells; when it is back the broadcast goes on by itself",
  async () => {
    const kills = createKills(stage, everybody, "📄 ");
    const run = stage.start({ DATABASE_URL: line.address, LANE_LEASE_SECONDS: "3" });
    await stage.until("polling", () => run.address());
    const health = async () => {
      const [live, ready] = await Promise.all(
        ["livez", "readyz"].map((path) => fetch(`${run.address()}/${path}`)),
      );
      const { problems } = (await ready?.json()) as { problems: string[] };
      return { live: live?.status, ready: ready?.status, problems };
    };
    await compose(stage);
    let called = 0;
    let away = false;
    stage.onCall = ({ method, payload }) => {
      const text = String(payload.text ?? payload.caption ?? "");
      const id = Number(payload.chat_id);
      if (!/^send/.test(method) || !text.startsWith("📄 Kế hoạch") || id < secretary(1)) return undefined;
      if (++called === 25) {
        line.cut();
        away = true;
      }
      return undefined;
    };
    publish(stage);
    await stage.until("the database is away", () => away);
    let told = await health();
    while (!told.problems.includes("the database does not answer")) told = await health();
    expect(told).toMatchObject({ live: 200, ready: 503 });
    const before = everybody.filter((id) => kills.heard(id) > 0);
    expect(before.length).toBeLessThan(UNITS);
    away = false;
    line.mend();
    await published(stage, UNITS, 90_000);
    // What was called and could not be noted may come once more; nobody else hears twice.
    const heard = everybody.map((id) => ({ id, times: kills.heard(id) }));
    expect(heard.filter(({ times }) => times < 1)).toEqual([]);
    const twice = heard.filter(({ times }) => times > 1);
    expect(twice.filter(({ times }) => times > 2)).toEqual([]);
    expect(twice.length).toBeLessThanOrEqual(30);
    while ((await health()).ready !== 200) await stage.settled();
    await withServer(async (db) => {
      expect(await db.delivery.groupBy({ by: ["state"], _count: true })).toEqual([
        { state: "sent", _count: UNITS },
      ]);
      expect(await db.delivery.count({ where: { unknowns: { gt: 0 } } })).toBeGreaterThanOrEqual(
        twice.length,
      );
    });
    expect(await stage.stop()).toEqual({ code: 0, signal: null });
  },
  120_000,
);
