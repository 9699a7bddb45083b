import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import { DomainError } from "#server/errors.ts";

import { PrismaClient } from "../../prisma/generated/client.ts";

/** Values that a statement may carry; everything else is converted by its repository. */
export type SqlValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | null
  | readonly (string | number | null)[];

/**
 * Runs one parameterised statement. Named statements are prepared once per connection, which
 * saves the planner a third of the time of the hot ones (`dojo bench labelling`).
 */
export type Sql = <Row extends pg.QueryResultRow>(
  text: string,
  values?: readonly SqlValue[],
  name?: string,
) => Promise<Row[]>;

/**
 * The two doors to PostgreSQL. Ordinary reads and writes go through Prisma. Statements that lock,
 * write sets, stream, or run a thousand times a second are SQL. A transaction is SQL throughout:
 * stages write through `withTransaction` and never mix the two.
 */
export type Database = {
  prisma: PrismaClient;
  sql: Sql;
  withTransaction<T>(run: (sql: Sql) => Promise<T>): Promise<T>;
  pool: pg.Pool;
  close(): Promise<void>;
};

// Timestamps and counts arrive as what they are; a bigint beyond 2^53 would be a bug worth crashing for.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => {
  const parsed = Number(value);
  if (!Number.isSafeInteger(parsed)) throw new Error(`A bigint does not fit a number: ${value}`);
  return parsed;
});

function sqlOf(client: pg.Pool | pg.PoolClient): Sql {
  return async <Row extends pg.QueryResultRow>(text: string, values: readonly SqlValue[] = [], name?: string) => {
    const query = name === undefined ? { text, values: [...values] } : { text, values: [...values], name };
    const result = await client.query<Row>(query);
    return result.rows;
  };
}

export function openDatabase(options: { url: string; poolSize: number }): Database {
  const pool = new pg.Pool({ connectionString: options.url, max: options.poolSize, idleTimeoutMillis: 30_000 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    sql: sqlOf(pool),
    async withTransaction(run) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await run(sqlOf(client));
        await client.query("commit");
        client.release();
        return result;
      } catch (error) {
        // A connection that cannot even roll back is thrown away.
        const broken = await client.query("rollback").then(
          () => false,
          () => true,
        );
        client.release(broken);
        throw error;
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** PostgreSQL's code of a violated unique constraint. */
export const UNIQUE_VIOLATION = "23505";

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;
}

/** The one row that a statement must return. */
export function only<Row>(rows: readonly Row[], what: string): Row {
  const [row, ...rest] = rows;
  if (row === undefined) throw new DomainError("not-found", "row.missing", `${what} was not found.`);
  if (rest.length > 0) throw new Error(`${what}: expected one row, got ${rows.length}`);
  return row;
}
