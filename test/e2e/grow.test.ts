/**
 * Out of one machine onto a server and back: what was written on the one goes on on the other. The bot works all the
 * while the backups are made.
 */
import { readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CaseContext } from "../../src/cases/case.ts";
import { makeWebLink } from "../../src/cases/page/web-link.ts";
import { parseForm } from "../../src/domain/form/parse-form.ts";
import { checkBackup } from "../../src/store/backup/check-backup.ts";
import { openFileFolder } from "../../src/store/database/files.ts";
import { findWho } from "../../src/store/people/people.ts";
import { spawnCli } from "../cli/terminal.ts";
import { startServer, type TestServer, whyNoServer } from "../support/postgres.ts";
import { PNG } from "../support/telegram/fixture.ts";
import { openChats, secretary, seedCommittee, seedReport, withRows } from "./support/rows.ts";
import { createStage, freePort, lastSaid, type Stage, said, tap, zone } from "./support/stage.ts";

const PASSPHRASE = "lúa chín trên đồng";
const form = parseForm({
  title: "Báo cáo tháng",
  nil: false,
  fields: [
    { key: "present", kind: "integer", title: "Dự họp", label: "Bao nhiêu đồng chí dự họp?", required: true },
    { key: "results", kind: "text", title: "Kết quả", label: "Kết quả?", required: true, maxLength: 2_000 },
    { key: "photo", kind: "files", title: "Ảnh", label: "Ảnh cuộc họp", required: false, max: 3 },
  ],
});

let server: TestServer;
let stage: Stage;
let elsewhere: string;
beforeAll(async () => {
  if (whyNoServer !== null) return;
  server = await startServer();
  stage = await createStage();
  elsewhere = await mkdtemp(join(tmpdir(), "dondoc-grow-"));
}, 60_000);
afterAll(async () => {
  await stage?.end();
  await server?.stop();
  if (elsewhere) await rm(elsewhere, { recursive: true, force: true });
});

const write = async (who: number, text: string, shows: RegExp) => {
  stage.api.sendText(who, text);
  await hears(who, shows);
};
const hears = (who: number, shows: RegExp) =>
  stage.until(`${who} hears ${shows}`, () => shows.test(lastSaid(stage.api, who)?.text ?? ""));

/** The address of a page for the third secretary, made as the bot makes it. */
const linkIn = (folder: string) =>
  withRows(folder, async (db) => {
    const ctx = {
      db,
      clock: { now: () => new Date() },
      zone,
      channel: "telegram",
      random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
      files: openFileFolder(join(folder, "files")),
      wake() {},
    } as unknown as CaseContext;
    const who = await findWho(db, "telegram", String(secretary(3)));
    const owed = await db.obligation.findFirstOrThrow({ where: { unit: { code: "003" } } });
    const link = who && (await makeWebLink(ctx, who, owed.id, null));
    if (!link || typeof link === "symbol") throw new Error("no link");
    return link.token;
  });

async function cli(argv: string[], env: Record<string, string>) {
  const said = await spawnCli(argv, { BACKUP_PASSPHRASE: PASSPHRASE, BACKUP_DIR: "", ...env });
  expect(said, said.err).toMatchObject({ code: 0 });
  return said;
}

/** Every piece of rows and files, by what it holds. */
async function pieces(file: string): Promise<Map<string, string>> {
  const { manifest } = await checkBackup(file, file.endsWith(".age") ? PASSPHRASE : null);
  return new Map(
    manifest.pieces.filter(({ name }) => name.includes("/")).map(({ name, sha256 }) => [name, sha256]),
  );
}

/** What was begun before goes on here: the draft, the page, the proof of what was sent. */
async function goesOn(env: Record<string, string>, token: string, next: [string, RegExp]): Promise<void> {
  const port = await freePort();
  const run = stage.start({ ...env, PORT: String(port), WEB_URL: `http://127.0.0.1:${port}` });
  await stage.until("it runs", () => run.address());
  await write(secretary(1), "/verify 100-001-1", /khớp với phiếu/);
  expect(lastSaid(stage.api, secretary(1))?.text).not.toContain("KHÔNG khớp");
  await write(secretary(2), "/report", /Câu \d\/3/);
  await write(secretary(2), ...next);
  const page = await fetch(`${run.address()}/f/${token}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("o-present");
}

it.skipIf(whyNoServer !== null && process.env.REQUIRE_ALL !== "1")(
  "an installation moves from its folder to PostgreSQL and back into a folder",
  async () => {
    const { api } = stage;
    await withRows(stage.folder, async (db) => {
      await seedCommittee(db, 3);
      await seedReport(db, form);
    });
    await openChats(api, 3);
    const first = stage.start();
    await stage.until("polling", () => first.address());
    await write(secretary(1), "/report", /^Câu 1\/3 /);
    await write(secretary(1), "45", /^Câu 2\/3 /);
    await write(secretary(1), "Chi bộ họp đủ; có dấu \t, \\ và\nxuống dòng.", /^Câu 3\/3 /);
    api.sendPhoto(secretary(1), PNG);
    await hears(secretary(1), /^Câu 3\/3 [\s\S]*1 tệp/);
    tap(api, secretary(1), /^Xong mục này/);
    await hears(secretary(1), /^Xem lại báo cáo/);
    tap(api, secretary(1), "Gửi báo cáo");
    await hears(secretary(1), /Mã tra cứu: 100-001-1 /);
    await write(secretary(2), "/report", /^Câu 1\/3 /);
    await stage.until("the file is fetched", () => stage.calls.some(({ method }) => method === "getFile"));
    await stage.settled();
    expect(await stage.stop()).toEqual({ code: 0, signal: null });
    const token = await linkIn(stage.folder);
    expect(statSync(join(stage.folder, "files/.link-key")).mode & 0o777).toBe(0o600);

    // The bot answers people while its backup is made.
    const second = stage.start();
    await stage.until("polling", () => second.address());
    const [one, two] = [join(elsewhere, "one.tar.age"), join(elsewhere, "two.tar.age")];
    let busy = true;
    const waits: number[] = [];
    const talking = (async () => {
      while (busy) {
        const before = said(api, secretary(3)).length;
        const from = performance.now();
        api.sendText(secretary(3), "/help");
        await stage.until("an answer", () => said(api, secretary(3)).length > before);
        waits.push(performance.now() - from);
      }
    })();
    await cli(["backup", one], { DATA_DIR: stage.folder });
    busy = false;
    await talking;
    expect(waits.length).toBeGreaterThan(3);
    expect(Math.max(...waits)).toBeLessThan(5_000);
    expect(readdirSync(join(stage.folder, "snapshots"))).toEqual([]);
    expect(second.errors()).toEqual([]);
    expect(await stage.stop()).toEqual({ code: 0, signal: null });

    const served = { DATABASE_URL: await server.createDatabase(), DATA_DIR: join(elsewhere, "served") };
    await cli(["restore", one], served);
    const asServed = join(elsewhere, "served.tar");
    await cli(["backup", asServed], { ...served, BACKUP_PASSPHRASE: "" });
    expect(await pieces(asServed)).toEqual(await pieces(one));
    await goesOn(served, token, ["44", /^Câu 2\/3 /]);

    // Directly, beside the bot that runs.
    await cli(["backup", two], served);
    const third = stage.run();
    expect(await stage.stop()).toEqual({ code: 0, signal: null });
    expect(third.errors()).toEqual([]);
    const back = { DATA_DIR: join(elsewhere, "back") };
    await cli(["restore", two], back);
    const asBack = join(elsewhere, "back.tar");
    await cli(["backup", asBack], { ...back, BACKUP_PASSPHRASE: "" });
    expect(await pieces(asBack)).toEqual(await pieces(two));
    await goesOn(back, token, ["Kết quả tốt", /^Câu 3\/3 /]);
    expect(stage.run().errors()).toEqual([]);
    expect(await stage.stop()).toEqual({ code: 0, signal: null });
  },
  600_000,
);
