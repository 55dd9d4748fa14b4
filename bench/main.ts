/** `npm run bench -- <name>`: one file per headline figure; prints one JSON line, each figure beside what it is compared with. */
import "../src/utc.ts";
import { readdirSync } from "node:fs";

const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.slice(0, -3));
const [name] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  process.stderr.write(`npm run bench -- <${names.join(" | ")}>\n`);
  process.exit(2);
}
const { run } = (await import(`./${name}.ts`)) as { run(): Promise<object> };
process.stdout.write(`${JSON.stringify({ bench: name, node: process.version, ...(await run()) })}\n`);
process.exit(0);
