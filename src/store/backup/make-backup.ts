/** A backup of an installation, from either of its two homes. */
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { LINK_KEY_FILE } from "../database/names.ts";
import { startParams } from "../database/ready-made.ts";
import { connectPool } from "../database/server.ts";
import { embeddedRows, SEES_ONE_MOMENT, serverRows } from "./rows-out.ts";
import { type BackupResult, writeBackup } from "./write-backup.ts";

export interface BackupOrder {
  /** The folder of an embedded database that nobody writes to meanwhile, or the address of a server. */
  from: { folder: string } | { url: string };
  out: string;
  files: string;
  passphrase: string | null;
  /** ISO. */
  now: string;
}

/** Throws BackupError, StartError. */
export async function makeBackup(order: BackupOrder): Promise<BackupResult> {
  const plan = {
    ...order,
    linkKeyFile: join(order.files, LINK_KEY_FILE),
    now: new Date(order.now),
  };
  const secrets = order.passphrase !== null;
  if ("folder" in order.from) {
    const lite = await PGlite.create({ dataDir: order.from.folder, startParams });
    try {
      return await writeBackup(embeddedRows(lite, secrets), plan);
    } finally {
      await lite.close();
    }
  }
  const pool = await connectPool(order.from.url, 1);
  const client = await pool.connect();
  client.on("error", () => {});
  try {
    await client.query(SEES_ONE_MOMENT);
    return await writeBackup(serverRows(client, secrets), plan);
  } finally {
    client.release(true);
    await pool.end();
  }
}
