/**
 * What the database said, as SQLSTATE. adapter-pg wraps a duplicate as Prisma's P2002, the PGlite adapter lets a
 * bare driver error through, and a CHECK is bare on both: nothing else in the project looks at an error's shape.
 */
export const UNIQUE_VIOLATION = "23505";
export const CHECK_VIOLATION = "23514";
export const SERIALIZATION_FAILURE = "40001";
export const DEADLOCK = "40P01";

const ofPrismaCode: Record<string, string> = {
  P2002: UNIQUE_VIOLATION,
  P2003: "23503",
  P2034: SERIALIZATION_FAILURE,
};

// By its classes: EPIPE and P2002 have five characters as well.
const isSqlstate = (value: unknown): value is string =>
  typeof value === "string" && /^(\d[0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/.test(value);

/** The SQLSTATE behind an error, looked for through its causes; null where there is none. */
export function sqlstate(error: unknown): string | null {
  let current: unknown = error;
  for (let depth = 0; depth < 6 && typeof current === "object" && current !== null; depth++) {
    const { code, originalCode, meta, cause } = current as Record<string, unknown>;
    if (typeof code === "string" && ofPrismaCode[code]) return ofPrismaCode[code];
    for (const candidate of [originalCode, (meta as Record<string, unknown> | undefined)?.code, code]) {
      if (isSqlstate(candidate)) return candidate;
    }
    current = cause ?? (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  }
  return null;
}
