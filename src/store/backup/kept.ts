/** The folder of backups that the bot makes by itself: their names, which is the newest, which are one too many. */
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** A night's backup; so many are kept. */
export const KEPT = 14;
const KEPT_UPGRADES = 3;
const NIGHTLY = /^dondoc-(\d{4}-\d\d-\d\d)\.tar(\.age)?$/;
const ANY = /^dondoc-[\w.-]+\.tar(\.age)?$/;

export const nightlyName = (day: string, sealed: boolean) => `dondoc-${day}.tar${sealed ? ".age" : ""}`;

/** @param migration the newest that the data have before */
export const upgradeName = (migration: string, at: Date, sealed: boolean) =>
  `dondoc-before-upgrade-${migration}-${at.getTime()}.tar${sealed ? ".age" : ""}`;

/** Days that have a backup, oldest first. */
export function nightsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => NIGHTLY.exec(name)?.[1] ?? [])
    .sort();
}

/** Nothing but nights goes, and the newest of them stay; half-written rests of a kill go too. */
export function dropOldNights(folder: string): void {
  const names = readdirSync(folder).filter((name) => NIGHTLY.test(name));
  for (const name of names.sort().slice(0, -KEPT)) rmSync(join(folder, name), { force: true });
  for (const name of readdirSync(folder))
    if (/^dondoc-.*\.\d+\.unfinished$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** A start that fails again and again makes one each time. */
export function dropOldUpgrades(folder: string): void {
  const all = readdirSync(folder).filter((name) => /^dondoc-before-upgrade-.*-\d+\.tar(\.age)?$/.test(name));
  const madeAt = (name: string) => Number(/-(\d+)\.tar/.exec(name)?.[1]);
  for (const name of all.sort((a, b) => madeAt(a) - madeAt(b)).slice(0, -KEPT_UPGRADES))
    rmSync(join(folder, name), { force: true });
}

/** The newest backup that lies there, or null. */
export function newestIn(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const found = readdirSync(folder)
    .filter((name) => ANY.test(name))
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  return found[0]?.path ?? null;
}
