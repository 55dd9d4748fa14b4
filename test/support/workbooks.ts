/**
 * Excel files that people of the golden chats send, written so that a clerk can read them: test/flow/forms/NAME.txt
 * has a line [sheet] for each sheet and below it the rows, cells parted by " | ".
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeSheets } from "../../src/documents/write/xlsx.ts";

const folder = fileURLToPath(new URL("../flow/forms/", import.meta.url));

/** The workbook of this name, or null where none is written down. */
export async function workbookOf(name: string): Promise<Buffer | null> {
  const path = `${folder}${name.replace(/\.xlsx$/, ".txt")}`;
  if (!/^[\w-]+\.xlsx$/.test(name) || !existsSync(path)) return null;
  const sheets: { name: string; rows: string[][] }[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const sheet = /^\[(\w+)\]$/.exec(line)?.[1];
    if (sheet) sheets.push({ name: sheet, rows: [] });
    else if (line.trim() !== "") sheets.at(-1)?.rows.push(line.split("|").map((cell) => cell.trim()));
  }
  return Buffer.from(await writeSheets(sheets));
}
