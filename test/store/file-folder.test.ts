/**
 * The folder of files: that several processes share one, and that a sweep takes what nobody needs and nothing else.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { CaseContext } from "../../src/cases/case.ts";
import { sweepFiles } from "../../src/cases/report/sweep-files.ts";
import { checkFileFolder } from "../../src/store/database/file-marker.ts";
import { type FileFolder, openFileFolder } from "../../src/store/database/files.ts";
import { MARK_FILE } from "../../src/store/database/names.ts";
import { StartError } from "../../src/store/database/start-error.ts";
import type { Database } from "../../src/store/database.ts";
import { homes } from "./homes.ts";
import { fillDatabase } from "./rows.ts";

const DAY = 86_400_000;
const root = mkdtempSync(join(tmpdir(), "dondoc-files-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const folderOf = () => join(root, String(++made));
const mark = () => createHash("md5").update(String(++made)).digest("hex");

describe.each(homes)("on the $kind database", ({ open }) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });

  describe("the mark that all processes look for", () => {
    /** As a process over a server sees it, whatever the database here. */
    const check = (folder: string) => checkFileFolder({ db: database.db, kind: "server" }, folder, mark);

    it("lets any number of processes start over one folder, the first two at the same moment", async () => {
      const folder = folderOf();
      await Promise.all([check(folder), check(folder)]);
      await check(folder);
    });

    it("stops a process that has another folder, empty or not, and leaves nothing in it", async () => {
      await check(folderOf());
      const empty = folderOf();
      await expect(check(empty)).rejects.toThrow(StartError);
      expect(readdirSync(empty)).toEqual([]);
      const foreign = folderOf();
      mkdirSync(foreign);
      writeFileSync(join(foreign, MARK_FILE), "another\n");
      await expect(check(foreign)).rejects.toMatchObject({ code: "files-elsewhere" });
      expect(readFileSync(join(foreign, MARK_FILE), "utf8")).toBe("another\n");
    });

    it("is what the error says: written by hand it makes a new folder the right one", async () => {
      await check(folderOf());
      const folder = folderOf();
      const error = await check(folder).catch((one) => one);
      const { mark: right, file } = (error as StartError).vars as { mark: string; file: string };
      writeFileSync(join(folder, file), right);
      await check(folder);
    });

    it("is written again beside an embedded database, which one process alone has", async () => {
      const embedded = { db: database.db, kind: "embedded" } as const;
      await checkFileFolder(embedded, folderOf(), mark);
      const folder = folderOf();
      await checkFileFolder(embedded, folder, mark);
      await check(folder);
    });
  });

  describe("the sweep", () => {
    let files: FileFolder;
    let folder: string;
    let ctx: CaseContext;
    let now: Date;

    beforeEach(() => {
      folder = folderOf();
      files = openFileFolder(folder);
      now = new Date();
      ctx = { db: database.db, files, clock: { now: () => now } } as CaseContext;
    });
    const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
    const age = (path: string, days: number) => {
      const at = new Date(now.getTime() - days * DAY);
      utimesSync(path, at, at);
    };
    /** A content that was written so many days ago. */
    function content(words: string, days = 3): string {
      const sha256 = files.put(Buffer.from(words));
      age(pathOf(sha256), days);
      return sha256;
    }
    const row = async (sha256: string | null, days = 3) =>
      (
        await database.db.storedFile.create({
          data: {
            name: "tep.pdf",
            mime: "application/pdf",
            size: 1,
            sha256,
            remoteId: sha256 ? null : "r",
            createdAt: new Date(now.getTime() - days * DAY),
          },
        })
      ).id;

    it("takes old contents without a row, old rows that nothing names, and half-written rests", async () => {
      const nobody = content("nobody's");
      const unnamed = content("named by no answer");
      await row(unnamed);
      const rest = `${pathOf(content("half"))}.77.1`;
      writeFileSync(rest, "ha");
      age(rest, 3);
      const young = content("young", 0);
      const youngRow = content("young row");
      await row(youngRow, 0);
      expect(await sweepFiles(ctx)).toEqual({ rows: 1, contents: 3 });
      for (const gone of [pathOf(nobody), pathOf(unnamed), rest]) expect(existsSync(gone)).toBe(false);
      for (const kept of [young, youngRow]) expect(existsSync(pathOf(kept))).toBe(true);
    });

    it("leaves what a plan, a report, a draft in whatever depth names, and what has still to be fetched", async () => {
      const rows = await fillDatabase(database.db);
      const { db } = database;
      const before = await db.storedFile.findMany();
      const inDraft = content("in a draft");
      const inReport = content("in an old version");
      const fileRef = async (sha256: string) => ({ id: await row(sha256), name: "a", size: 1, mime: "x" });
      const at = now.toISOString();
      const answers = { deep: { value: [{ rows: [await fileRef(inDraft)] }], at } };
      await db.draft.update({ where: { id: rows.draft.id }, data: { answers } });
      const sent = { file: { value: [await fileRef(inReport)], at } };
      await db.report.update({ where: { id: rows.report.id }, data: { answers: sent } });
      await sweepFiles(ctx);
      expect(await db.storedFile.count()).toBe(before.length + 2);
      expect(existsSync(pathOf(inDraft)) && existsSync(pathOf(inReport))).toBe(true);
    });

    it("leaves a content that a fetch writes again while the sweep is under way", async () => {
      const same = content("came again");
      // A fetch that has put the bytes and not yet written the row: the sweep sees no row.
      const listing = { ...files };
      listing.sweep = (kept, before) => {
        files.put(Buffer.from("came again"));
        return files.sweep(kept, before);
      };
      expect(await sweepFiles({ ...ctx, files: listing })).toEqual({ rows: 0, contents: 0 });
      expect((await files.get(same)).toString()).toBe("came again");
    });

    it("finds nothing the second time", async () => {
      content("nobody's");
      await sweepFiles(ctx);
      expect(await sweepFiles(ctx)).toEqual({ rows: 0, contents: 0 });
    });
  });
});
