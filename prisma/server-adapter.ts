/**
 * adapter-pg for Prisma's own tools, which it serves badly in two ways. They ask pg_catalog for columns of
 * PostgreSQL's type `name`, which it refuses to read (prisma/orm issue 27403, open): it is given them as text, which
 * is what they hold. And it cuts a script at every semicolon, also inside the body of a function: it is sent whole.
 */
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type QueryResult } from "pg";

const NAME = 19;
const TEXT = 25;

export class ServerAdapter extends PrismaPg {
  constructor(connectionString: string) {
    super(namesAsText(new Pool({ connectionString, options: "-c TimeZone=UTC" })), {
      disposeExternalPool: true,
    });
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

function namesAsText(pool: Pool): Pool {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryResult>;
  return Object.assign(pool, {
    query: async (...args: unknown[]) => {
      const result = await query(...args);
      for (const field of result.fields ?? []) if (field.dataTypeID === NAME) field.dataTypeID = TEXT;
      return result;
    },
  }) as Pool;
}
