/** Files that come over a signed page: refused ones leave nothing, and nobody without a page makes us hold anything. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MOST_UPLOADS } from "../../src/cases/page/keep-upload.ts";
import { makeWebLink } from "../../src/cases/page/web-link.ts";
import { printTexts } from "../../src/chat/features/paper/print-texts.ts";
import { openFileFolder } from "../../src/store/database/files.ts";
import { findWho } from "../../src/store/people/people.ts";
import { readForm, sweepUploads } from "../../src/web/door/sent-form.ts";
import { formRoutes } from "../../src/web/form/routes.ts";
import { createWeb, listen } from "../../src/web/server.ts";
import { allKinds, stageOf } from "../support/all-kinds.ts";
import { cast, type Role } from "../support/cast.ts";
import type { World } from "../support/world.ts";

const MEGABYTE = 1_048_576;
const pdf = (bytes: number, mark = 0) => {
  const content = new Uint8Array(bytes).fill(mark);
  content.set(new TextEncoder().encode("%PDF-1.7\n"));
  return content;
};

let world: World;
let owed: { id: number; unitId: number }[];
let folder: string;
let kept: string;
let port = 0;
let close: () => Promise<void>;
const bugs: unknown[] = [];

beforeAll(async () => {
  ({ world, owed } = await stageOf(allKinds));
  kept = mkdtempSync(join(tmpdir(), "dondoc-files-"));
  world.cases.files = openFileFolder(kept);
  folder = mkdtempSync(join(tmpdir(), "dondoc-uploads-"));
  const onBug = (error: unknown) => void bugs.push(error);
  const forms = formRoutes({
    cases: world.cases,
    wordsFor: world.wordsFor,
    printTexts,
    onBug,
    uploads: folder,
  });
  ({ port, close } = await listen(
    createWeb({ health: { problems: async () => [] }, forms }),
    0,
    "127.0.0.1",
  ));
}, 120_000);
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(kept, { recursive: true, force: true });
});
beforeEach(async () => {
  await world.database.db.draft.deleteMany();
  bugs.length = 0;
});

async function who(role: Role) {
  const found = await findWho(world.database.db, "telegram", String(cast[role].id));
  if (!found) throw new Error(`${role} is unknown`);
  return found;
}

async function page(role: Role = "bí thư A"): Promise<string> {
  const made = await makeWebLink(world.cases, await who(role), owed[0]?.id ?? 0, null);
  if (typeof made !== "object") throw new Error("no link");
  return `/f/${made.token}`;
}

type Fields = [name: string, value: string | File][];

async function send(path: string, fields: Fields, press = "save") {
  const shown = await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  const body = new FormData();
  for (const [, name = "", value = ""] of shown.matchAll(/name="(w\.[a-z]+)" value="([\w-]+)"/g))
    body.append(name, value);
  for (const [name, value] of fields) body.append(name, value as string);
  body.append("do", press);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    body,
    redirect: "manual",
  });
  return { status: response.status, text: await response.text() };
}

/** All that lies in the folders of the installation, in bytes: what was kept, and what is only passing through. */
function weight(): number {
  const under = (path: string): number =>
    readdirSync(path, { withFileTypes: true }).reduce((sum, one) => {
      const at = join(path, one.name);
      return sum + (one.isDirectory() ? under(at) : statSync(at).size);
    }, 0);
  return under(folder) + under(kept);
}

const stored = () => world.database.db.storedFile.count();

describe("a refused upload leaves nothing behind", () => {
  it.each([
    ["not a kind of file that is taken", () => new File([new Uint8Array(20 * MEGABYTE)], "a.pdf")],
    ["larger than a file may be", () => new File([pdf(20 * MEGABYTE + 1)], "a.pdf")],
    ["marked as secret in its name", () => new File([pdf(20 * MEGABYTE - 9)], "Báo cáo MẬT.pdf")],
    ["empty", () => new File([], "a.pdf")],
  ])("ten of them that are %s", async (_, file) => {
    const [path, before, rows] = [await page(), weight(), await stored()];
    for (let at = 0; at < 10; at++) expect((await send(path, [["f.signed", file()]])).status).toBe(422);
    expect(weight()).toBe(before);
    expect(await stored()).toBe(rows);
    expect(bugs).toEqual([]);
  });

  it("those beyond the number that a question takes; the others are kept", async () => {
    const path = await page();
    const files = Array.from({ length: 12 }, (_, at): Fields[number] => [
      "f.signed",
      new File([pdf(MEGABYTE, at + 1)], `Trang ${at}.pdf`),
    ]);
    const [before, rows] = [weight(), await stored()];
    const max = Number(
      /nhiều nhất (\d+) tệp/.exec(await (await fetch(`http://127.0.0.1:${port}${path}`)).text())?.[1],
    );
    expect(max).toBeGreaterThan(0);
    expect((await send(path, files)).status).toBe(422);
    expect((await stored()) - rows).toBe(max);
    expect(weight() - before).toBe(max * MEGABYTE);
  });

  it("those of a page that has brought as many as one may", async () => {
    const path = await page();
    await world.database.db.webLink.updateMany({ data: { uploads: MOST_UPLOADS } });
    const [before, rows] = [weight(), await stored()];
    const { status, text } = await send(path, [["f.signed", new File([pdf(20 * MEGABYTE - 1, 7)], "a.pdf")]]);
    expect(status).toBe(422);
    expect(text).toContain("đủ số tệp");
    expect(await stored()).toBe(rows);
    expect(weight()).toBe(before);
  });

  it("those for a report that somebody else is writing just now, with the reason", async () => {
    const other = await page("phó A");
    expect((await send(other, [["f.opinion", "Đã bàn kỹ trong chi ủy"]])).status).toBe(303);
    const path = await page();
    const [before, rows] = [weight(), await stored()];
    const form = new FormData();
    form.append("f.signed", new File([pdf(20 * MEGABYTE - 2, 8)], "a.pdf"));
    form.append("do", "save");
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body: form });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(cast["phó A"].first_name);
    expect(await stored()).toBe(rows);
    expect(weight()).toBe(before);
  });
});

describe("the name of an upload", () => {
  it.each([
    ["bao\r\ncao.pdf", "bao cao.pdf"],
    ["..\\..\\Bao\u202Efdp.cao.pdf", "Baofdp.cao.pdf"],
    ["/etc/CON.pdf", "_CON.pdf"],
  ])("%j is kept as %j", async (given, name) => {
    const path = await page();
    // Written by hand: FormData would mend it.
    const was = /name="w\.signed" value="([\w-]+)"/.exec(
      await (await fetch(`http://127.0.0.1:${port}${path}`)).text(),
    )?.[1];
    const quoted = given.replaceAll("\\", "\\\\").replace("\r\n", "%0D%0A");
    const body = Buffer.concat([
      Buffer.from(
        `--x\r\ncontent-disposition: form-data; name="w.signed"\r\n\r\n${was}\r\n--x\r\ncontent-disposition: form-data; name="do"\r\n\r\nsave\r\n--x\r\ncontent-disposition: form-data; name="f.signed"; filename="${quoted}"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      pdf(100, given.length),
      Buffer.from("\r\n--x--\r\n"),
    ]);
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body, headers, redirect: "manual" });
    const last = await world.database.db.storedFile.findFirst({ orderBy: { id: "desc" } });
    expect(last?.name).toBe(name);
  });
});

describe("a body", () => {
  it.each([
    ["is broken", "--x\r\nnonsense", "multipart/form-data; boundary=x"],
    [
      "ends in the middle",
      '--x\r\ncontent-disposition: form-data; name="do"\r\n\r\nsav',
      "multipart/form-data; boundary=x",
    ],
    ["names no boundary", "do=save", "multipart/form-data"],
    ["is no form", '{"do":"save"}', "application/json"],
  ])("that %s is a bad request, said in words, and no bug", async (_, body, type) => {
    const path = await page();
    const headers = { "content-type": type };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body, headers });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("quay lại");
    expect(bugs).toEqual([]);
  });

  it("of thousands of parts is refused, and what was written of it is gone", async () => {
    const form = new FormData();
    form.append("f.signed", new File([pdf(1_000)], "a.pdf"));
    for (let at = 0; at < 10_100; at++) form.append("f.opinion", "a");
    const limits = { folder, whole: 5 * MEGABYTE, file: MEGABYTE, takes: () => true };
    const request = new Request("http://localhost/", { method: "POST", body: form });
    await expect(readForm(request, limits)).rejects.toMatchObject({ why: "large" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("whose sender hangs up leaves nothing", async () => {
    const path = await page();
    const socket = connect(port, "127.0.0.1");
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 9000000\r\ncontent-type: multipart/form-data; boundary=x\r\n\r\n--x\r\ncontent-disposition: form-data; name="f.signed"; filename="a.pdf"\r\n\r\n`,
    );
    socket.write(pdf(3 * MEGABYTE));
    while (readdirSync(folder).length === 0) await wait(5);
    socket.destroy();
    while (readdirSync(folder).length > 0) await wait(5);
    expect(bugs).toEqual([]);
  });

  /** Sends chunks for as long as they are taken, and says what came back and how much memory that took. */
  async function pour(path: string, megabytes: number) {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    let over = false;
    socket.on("data", (part) => {
      said += part.toString();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      over = true;
    });
    const type = "multipart/form-data; boundary=x";
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const head = '--x\r\ncontent-disposition: form-data; name="f.signed"; filename="a.pdf"\r\n\r\n';
    socket.write(`${head.length.toString(16)}\r\n${head}\r\n`);
    const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(MEGABYTE, 97), Buffer.from("\r\n")]);
    globalThis.gc?.();
    const before = process.memoryUsage();
    let most = 0;
    for (let sent = 0; sent < megabytes && !over; sent++) {
      if (!socket.write(chunk))
        await Promise.race([new Promise((done) => socket.once("drain", done)), wait(300)]);
      const now = process.memoryUsage();
      most = Math.max(most, now.arrayBuffers + now.heapUsed - before.arrayBuffers - before.heapUsed);
    }
    for (let turn = 0; turn < 200 && !over && said === ""; turn++) await wait(10);
    socket.destroy();
    return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]), most };
  }

  it("in chunks without end, to an address that opens nothing, takes no memory and no disk", async () => {
    const before = weight();
    const { status, most } = await pour("/f/khong-co-trang-nay", 400);
    expect(status).toBe(404);
    expect(most).toBeLessThan(60 * MEGABYTE);
    expect(weight()).toBe(before);
  });

  it("in chunks without end, to a page, is refused in words and takes no memory", async () => {
    const [path, before] = [await page(), weight()];
    const { status, most } = await pour(path, 400);
    expect(status).toBe(413);
    expect(most).toBeLessThan(60 * MEGABYTE);
    for (let turn = 0; turn < 200 && weight() > before; turn++) await wait(10);
    expect(weight()).toBe(before);
  });
});

it("what a killed process left half-read is swept, what is being read stays", () => {
  const at = mkdtempSync(join(folder, "gui-"));
  sweepUploads(folder, new Date());
  expect(readdirSync(folder)).toHaveLength(1);
  sweepUploads(folder, new Date(Date.now() + 2 * 3_600_000));
  expect(readdirSync(folder)).toEqual([]);
  rmSync(at, { recursive: true, force: true });
});
