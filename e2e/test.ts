import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { ServerInfo } from '../src/contract/server-info.ts';
import { createApp } from '../src/server/routes/create-app.ts';
import { openSqlite, type SqliteSource } from '../src/server/source/sqlite/open-sqlite.ts';
import { type CollectionName, collection } from './collections.ts';
import { DatasetsPage } from './datasets-page.ts';
import { FaultyServer } from './faulty-server.ts';

/** The dashboard as `npm test` and `npm run build` build it. */
export const builtDashboard = join(import.meta.dirname, '..', 'dist', 'app');

/** What a test asks for, with `test.use`. */
interface Setup {
  /** What the database holds. */
  collection: CollectionName;
  /** Whether the server asks for a token, that of the user `grace`; without it requests are the local user's. */
  requireToken: boolean;
  /** What the server calls its data. */
  serves: ServerInfo['kind'];
  /** What the console may say beside nothing. */
  expectedOnConsole: RegExp | undefined;
}

interface Opened {
  readonly source: SqliteSource;
  /** Of the user `grace`. */
  readonly token: string;
}

interface Fixtures {
  opened: Opened;
  /** A database of the test's own. */
  source: SqliteSource;
  /** A token that the server accepts. */
  token: string;
  /** Every server that the test has: what fails there on purpose may be told on the console. */
  servers: FaultyServer[];
  /** Listens with a handler for as long as the test runs. */
  startServer: (fetch: (request: Request) => Response | Promise<Response>) => Promise<FaultyServer>;
  /** The server that the page is opened from. */
  server: FaultyServer;
  list: DatasetsPage;
  quietConsole: undefined;
}

export const test = base.extend<Setup & Fixtures>({
  collection: ['many', { option: true }],
  requireToken: [false, { option: true }],
  serves: ['database', { option: true }],
  expectedOnConsole: [undefined, { option: true }],

  opened: async ({ collection: name, requireToken }, use) => {
    const source = await openSqlite({ file: ':memory:' });
    const { token } = await source.users.add('grace');
    await source.importDatasets(collection(name, requireToken ? 'grace' : 'local'));
    await use({ source, token });
    await source.close();
  },
  source: ({ opened }, use) => use(opened.source),
  token: ({ opened }, use) => use(opened.token),

  // biome-ignore lint/correctness/noEmptyPattern: how Playwright is told that a fixture needs no other.
  servers: ({}, use) => use([]),

  startServer: async ({ servers }, use) => {
    await use(async (fetch) => {
      const server = new FaultyServer(fetch);
      await server.start();
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.stop()));
  },

  server: async ({ source, requireToken, serves, startServer }, use) => {
    const { userId, username } = await source.localUser();
    const logged: string[] = [];
    const app = createApp(source, {
      requireToken,
      dashboard: {
        folder: builtDashboard,
        info: { kind: serves, label: 'library.db', user: requireToken ? null : { id: userId, username } },
      },
      logError: (entry) => logged.push(entry),
    });
    await use(await startServer((request) => app.fetch(request)));
    expect(logged, 'errors in the log of the server').toEqual([]);
  },
  baseURL: ({ server }, use) => use(server.url),

  list: ({ page }, use) => use(new DatasetsPage(page)),

  /** Fails a test on any error or warning on the console, and on any exception: a violation of the CSP is one of them. */
  quietConsole: [
    async ({ context, servers, expectedOnConsole }, use) => {
      const said: string[] = [];
      context.on('console', (message) => {
        if (!['error', 'warning'].includes(message.type())) return;
        if (expectedOnConsole?.test(message.text())) return;
        const { url } = message.location();
        if (!isReportOfFault(message.text(), url, servers)) said.push(`${message.text()} (${url})`);
      });
      context.on('weberror', (webError) => said.push(String(webError.error())));
      await use(undefined);
      expect(said, 'errors and warnings on the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** The browser reports every request that failed: that is no news about one that we made fail. */
function isReportOfFault(text: string, url: string, servers: readonly FaultyServer[]): boolean {
  if (!text.startsWith('Failed to load resource')) return false;
  // The test has taken the network away.
  if (text.includes('ERR_INTERNET_DISCONNECTED')) return true;
  return servers.some((server) => server.hasFailed(url) || (server.wasStopped && url.startsWith(server.url)));
}
