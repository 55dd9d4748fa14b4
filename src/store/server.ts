/** A pool on a PostgreSQL server. Every connection speaks UTC, whatever zone the server lives in. */
import { Pool } from "pg";
import { StartError } from "./start-error.ts";

const OLDEST_SERVER = 140_000;

/** Opens the pool and tries it. Throws StartError("server-unreachable" | "server-too-old"). */
export async function connectPool(url: string, max: number): Promise<Pool> {
  const pool = new Pool({
    connectionString: url,
    options: "-c TimeZone=UTC",
    max,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks (server restarted) is replaced at its next use; without a listener it would end us.
  pool.on("error", () => {});
  try {
    const { rows } = await pool.query<{ server_version_num: string }>("SHOW server_version_num");
    const version = Number(rows[0]?.server_version_num);
    if (version < OLDEST_SERVER)
      throw new StartError("server-too-old", { version: Math.floor(version / 10_000) });
    return pool;
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    throw new StartError(
      "server-unreachable",
      { server: withoutPassword(url), reason: reasonOf(error) },
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(": ") || String(error);
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname || "localhost"}:${parsed.port || 5432}${parsed.pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
