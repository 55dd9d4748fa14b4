/** A workbook opened by LibreOffice, every formula worked out anew, and what its cells hold then. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readXlsx from "read-excel-file/universal";

const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The same workbook as LibreOffice writes it, or a .pdf of it. */
export function throughLibreOffice(bytes: Uint8Array, name: string, to: "xlsx" | "pdf"): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "calc-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), settings);
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      to,
      "--outdir",
      join(folder, "out"),
      join(folder, name),
    ];
    execFileSync("libreoffice", args, { stdio: "ignore", timeout: 180_000 });
    return readFileSync(join(folder, "out", name.replace(/\.\w+$/, `.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type Cells = (string | number | boolean | Date | null)[][];

/** The cells of each sheet, by its name. */
export async function cellsOf(bytes: Uint8Array): Promise<Map<string, Cells>> {
  const sheets = await readXlsx(new Blob([new Uint8Array(bytes)]));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown as Cells]));
}
