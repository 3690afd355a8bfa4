import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { chromium } from '@playwright/test';
import { createApp } from '../src/server/routes/create-app.ts';
import { sampleData, sampleUserId } from '../src/server/sample/sample-data.ts';
import { sampleEndMs } from '../src/server/sample/sample-times.ts';
import { openSqlite } from '../src/server/source/sqlite/open-sqlite.ts';
import { browser } from './browser.ts';

/** What the README's pictures show: the list of the sample data, four minutes after the newest dataset was made. */
const look = { address: '/datasets?unnamed=1&desc=1&limit=50', atMs: sampleEndMs + 4 * 60_000 } as const;
const frame = { viewport: { width: 1280, height: 800 }, locale: 'en-US', timezoneId: 'UTC' } as const;

/** Takes `docs/list-light.png` and `docs/list-dark.png` from the built dashboard. */
async function takePictures(root: string): Promise<void> {
  const source = await openSqlite({ file: ':memory:', localUserId: sampleUserId, now: () => look.atMs });
  await source.importDatasets(sampleData());
  const user = { id: sampleUserId, username: (await source.localUser()).username };
  const info = { kind: 'sample', label: 'Sample data', user } as const;
  const app = createApp(source, { dashboard: { folder: join(root, 'dist', 'app'), info } });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of TCP: `listen` was given a port.
  const { port } = server.address() as AddressInfo;
  const chrome = await chromium.launch(browser.launchOptions);
  mkdirSync(join(root, 'docs'), { recursive: true });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await chrome.newPage({
        ...frame,
        baseURL: `http://localhost:${port}`,
        colorScheme,
        reducedMotion: 'reduce',
      });
      await page.clock.setFixedTime(look.atMs);
      await page.goto(look.address);
      await page.getByRole('status').filter({ hasText: 'all 1,164' }).waitFor();
      await page.getByText(/^Created per week/).waitFor();
      await page.screenshot({ path: join(root, 'docs', `list-${colorScheme}.png`) });
      await page.close();
    }
  } finally {
    await chrome.close();
    server.close();
    await source.close();
  }
}

await takePictures(process.cwd());
