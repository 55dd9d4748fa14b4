/**
 * A PostgreSQL server of one's own in a temporary folder, reachable only through a socket there. It lives in
 * Asia/Ho_Chi_Minh, as a committee's server may. A watcher holds the other end of a pipe from this process:
 * when the pipe closes, however we end, it stops the server and removes the folder.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, chownSync, constants, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Client } from "pg";

export interface TestServer {
  /** Makes an empty database and returns its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Why there can be no server here, or null. With REQUIRE_ALL=1 that is a failure. */
export const whyNoServer = findReason();

function findReason(): string | null {
  const missing = ["initdb", "pg_ctl", "postgres"].filter((program) => !onPath(program));
  const reason =
    missing.length > 0
      ? `not on the PATH: ${missing.join(", ")}`
      : runsAsRoot() && serverUser() === null
        ? "PostgreSQL refuses to run as root and there is no user postgres"
        : null;
  if (reason !== null && process.env.REQUIRE_ALL === "1")
    throw new Error(`REQUIRE_ALL=1, but no PostgreSQL server can be started: ${reason}`);
  return reason;
}

export async function startServer(): Promise<TestServer> {
  if (whyNoServer !== null) throw new Error(whyNoServer);
  const folder = mkdtempSync(join(tmpdir(), "dondoc-pg-"));
  const user = runsAsRoot() ? serverUser() : null;
  if (user) chownSync(folder, user.uid, user.gid);
  const as = { ...user, cwd: folder, stdio: "pipe" } as const;
  const data = join(folder, "data");
  const watcher = spawn(
    "sh",
    ["-c", `cat >/dev/null; pg_ctl -D "$0/data" -m immediate stop; rm -rf "$0"`, folder],
    {
      ...user,
      cwd: "/",
      // A group of its own: Ctrl-C in the terminal must not end it before its work is done.
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  // The pipe itself keeps nobody alive: a test file that forgets to stop ends all the same.
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  const stop = async () => {
    if (watcher.exitCode !== null) return;
    watcher.ref();
    watcher.stdin.end();
    await once(watcher, "exit");
  };
  try {
    execFileSync("initdb", ["-D", data, "-U", "dondoc", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"], as);
    const settings = {
      listen_addresses: "",
      unix_socket_directories: folder,
      timezone: "Asia/Ho_Chi_Minh",
      fsync: "off",
    };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    execFileSync("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", flags.join(" "), "start"], {
      ...as,
      stdio: "ignore",
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const address = (name: string) =>
    `postgresql://dondoc@localhost/${name}?host=${encodeURIComponent(folder)}`;
  let count = 0;
  return {
    async createDatabase() {
      const name = `test_${++count}`;
      const client = new Client({ connectionString: address("postgres") });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${name}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    stop,
  };
}

function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

function serverUser(): { uid: number; gid: number } | null {
  try {
    const number = (flag: string) =>
      Number(
        execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return null;
  }
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
