import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type AppOptions, createApp } from '../routes/create-app.ts';
import { openSqlite, type SqliteSource } from '../source/sqlite/open-sqlite.ts';

/** The app over a real database in a folder of its own. */
export interface TestServer {
  readonly app: Hono;
  readonly source: SqliteSource;
  /** What was logged as an unexpected error. */
  readonly log: readonly string[];
  /** Sends a JSON body. */
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** The body of a GET as JSON. */
  readonly getJson: (path: string) => Promise<unknown>;
  /** Closes the database and removes its folder. */
  readonly close: () => Promise<void>;
}

/** Opens a new, empty database and makes the app over it. */
export async function openTestServer(options: AppOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-'));
  const source = await openSqlite({ file: join(folder, 'test.sqlite') });
  const log: string[] = [];
  const app = createApp(source, { logError: (entry) => log.push(entry), ...options });
  return {
    app,
    source,
    log,
    send: async (method, path, body) =>
      await app.request(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    getJson: async (path) => await (await app.request(path)).json(),
    async close() {
      await source.close();
      rmSync(folder, { recursive: true });
    },
  };
}
