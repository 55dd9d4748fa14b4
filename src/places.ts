/**
 * Where things lie on the disk. The program runs from `src/` (tests, `npm run dev`) or joined into few files under
 * `dist/`, where a module no longer stands beside what it wants; so whoever wants a file asks here.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether this runs from TypeScript. */
export const fromSource = import.meta.url.endsWith(".ts");

/** The folder with package.json, locales/, prisma/. */
export const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The folder of the running program: src/ or dist/. What it serves and shows lies in it under the same paths. */
export const program = join(root, fromSource ? "src" : "dist");

function findRoot(folder: string): string {
  const above = dirname(folder);
  if (existsSync(join(folder, "package.json")) || above === folder) return folder;
  return findRoot(above);
}
