import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { apiError } from './faults.ts';
import { test } from './test.ts';

const root = join(import.meta.dirname, '..');
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

test.use({ requireToken: true });

test('the built files work at another origin, with the API’s address set at build time', async ({
  page,
  list,
  server,
  startServer,
  token,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-static-'));
  try {
    await build(folder, server.url);
    const host = await startServer((request) => plainFile(folder, new URL(request.url).pathname));

    await page.goto(`${host.url}/datasets?desc=1&limit=50&offset=100`);
    await page.getByRole('textbox', { name: 'API token' }).fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await list.expectFirst('set-1100');
    await expect(page.getByText('grace', { exact: true })).toBeVisible();
    await list.nextPage.click();
    await list.expectFirst('set-1050');
    await page.reload();
    await list.expectFirst('set-1050');
    expect(host.requests.filter(({ path }) => path.startsWith('/v2'))).toEqual([]);
    expect(server.requests.map(({ path }) => path).join()).not.toContain(token);

    // The headers that say how long to wait are those of another origin too.
    server.fail(
      apiError(
        429,
        { type: 'rate-limit-exceeded', message: 'Too many.' },
        { 'Retry-After': '77', 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' },
      ),
    );
    await list.refresh.click();
    await expect(page.getByText(/7\d s|1 min/).first()).toBeVisible();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function build(folder: string, apiUrl: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, SETLIST_API_URL: apiUrl };
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir'], { cwd: root, env });
}

/** What a host of plain files does: a file by its path, and the page for every other path. */
function plainFile(folder: string, path: string): Response {
  const asked = join(folder, normalize(path));
  const file = extname(asked) !== '' && existsSync(asked) ? asked : join(folder, 'index.html');
  const headers = { 'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream' };
  return new Response(readFileSync(file), { headers });
}
