import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServerInfo } from '../../contract/server-info.ts';
import { expectError } from '../testing/expect-error.ts';
import { createShell } from './create-shell.ts';

const script = `console.log(${JSON.stringify('Setlist '.repeat(400))});\n`;
const html =
  '<!doctype html>\n<html lang="en">\n  <head>\n    <title>Setlist</title>\n  </head>\n  <body></body>\n</html>\n';
const info: ServerInfo = {
  kind: 'database',
  label: `"Ö" & <script>$&$'</script>'.sqlite`,
  user: { id: 'u'.repeat(17), username: 'local' },
};

let root: string;
let folder: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'setlist-'));
  folder = join(root, 'app');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(root, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(html));
  writeFileSync(join(folder, 'theme.js'), 'theme();\n');
  writeFileSync(join(folder, 'assets', 'main-abc.js'), script);
  writeFileSync(join(folder, 'assets', 'main-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets', 'style-abc.css'), '*{}'.repeat(1000));
  writeFileSync(join(folder, 'assets', 'font-abc.woff2'), new Uint8Array(5000));
  writeFileSync(join(folder, 'assets', 'unknown.xyz'), 'what is this');
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  symlinkSync(join(root, 'secret.txt'), join(folder, 'link.txt'));
});
afterAll(() => rmSync(root, { recursive: true }));

function dashboard(given: ServerInfo = info): Hono {
  const api = () => new Response('{}');
  return createShell({ api, options: { dashboard: { folder, info: given } } });
}

function infoIn(page: string): unknown {
  const content = /<meta name="setlist" content="([^"]*)">/.exec(page)?.[1] ?? '';
  const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return JSON.parse(
    content.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity as keyof typeof entities]),
  );
}

describe('the page', () => {
  it('goes from / to the newest datasets', async () => {
    for (const path of ['/', '/?limit=7']) {
      const response = await dashboard().request(path);
      expect([response.status, response.headers.get('location')]).toEqual([302, '/datasets?desc=1&limit=50']);
    }
  });

  it('is at /datasets, and says what server it came from', async () => {
    const response = await dashboard().request('/datasets?desc=1');
    const page = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(infoIn(page)).toEqual(info);
    expect(page).not.toContain('<script>');
    expect(page.replace(/\n {4}<meta name="setlist"[^>]*>/, '')).toBe(html);
  });

  it('takes its compressed form from the page with the info, not from the file beside it', async () => {
    const response = await dashboard({ ...info, label: 'x'.repeat(2000) }).request('/datasets', {
      headers: { 'accept-encoding': 'br' },
    });
    expect(response.headers.get('content-encoding')).toBe('br');
    const page = brotliDecompressSync(new Uint8Array(await response.arrayBuffer())).toString();
    expect(infoIn(page)).toMatchObject({ label: 'x'.repeat(2000) });
  });

  it.each([
    ['/datasets', '/v2/datasets'],
    ['/datasets?desc=1&limit=50', '/v2/datasets?desc=1&limit=50'],
    ['/datasets?limit=50&desc=true&other=1', '/v2/datasets?desc=1&limit=50'],
    ['/datasets?limit=50&desc=maybe', '/v2/datasets?limit=50'],
    ['/datasets?limit=0&offset=x&ownership=ownedByMe&unnamed=1', '/v2/datasets?ownership=ownedByMe&unnamed=1'],
    ['/datasets?limit=50&offset=100&q=one', '/v2/datasets?limit=50'],
    ['/datasets?limit=50&offset=100&q=%20', '/v2/datasets?limit=50&offset=100'],
    ['/datasets?offset=10>;rel=x,<y&limit=%3E%3B', '/v2/datasets'],
  ])('has the rows of %s preloaded', async (path, preloaded) => {
    const response = await dashboard().request(path);
    expect(response.headers.get('link')).toBe(`<${preloaded}>; rel=preload; as=fetch; crossorigin=anonymous`);
  });

  it('preloads nothing where the rows are in an order that the API does not have', async () => {
    expect((await dashboard().request('/datasets?limit=50&sort=name')).headers.get('link')).toBeNull();
  });

  it('preloads nothing that would need a token', async () => {
    expect((await dashboard({ ...info, user: null }).request('/datasets')).headers.get('link')).toBeNull();
  });

  it.each(['/nothing', '/datasets/', '/datasets/abc', '/a/b?c', '/..%2f..%2fsecret', '/%00'])(
    'is there at %s too, with 404',
    async (path) => {
      const response = await dashboard().request(path);
      expect([response.status, response.headers.get('link')]).toEqual([404, null]);
      expect(await response.text()).toContain('<meta name="setlist"');
    },
  );
});

describe('the files of the build', () => {
  it('come with their type; hashed ones for ever, others to be asked for again', async () => {
    const app = dashboard();
    const headersOf = async (path: string) => {
      const { status, headers } = await app.request(path);
      return [status, headers.get('content-type'), headers.get('cache-control')];
    };
    const forever = 'public, max-age=31536000, immutable';
    expect(await headersOf('/assets/main-abc.js')).toEqual([200, 'text/javascript; charset=utf-8', forever]);
    expect(await headersOf('/assets/style-abc.css')).toEqual([200, 'text/css; charset=utf-8', forever]);
    expect(await headersOf('/assets/font-abc.woff2')).toEqual([200, 'font/woff2', forever]);
    expect(await headersOf('/theme.js')).toEqual([200, 'text/javascript; charset=utf-8', 'no-cache']);
  });

  it('come in the encoding that is asked for, each with its own tag', async () => {
    const app = dashboard();
    const get = (accept: string) => app.request('/assets/main-abc.js', { headers: { 'accept-encoding': accept } });
    const [plain, br, gzip] = [await get('identity'), await get('gzip, br'), await get('gzip')];
    expect(await plain.text()).toBe(script);
    expect(brotliDecompressSync(new Uint8Array(await br.arrayBuffer())).toString()).toBe(script);
    expect(gunzipSync(new Uint8Array(await gzip.arrayBuffer())).toString()).toBe(script);
    expect([plain, br, gzip].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'br', 'gzip']);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.get('etag'))).size).toBe(3);
    expect([plain, br, gzip].every(({ headers }) => headers.get('vary') === 'Accept-Encoding')).toBe(true);
    const font = await app.request('/assets/font-abc.woff2', { headers: { 'accept-encoding': 'br' } });
    expect(font.headers.get('content-encoding')).toBeNull();
  });

  it('are not sent again to who has them', async () => {
    const app = dashboard();
    const etag = (await app.request('/theme.js')).headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await app.request('/theme.js', { headers: { 'if-none-match': tag } });
      expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await app.request('/theme.js', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const missing = await app.request('/nothing', { headers: { 'if-none-match': '*' } });
    expect(missing.status).toBe(404);
  });

  it.each([
    '/assets/main-xyz.js',
    '/assets/',
    '/assets/unknown.xyz',
    '/assets/main-abc.js.br',
    '/assets/..%2findex.html',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/index.html',
    '/link.txt',
    '/secret.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '//secret.txt',
    '/.vite/manifest.json',
    '/favicon.ico',
    '/theme.js%00.txt',
  ])('%s is none of them', async (path) => {
    const response = await dashboard().request(`http://localhost${path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
    expect(await response.text()).toBe('There is no such file.\n');
  });
});

describe('the dashboard', () => {
  it('answers HEAD with the headers of GET', async () => {
    const get = await dashboard().request('/datasets');
    const head = await dashboard().request('/datasets', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  it('says its methods to OPTIONS, and to others that they are none', async () => {
    const options = await dashboard().request('/datasets', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    for (const path of ['/', '/datasets', '/theme.js', '/nothing']) {
      const response = await dashboard().request(path, { method: 'POST' });
      await expectError(response, { status: 405, type: 'method-not-allowed' });
      expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    }
  });

  it('lets nothing run or show in the page but its own files', async () => {
    const { headers } = await dashboard().request('/datasets');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('says at the start when it is not built', () => {
    const options = { dashboard: { folder: join(folder, 'assets'), info } };
    expect(() => createShell({ api: () => new Response(), options })).toThrow('there is no index.html');
    const missing = { dashboard: { folder: join(root, 'nowhere'), info } };
    expect(() => createShell({ api: () => new Response(), options: missing })).toThrow('nowhere');
  });
});
