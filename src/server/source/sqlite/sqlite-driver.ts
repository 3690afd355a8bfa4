import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, TransactionSettings } from 'kysely';
import { Mutex } from '../../mutex.ts';
import { withoutWaiting } from './store.ts';

/** How many prepared statements are kept: more than the queries of the source, most of which have one form. */
const maxPreparedStatements = 256;

/**
 * Kysely's driver for one better-sqlite3 connection. Kysely's own prepares each statement anew and begins every transaction
 * deferred; this one keeps statements, and takes the write lock at the start of a transaction that may write, so that none
 * fails half-way because another process has written since.
 */
export class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #database: Database.Database;
  readonly #mutex = new Mutex();

  constructor(database: Database.Database) {
    this.#database = database;
    this.#connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#mutex.lock();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#mutex.unlock();
  }

  /** Throws `SQLITE_BUSY` at once when another connection is writing. */
  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode === 'read only') this.#database.exec('begin');
    else withoutWaiting(this.#database, () => this.#database.exec('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  /** SQLite has rolled back by itself after some errors, such as a full disk. */
  async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }

  /** Waits for the running transaction. */
  async destroy(): Promise<void> {
    await this.#mutex.lock();
    this.#database.close();
    this.#mutex.unlock();
  }
}

interface Prepared {
  readonly statement: Database.Statement;
  /** The one column that it returns, if it is one. */
  readonly onlyColumn: string | undefined;
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, onlyColumn } = this.#prepare(sql);
    if (!statement.reader) {
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    }
    const found = statement.all(...parameters);
    // What a statement returns is known to the query builder alone, which gives `Row`.
    return { rows: (onlyColumn === undefined ? found : found.map((value) => ({ [onlyColumn]: value }))) as Row[] };
  }

  // An open cursor would block every write on this connection.
  streamQuery(): never {
    throw new Error('The SQLite source reads in batches, not with a cursor.');
  }

  #prepare(sql: string): Prepared {
    const kept = this.#prepared.get(sql);
    if (kept) return kept;
    const prepared = withOnlyColumn(this.#database.prepare(sql));
    const oldest = this.#prepared.keys().next();
    if (this.#prepared.size >= maxPreparedStatements && !oldest.done) this.#prepared.delete(oldest.value);
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/** Plucked values take half the time of rows, and a page of the list is 1,000 values of one column. */
function withOnlyColumn(statement: Database.Statement): Prepared {
  const [first, ...others] = statement.reader ? statement.columns() : [];
  if (!first || others.length > 0) return { statement, onlyColumn: undefined };
  return { statement: statement.pluck(), onlyColumn: first.name };
}
