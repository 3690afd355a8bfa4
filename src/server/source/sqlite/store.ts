import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** What every part of the source works with. */
export interface Store {
  readonly db: Kysely<Schema>;
  /** Reads what is committed while `db` is in a transaction: a connection of its own, or `db` where there can be but one. */
  readonly reads: Kysely<Schema>;
  /** Milliseconds since 1970. It may stand still or go back: what is stored does not. */
  readonly now: () => number;
}

/** How long a write waits for other processes that write to the same file. */
const maxWaitMs = 60_000;
const maxPauseMs = 10;

/** Runs `work` in one transaction that sees one state of the database, whoever writes meanwhile. */
export function reading<T>(db: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return db.transaction().setAccessMode('read only').execute(work);
}

/**
 * Runs `work` in one transaction that is on disk when this resolves, and not at all when it rejects. Waits for the write lock
 * without holding up reads; rejects with SQLite's own error when another process keeps it for over a minute.
 */
export function writing<T>(db: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return retryWhileBusy(() => db.transaction().execute(work));
}

/**
 * Tries again while another connection holds the lock. SQLite's own waiting would stop this process, and with it the very
 * transaction that it waits for, if that is one of ours.
 */
export async function retryWhileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  const deadlineMs = performance.now() + maxWaitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadlineMs) throw error;
    }
    await delay(1 + Math.random() * maxPauseMs);
  }
}

/** Runs `work` so that it throws `SQLITE_BUSY` at once, where SQLite would stop this process to wait for a lock. */
export function withoutWaiting<T>(database: Database.Database, work: () => T): T {
  const timeoutMs = Number(database.pragma('busy_timeout', { simple: true }));
  database.pragma('busy_timeout = 0');
  try {
    return work();
  } finally {
    database.pragma(`busy_timeout = ${timeoutMs}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
