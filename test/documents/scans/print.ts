/** Documents printed by LibreOffice and scanned at 150 dots an inch. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import { askew, drawSeal, findSignature } from "./paper.ts";

/** Why nothing can be scanned here, or null. With REQUIRE_ALL=1 that is a failure. */
export const noScanner: string | null = (() => {
  for (const [tool, version] of [
    ["soffice", "--version"],
    ["pdftoppm", "-v"],
  ] as const) {
    try {
      execFileSync(tool, [version], { stdio: "ignore", timeout: 20_000 });
    } catch {
      const reason = `${tool} is not on the PATH`;
      if (process.env.REQUIRE_ALL === "1") throw new Error(`${reason} and REQUIRE_ALL=1`);
      console.warn(`skipped: scans (${reason})`);
      return reason;
    }
  }
  return null;
})();

/** Prints documents with one start of LibreOffice and scans them: for each its pages. */
export async function scanAll(documents: readonly Uint8Array[]): Promise<Canvas[][]> {
  const folder = mkdtempSync(join(tmpdir(), "scans-"));
  try {
    const names = documents.map((_, at) => `d${at}`);
    for (const [at, docx] of documents.entries()) writeFileSync(join(folder, `d${at}.docx`), docx);
    const files = names.map((name) => join(folder, `${name}.docx`));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files], {
      stdio: "ignore",
      timeout: 180_000,
    });
    const scans: Canvas[][] = [];
    for (const name of names) {
      execFileSync("pdftoppm", ["-r", "150", "-png", join(folder, `${name}.pdf`), join(folder, `${name}p`)]);
      const pages = readdirSync(folder)
        .filter((file) => file.startsWith(`${name}p-`))
        .sort();
      const printed = await Promise.all(pages.map((page) => loadImage(readFileSync(join(folder, page)))));
      scans.push(
        printed.map((page, at) => {
          const sheet = createCanvas(page.width, page.height);
          const context = sheet.getContext("2d");
          context.drawImage(page, 0, 0);
          if (at === printed.length - 1) drawSeal(context, findSignature(sheet));
          return askew(sheet, scans.length + at);
        }),
      );
    }
    return scans;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
