/**
 * Joins the sources into a few files under dist/, which start in half of the time that five hundred modules take.
 * It runs with `npm ci` and `npm run build`, and before a start that finds newer sources (run.mjs). Types are not
 * looked at here, `npm run typecheck` does that. Packages stay packages; texts and migrations stay where they are.
 */
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));
const entries = [
  "main",
  "cli/main",
  "documents/read/reader-process-child",
  "documents/write/writer-process-child",
  "store/backup/backup-process-child",
];

/** What the program serves and shows; `src/places.ts` looks for it under the same path. */
const assets = [
  { folder: "web/page", kinds: /\.(html|css|js|svg)$/ },
  { folder: "demo", kinds: /\.docx$/ },
];

/** Writes dist/. A program that runs from it meanwhile finds its files as long as they are not cleared away. */
export async function build() {
  // What is edited while this runs is newer than what it writes.
  const began = new Date();
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => `src/${entry}.ts`),
    outdir: "dist",
    outbase: "src",
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
    write: false,
  });
  // Each as a whole: of two that build at once neither reads half a file of the other.
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    utimesSync(`${path}.${process.pid}`, began, began);
    renameSync(`${path}.${process.pid}`, path);
  }
  for (const { folder, kinds } of assets) {
    const names = readdirSync(join(root, "src", folder)).filter((name) => kinds.test(name));
    // An empty folder means that somebody has moved it: better here than as a blank page.
    if (names.length === 0) throw new Error(`nothing to copy from src/${folder}`);
    for (const name of names) cpSync(join(root, "src", folder, name), join(root, "dist", folder, name));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  await build();
}
