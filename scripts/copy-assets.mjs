/**
 * Second half of `npm run build`: what the compiled program reads at run time and the compiler does not carry over.
 * Each file lands beside the module that looks for it, so that `new URL("./…", import.meta.url)` holds in src/ and in
 * dist/ alike. Texts and migrations stay where they are: `../locales` means the same folder from both.
 */
import { cpSync, mkdirSync, readdirSync } from "node:fs";

const root = new URL("../", import.meta.url);
const assets = [
  { folder: "web/page/", kinds: /\.(html|css|js|svg)$/ },
  { folder: "demo/", kinds: /\.docx$/ },
];

for (const { folder, kinds } of assets) {
  const [from, to] = [new URL(`src/${folder}`, root), new URL(`dist/${folder}`, root)];
  const names = readdirSync(from).filter((name) => kinds.test(name));
  // An empty folder means that somebody has moved it: better here than as a blank page.
  if (names.length === 0) throw new Error(`nothing to copy from src/${folder}`);
  mkdirSync(to, { recursive: true });
  for (const name of names) cpSync(new URL(name, from), new URL(name, to));
}
