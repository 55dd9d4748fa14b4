/**
 * What the .cmd files of the Windows package call: installs the service, removes it, updates it with a backup, takes one
 * step back, stops the program in order. `node service\manage.mjs install | remove | update | back | stop`. Runs with
 * nothing but the node.exe beside it.
 *
 *   <home>  app (program, packages), node (node.exe), service (this), data, logs, backups, .env
 *
 * A version is the two folders app and node; the one before lies beside them as app.truoc and node.truoc.
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

export const SERVICE = "dondoc";
const VERSION = ["app", "node", "service"];
const BEFORE = ".truoc";
const WAIT_MS = 90_000;

/** An error that is told as it is. */
export class Trouble extends Error {}

/**
 * @param home folder of the installation
 * @param machine what is done to Windows; tests give their own
 */
export function createService(home, machine = windows(home)) {
  const at = (...parts) => join(home, ...parts);
  const { say } = machine;

  function prepare() {
    for (const folder of ["data", "logs", "backups"]) mkdirSync(at(folder), { recursive: true });
    if (!existsSync(at(".env"))) {
      copyFileSync(at("app", ".env.example"), at(".env"));
      say(`Đã tạo ${at(".env")}: mở bằng Notepad, ghi BOT_TOKEN rồi lưu lại.`);
      say(`${at(".env")} was made: open it in Notepad, write BOT_TOKEN, save it.`);
    }
  }

  async function install() {
    prepare();
    if (machine.isInstalled()) machine.wrapper("uninstall");
    machine.wrapper("install");
    // After the network and everything else that starts with the machine.
    machine.delayedStart();
    if (!/^BOT_TOKEN=\S/m.test(readFileSync(at(".env"), "utf8"))) {
      say("Dịch vụ đã cài, chưa chạy vì .env chưa có BOT_TOKEN. Ghi token rồi chạy lại caidat.cmd.");
      say(
        "The service is installed and not started: .env has no BOT_TOKEN yet. Write it and run caidat.cmd again.",
      );
      return;
    }
    machine.wrapper("start");
    await answered("install");
  }

  async function answered(what) {
    if (await machine.isAlive(WAIT_MS)) {
      say("Bot đang chạy. / The bot is running.");
      return;
    }
    throw new Trouble(
      `Bot chưa trả lời sau ${WAIT_MS / 1_000} giây (${what}). Xem ${at("logs")}.\n` +
        `The bot has not answered within ${WAIT_MS / 1_000} seconds (${what}). Look into ${at("logs")}.`,
    );
  }

  function remove() {
    if (!machine.isInstalled()) return say("Dịch vụ chưa cài. / The service is not installed.");
    machine.wrapper("stop");
    machine.wrapper("uninstall");
    say(`Đã gỡ dịch vụ; dữ liệu còn nguyên ở ${at("data")}. / The service is removed; the data stay.`);
  }

  /** `from` holds a newer package. The backup comes first: without it nothing is touched. */
  async function update(from) {
    if (resolve(from) === resolve(home))
      throw new Trouble(
        "Giải nén bản mới vào thư mục khác rồi chạy capnhat.cmd ở đó. / Unpack the new version elsewhere.",
      );
    for (const part of VERSION)
      if (!existsSync(join(from, part)))
        throw new Trouble(`Bản mới thiếu ${part}. / The new version lacks ${part}.`);
    mkdirSync(at("backups"), { recursive: true });
    const backup = at("backups", `truoc-cap-nhat-${machine.stamp()}.dondoc`);
    say(`Sao lưu trước / Backing up first: ${backup}`);
    machine.cli(["backup", backup]);
    if (!existsSync(backup))
      throw new Trouble("Chưa có bản sao lưu nên chưa cập nhật. / No backup, so no update.");
    machine.wrapper("stop");
    const done = [];
    try {
      for (const part of VERSION) {
        rmSync(at(`${part}${BEFORE}`), { recursive: true, force: true });
        if (existsSync(at(part))) renameSync(at(part), at(`${part}${BEFORE}`));
        done.push(part);
        machine.copy(join(from, part), at(part));
      }
      writeFileSync(at("backups", "cap-nhat.json"), JSON.stringify({ backup }));
    } catch (error) {
      // Nothing has been started yet: the old program goes on as if nothing had been.
      for (const part of done.reverse()) {
        rmSync(at(part), { recursive: true, force: true });
        if (existsSync(at(`${part}${BEFORE}`))) renameSync(at(`${part}${BEFORE}`), at(part));
      }
      machine.wrapper("start");
      throw error;
    }
    machine.wrapper("start");
    try {
      await answered("update");
    } catch (error) {
      error.message += "\nTrở lại bản trước: lui.cmd / One step back: lui.cmd";
      throw error;
    }
  }

  /**
   * The version before, with the data as they were before the update: an older program can't read what a newer one has
   * written. The data of the newer one are set aside, not deleted.
   */
  async function back() {
    const note = at("backups", "cap-nhat.json");
    if (!existsSync(note) || !existsSync(at(`app${BEFORE}`)))
      throw new Trouble("Không có bản trước để trở lại. / There is no version to go back to.");
    const { backup } = JSON.parse(readFileSync(note, "utf8"));
    if (!existsSync(backup)) throw new Trouble(`Không thấy / Missing: ${backup}`);
    machine.wrapper("stop");
    const aside = at(`data.${machine.stamp()}`);
    if (existsSync(at("data"))) renameSync(at("data"), aside);
    for (const part of VERSION) {
      if (!existsSync(at(`${part}${BEFORE}`))) continue;
      renameSync(at(part), at(`${part}.bo`));
      renameSync(at(`${part}${BEFORE}`), at(part));
      rmSync(at(`${part}.bo`), { recursive: true, force: true });
    }
    mkdirSync(at("data"), { recursive: true });
    machine.cli(["restore", backup]);
    rmSync(note);
    say(`Dữ liệu sau cập nhật để riêng ở ${aside} / What was written since the update was set aside.`);
    machine.wrapper("start");
    await answered("back");
  }

  /** Called by the service itself: the program takes the file away when it has begun to end. */
  async function stop() {
    const file = at("data", "stop");
    mkdirSync(at("data"), { recursive: true });
    writeFileSync(file, "");
    for (let turn = 0; turn < 60 && existsSync(file); turn++) await machine.wait(250);
    rmSync(file, { force: true });
  }

  return { install, remove, update, back, stop };
}

/** Windows as it is. */
function windows(home) {
  const system = join(process.env.SystemRoot ?? "C:\\Windows", "System32");
  const quietly = (file, args) => execFileSync(file, args, { stdio: "ignore", windowsHide: true });
  const wrapper = join(home, "service", `${SERVICE}.exe`);
  const port = () => {
    const text = existsSync(join(home, ".env")) ? readFileSync(join(home, ".env"), "utf8") : "";
    return /^PORT=(\d+)/m.exec(text)?.[1] ?? "3000";
  };
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  return {
    say: (text) => process.stdout.write(`${text}\n`),
    wait,
    stamp: () => new Date().toISOString().slice(0, 19).replace(/[T:]/g, "-"),
    isInstalled() {
      try {
        quietly(join(system, "sc.exe"), ["query", SERVICE]);
        return true;
      } catch {
        return false;
      }
    },
    wrapper: (word) => execFileSync(wrapper, [word], { stdio: "inherit" }),
    delayedStart: () => quietly(join(system, "sc.exe"), ["config", SERVICE, "start=", "delayed-auto"]),
    cli: (args) =>
      execFileSync(join(home, "node", "node.exe"), [join(home, "app", "dist", "cli", "main.js"), ...args], {
        cwd: home,
        stdio: "inherit",
      }),
    // Of Windows itself: long paths, and what is open is waited for. Below 8 it has done its work.
    copy(from, to) {
      try {
        quietly(join(system, "robocopy.exe"), [
          from,
          to,
          "/E",
          "/R:5",
          "/W:2",
          "/NFL",
          "/NDL",
          "/NJH",
          "/NJS",
        ]);
      } catch (error) {
        if (!(error.status < 8)) throw error;
      }
    },
    async isAlive(limit) {
      for (let left = limit; left > 0; left -= 1_000) {
        const answer = await fetch(`http://127.0.0.1:${port()}/livez`).catch(() => null);
        if (answer?.ok) return true;
        await wait(1_000);
      }
      return false;
    },
  };
}

/** Where the running service lies, for a newer package that is to replace it. */
function homeOfService() {
  const reg = join(process.env.SystemRoot ?? "C:\\Windows", "System32", "reg.exe");
  const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${SERVICE}`;
  try {
    const text = execFileSync(reg, ["query", key, "/v", "ImagePath"], { encoding: "utf8" });
    const path = /REG_\w+\s+"?([^"\r\n]+?\.exe)/i.exec(text)?.[1];
    // Letters that the console can't write come out as question marks.
    return path && existsSync(path) ? resolve(path, "..", "..") : null;
  } catch {
    return null;
  }
}

async function askHome() {
  const line = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await line.question("Thư mục dondoc đang dùng / Folder of the installation: ");
  line.close();
  const home = typed.trim().replace(/^"|"$/g, "");
  if (!existsSync(join(home, "app")))
    throw new Trouble(`Không phải thư mục dondoc / Not an installation: ${home}`);
  return home;
}

async function main([word]) {
  const here = resolve(fileURLToPath(import.meta.url), "..", "..");
  if (word === "update") return createService(homeOfService() ?? (await askHome())).update(here);
  const service = createService(here);
  if (!Object.hasOwn(service, word ?? "")) throw new Trouble("install | remove | update | back | stop");
  await service[word]();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error instanceof Trouble ? error.message : (error.stack ?? error)}\n`);
    process.exit(1);
  });
