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
      return new PrismaPg({ connectionString: databaseUrl, options: "-c TimeZone=UTC" });
    }
    const { PGlite } = await import("@electric-sql/pglite");
    const { PrismaPGlite } = await import("pglite-prisma-adapter");
    return new PrismaPGlite(new PGlite());
  },
});
