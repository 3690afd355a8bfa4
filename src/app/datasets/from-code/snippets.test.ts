import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApifyClient } from 'apify-client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import type { ListView } from '../../../contract/list-params.ts';
import { anyFilter, defaultFilter } from '../../../contract/testing/list-views.ts';
import { creationCommand, snippetsOf } from './snippets.ts';

const pages = fc.record({
  offset: fc.nat(),
  limit: fc.integer({ min: 1, max: 1000 }),
  desc: fc.boolean(),
});
const views: fc.Arbitrary<ListView> = fc.tuple(anyFilter, pages).map(([filter, page]) => ({ ...filter, ...page }));
const page: ListView = { offset: 50, limit: 50, desc: true, ...defaultFilter, unnamed: true, ownership: 'ownedByMe' };
const defaults: ListView = { offset: 0, limit: 1000, desc: false, ...defaultFilter };

function code(view: ListView, server: { baseUrl: string; needsToken: boolean }) {
  const [curl, javaScript, python] = snippetsOf(view, server).map((snippet) => snippet.code);
  return { curl: curl ?? '', javaScript: javaScript ?? '', python: python ?? '' };
}

/** What a POSIX shell makes of the command: its words, `curl` replaced by something that prints them. */
function wordsInShell(command: string): string[] {
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${command}`], { encoding: 'utf8' });
  return printed.trimEnd().split('\n');
}

describe('the view as curl', () => {
  it.each([true, false])('asks for the same address from a shell (token needed: %j)', (needsToken) => {
    fc.assert(
      fc.property(views, (view) => {
        const words = wordsInShell(code(view, { baseUrl: 'http://localhost:4780', needsToken }).curl);
        expect(words[0]).toBe(`http://localhost:4780${datasetsPath(view)}`);
        expect(words.slice(1)).toEqual(needsToken ? ['-H', 'Authorization: Bearer YOUR_API_TOKEN'] : []);
      }),
      { numRuns: 20 },
    );
  });

  it('survives an address with a quote in it', () => {
    const { curl } = code(defaults, { baseUrl: "http://it's", needsToken: false });
    expect(wordsInShell(curl)).toEqual(["http://it's/v2/datasets"]);
  });
});

describe('making a dataset', () => {
  it.each([
    [false, ['-X', 'POST', 'http://localhost:4780/v2/datasets?name=my-first']],
    [
      true,
      ['-X', 'POST', '-H', 'Authorization: Bearer YOUR_API_TOKEN', 'http://localhost:4780/v2/datasets?name=my-first'],
    ],
  ])('from a shell (token needed: %j)', (needsToken, words) => {
    expect(wordsInShell(creationCommand({ baseUrl: 'http://localhost:4780', needsToken }))).toEqual(words);
  });
});

describe('the view for the official clients', () => {
  it.each([true, false])('JavaScript, run as it is, asks for the same page (token needed: %j)', async (needsToken) => {
    const asked: { url: string; authorization: string | undefined }[] = [];
    const server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ data: { total: 0, offset: 50, limit: 50, desc: true, count: 0, items: [] } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // `address()` of a server that listens on a port is an AddressInfo.
    const { port } = server.address() as AddressInfo;
    const { javaScript } = code(page, { baseUrl: `http://127.0.0.1:${port}`, needsToken });
    const [imported, ...body] = javaScript.split('\n');
    expect(imported).toBe("import { ApifyClient } from 'apify-client';");
    // Only the import is taken out: a function body cannot hold one.
    const run = new Function('ApifyClient', 'console', `return (async () => {${body.join('\n')}\n})();`);
    await run(ApifyClient, { log: () => undefined });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toHaveLength(1);
    const { searchParams, pathname } = new URL(asked[0]?.url ?? '', 'http://localhost');
    expect(pathname).toBe('/v2/datasets');
    expect(Object.fromEntries(searchParams)).toEqual({
      ownership: 'ownedByMe',
      unnamed: '1',
      desc: '1',
      limit: '50',
      offset: '50',
    });
    expect(asked[0]?.authorization).toBe(needsToken ? 'Bearer YOUR_API_TOKEN' : undefined);
  });

  it('Python', () => {
    expect(code(page, { baseUrl: 'http://localhost:4780', needsToken: true }).python).toBe(
      [
        'from apify_client import ApifyClient',
        '',
        'client = ApifyClient(',
        "    token='YOUR_API_TOKEN',",
        "    api_url='http://localhost:4780',",
        ')',
        "page = client.datasets().list(ownership='ownedByMe', unnamed=True, desc=True, limit=50, offset=50)",
        'print(page.total, page.items)',
      ].join('\n'),
    );
  });

  it('leaves out what the clients assume themselves', () => {
    const { javaScript, python } = code(defaults, { baseUrl: 'https://api.apify.com', needsToken: true });
    expect(javaScript).toContain('.list();');
    expect(javaScript).not.toContain('baseUrl');
    expect(python).toContain('.list()');
    expect(python).not.toContain('api_url');
  });

  it.each([
    ['JavaScript', "  // token: 'YOUR_API_TOKEN',"],
    ['Python', "    # token='YOUR_API_TOKEN',"],
  ])('%s only shows the place of a token where none is needed', (language, line) => {
    const snippets = snippetsOf(page, { baseUrl: 'http://localhost:4780', needsToken: false });
    expect(snippets.find((snippet) => snippet.language === language)?.code.split('\n')).toContain(line);
  });
});
