/**
 * Runs the program from dist/: `node scripts/run.mjs main`, `… cli/main doctor`. Where a source is newer than what lies
 * there, it is joined anew first, so that `npm start` always runs what stands in src/.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const [entry = "main"] = process.argv.splice(2, 1);
const file = join(root, "dist", `${entry}.js`);
process.argv[1] = file;

const written = (path) => statSync(path).mtimeMs;
const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, one) => {
    const path = join(folder, one.name);
    return Math.max(latest, one.isDirectory() ? newest(path) : written(path));
  }, 0);

const builder = join(root, "scripts/build.mjs");
if (!existsSync(file) || Math.max(newest(join(root, "src")), written(builder)) > written(file)) {
  const { build } = await import(pathToFileURL(builder).href);
  await build();
}
await import(pathToFileURL(file).href);
