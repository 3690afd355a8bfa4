import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileRequest, hostileRequest } from '../testing/hostile-request.ts';
import { openTestServer, type TestServer } from '../testing/open-test-server.ts';

const runs = 2500;
const statusTypes: Readonly<Record<number, RegExp>> = {
  400: /^(invalid-parameter|param-not-one-of|invalid-request|name-not-unique)$/,
  401: /^(token-not-provided|user-or-token-not-found)$/,
  403: /^insufficient-permissions$/,
  404: /^(record-not-found|page-not-found)$/,
  405: /^method-not-allowed$/,
  413: /^request-too-large$/,
  415: /^unsupported-content-encoding$/,
};

let server: TestServer;
let token: string;
let kept: readonly string[];
beforeAll(async () => {
  server = await openTestServer();
  token = (await server.source.users.add('keeper')).token;
  await server.send('POST', '/v2/datasets?name=target');
  kept = [
    await keep('', 'kept-one', [{ n: 1 }, { '#hidden': 'Zürich 東京' }]),
    await keep('', 'kept-two', []),
    await keep(token, 'kept-by-another', [{ deep: { er: [null, 1e21, '\u0000'] } }]),
  ];
}, 60_000);
afterAll(() => server.close());

async function keep(owner: string, name: string, items: readonly object[]): Promise<string> {
  const { data } = (await (await server.send('POST', `/v2/datasets?name=${name}&token=${owner}`)).json()) as {
    data: { id: string };
  };
  await server.send('POST', `/v2/datasets/${data.id}/items?token=${owner}`, items);
  return data.id;
}

/** All that is stored of what must stay, but for what reading it changes. */
async function stored(): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const owner of ['', token]) {
    const { data } = (await server.getJson(`/v2/datasets?token=${owner}`)) as { data: { items: { id: string }[] } };
    for (const { id } of data.items.filter((item) => kept.includes(item.id))) {
      const dataset = (await server.getJson(`/v2/datasets/${id}?token=${owner}`)) as { data: Record<string, unknown> };
      const { accessedAt: _accessedAt, stats: _stats, ...rest } = dataset.data;
      all.push({ ...rest, items: await server.getJson(`/v2/datasets/${id}/items?token=${owner}`) });
    }
  }
  return all;
}

function send({ method, path, headers, body }: HostileRequest): Promise<Response> {
  const sent = new Headers();
  for (const [name, value] of headers) sent.append(name, value);
  const sentBody = ['GET', 'HEAD', 'get'].includes(method) ? undefined : body;
  if (sentBody?.contentEncoding !== undefined) sent.set('content-encoding', sentBody.contentEncoding);
  const request = new Request(`http://localhost${path}`, { method, headers: sent, body: sentBody?.bytes ?? null });
  return Promise.resolve(server.app.fetch(request));
}

/** What every answer must be, whatever was asked. */
async function expectContract(request: HostileRequest, response: Response): Promise<void> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  if (request.method === 'HEAD' || response.status === 204) {
    expect(bytes.byteLength).toBe(0);
    return;
  }
  if (response.headers.has('content-encoding')) return;
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (response.headers.get('content-type')?.startsWith('application/jsonl')) return;
  const json: unknown = JSON.parse(text);
  if (response.status < 400) return;
  expect(json).toEqual({
    error: { type: expect.stringMatching(statusTypes[response.status] ?? /^$/), message: expect.any(String) },
  });
  expect(text.length).toBeLessThan(1000);
}

describe('hostile requests', () => {
  it('are answered as the contract has it, and leave what is stored alone', { timeout: 240_000 }, async () => {
    const before = await stored();
    expect(before).toHaveLength(3);
    const refs = ['~target', 'local~target', 'keeper~kept-by-another', kept[2] ?? '', 'me', 'keeper'];
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileRequest(refs), async (request) => {
        const response = await send(request);
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        await expectContract(request, response);
        // Renamed or deleted, it would be found no more.
        if (['PUT', 'DELETE'].includes(request.method) && response.ok)
          await server.send('POST', '/v2/datasets?name=target');
      }),
      { numRuns: runs },
    );
    expect(server.log).toEqual([]);
    // The requests are hostile enough to be refused for every reason, and sane enough to be answered as well.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 403, 404, 405, 413, 415]));
    expect(await stored()).toEqual(before);
  });
});
