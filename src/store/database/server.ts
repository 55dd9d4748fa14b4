/** A pool on a PostgreSQL server. Every connection speaks UTC, whatever zone the server lives in; our queries are short, compiling them costs more than they do. */
import { Pool } from "pg";
import { prepareOften } from "./prepare-often.ts";
import { StartError } from "./start-error.ts";

const OLDEST_SERVER = 140_000;

/** Opens the pool and tries it. Throws StartError("server-unreachable" | "server-too-old"). */
export async function connectPool(url: string, max: number): Promise<Pool> {
  const pool = new Pool({
    connectionString: inUtc(url),
    options: "-c TimeZone=UTC",
    max,
    connectionTimeoutMillis: 10_000,
  });
  prepareOften(pool);
  // An idle connection that breaks (server restarted) is replaced at its next use; without a listener it would end us.
  pool.on("error", () => {});
  try {
    const { rows } = await pool.query<{ server_version_num: string }>("SHOW server_version_num");
    refuseOld(Number(rows[0]?.server_version_num));
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

/** @param version as in server_version_num: 150018 for 15.18. Throws StartError("server-too-old"). */
export function refuseOld(version: number): void {
  if (version < OLDEST_SERVER)
    throw new StartError("server-too-old", { version: Math.floor(version / 10_000) });
}

// Options in the address win over those beside it; of two in the address the last one does.
function inUtc(url: string): string {
  const given = /[?&]options=([^&#]+)/.exec(url)?.[1];
  return given ? `${url}&options=${given}%20-c%20TimeZone=UTC` : url;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(": ") || String(error);
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    // A password with "/" or "#" in it makes the rest look like a host, port and path.
    if (url.includes("@") && !parsed.username) return "DATABASE_URL";
    return `${parsed.hostname || "localhost"}:${parsed.port || 5432}${parsed.pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}
