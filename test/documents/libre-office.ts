import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why files can't be converted here, or null. With REQUIRE_ALL=1 that is a failure. */
export const noLibreOffice: string | null = (() => {
  try {
    execFileSync("libreoffice", ["--version"], { stdio: "ignore", timeout: 20_000 });
    return null;
  } catch {
    if (process.env.REQUIRE_ALL === "1") throw new Error("libreoffice is not on the PATH and REQUIRE_ALL=1");
    console.warn("skipped: files made by LibreOffice (libreoffice is not on the PATH)");
    return "libreoffice is not on the PATH";
  }
})();

/** Converts a .docx with LibreOffice, in a folder and a profile of its own. */
export function convertDocx(docx: Uint8Array, to: "pdf" | "doc"): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  try {
    writeFileSync(join(folder, "plan.docx"), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, "--headless", "--convert-to", to, "--outdir", folder, join(folder, "plan.docx")];
    execFileSync("libreoffice", args, { stdio: "ignore", timeout: 180_000 });
    return new Uint8Array(readFileSync(join(folder, `plan.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
