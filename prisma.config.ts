/**
 * Prisma's own tools (generate, migrate diff, migrate deploy) without any download: the query compiler is WASM
 * and the schema engine talks through an adapter. Without a DATABASE_URL they work on an empty database in
 * memory, never on DATA_DIR, which belongs to the running bot alone.
 */
import { defineConfig } from "prisma/config";

const databaseUrl = process.env.DATABASE_URL;
// An unresolved env() in the schema makes Prisma fetch a native engine after all.
process.env.DATABASE_URL ??= "postgresql://placeholder";

export default defineConfig({
  experimental: { adapter: true },
  engine: "js",
  schema: "prisma/schema.prisma",
  adapter: async () => {
    if (databaseUrl) {
      const { PrismaPg } = await import("@prisma/adapter-pg");
      const { Client, Pool } = await import("pg");
      // The schema engine asks the catalogue for columns of type "name" (19), which the adapter does not know: as
      // text (25) they are the same.
      const asText = (result?: { fields?: { dataTypeID: number }[] }) => {
        for (const field of result?.fields ?? []) if (field.dataTypeID === 19) field.dataTypeID = 25;
        return result;
      };
      class NamesAsText extends Client {
        override query(...args: unknown[]) {
          // The pool asks with a callback, a transaction with a promise.
          const done = args.at(-1);
          if (typeof done === "function") {
            args[args.length - 1] = (error: unknown, result: never) => done(error, asText(result));
          }
          const answer = (super.query as (...args: unknown[]) => unknown).apply(this, args);
          return (answer instanceof Promise ? answer.then(asText) : answer) as never;
        }
      }
      const options = { connectionString: databaseUrl, options: "-c TimeZone=UTC", Client: NamesAsText };
      return new PrismaPg(new Pool(options as never));
    }
    const { PGlite } = await import("@electric-sql/pglite");
    const { PrismaPGlite } = await import("pglite-prisma-adapter");
    return new PrismaPGlite(new PGlite());
  },
});
