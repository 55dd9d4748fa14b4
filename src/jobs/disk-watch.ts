/**
 * Looks at the disk now and then: administrators are told once when it runs low, and again only when it had room
 * between. An embedded database writes its log on and on while it is open, so it is told now and then to begin it anew.
 */
import type { CaseContext } from "../cases/case.ts";
import { tellKeepers } from "../cases/sending/tell-keepers.ts";
import type { Logger } from "../chat/context.ts";
import { freeBytes, LOW_BYTES } from "../store/database/data-folder.ts";
import type { RunSql } from "../store/database/sql.ts";

export interface DiskWatchOptions {
  cases: CaseContext;
  folder: string;
  log: Logger;
  /** Of an embedded database; null: a server looks after its log itself. */
  sql: RunSql | null;
  /** For tests. */
  free?: (folder: string) => number;
}

export interface DiskWatch {
  look(): Promise<void>;
  problem(): string | null;
}

/** So much above the bound it counts as over: a disk that breathes is told of once. */
const AGAIN_BYTES = LOW_BYTES * 1.2;
/** Files of 16 MB. */
const MOST_LOG_FILES = 6;

export function createDiskWatch({ cases, folder, log, sql, free = freeBytes }: DiskWatchOptions): DiskWatch {
  let low: string | null = null;
  let key = 0;
  return {
    async look() {
      const bytes = free(folder);
      if (bytes < LOW_BYTES && low === null) {
        low = `${Math.floor(bytes / 1024 ** 2)} MB`;
        key = cases.clock.now().getTime();
        log.error({ free: low }, "the disk is nearly full");
        await tellKeepers(cases, `disk-low:${key}`, { event: "disk-low", free: low });
      } else if (bytes < LOW_BYTES) low = `${Math.floor(bytes / 1024 ** 2)} MB`;
      else if (bytes >= AGAIN_BYTES) low = null;
      if (sql) await trimLog(sql);
    },
    problem: () => (low === null ? null : `the disk of DATA_DIR has only ${low} left`),
  };
}

async function trimLog(sql: RunSql): Promise<void> {
  const { rows } = await sql(`SELECT count(*)::int AS "files" FROM pg_ls_waldir()`);
  if (Number(rows[0]?.files ?? 0) > MOST_LOG_FILES) await sql("CHECKPOINT");
}
