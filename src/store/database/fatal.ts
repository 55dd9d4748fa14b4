/**
 * What the embedded database does not come back from: a PANIC (its log could not be written), a FATAL, a fault of the
 * WebAssembly itself. Everything asked of it afterwards would turn for ever, so the process has to end; the next start
 * recovers from the log, and what was acknowledged stands there.
 */
import type { PGlite } from "@electric-sql/pglite";

/** @param onFatal ends the process; called before anything else can be asked of the database */
export function watchFatal(lite: PGlite, onFatal: (error: unknown) => void): void {
  const watched = <T extends (...args: never[]) => Promise<unknown>>(call: T): T =>
    (async (...args: never[]) => {
      try {
        return await call(...args);
      } catch (error) {
        if (isFatal(error)) onFatal(error);
        throw error;
      }
    }) as unknown as T;
  lite.execProtocol = watched(lite.execProtocol.bind(lite));
  lite.execProtocolStream = watched(lite.execProtocolStream.bind(lite));
}

export function isFatal(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true;
  const { severity, name } = (error ?? {}) as { severity?: unknown; name?: unknown };
  return severity === "PANIC" || severity === "FATAL" || name === "ExitStatus";
}
