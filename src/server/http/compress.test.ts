import { brotliDecompressSync, createBrotliDecompress, createGunzip, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseEncoding } from './compress.ts';
import { createShell } from './create-shell.ts';
import { jsonResponse } from './json-response.ts';

const text = JSON.stringify({ data: 'Setlist – '.repeat(500) });
const decompress = { br: brotliDecompressSync, gzip: gunzipSync };

function get(response: Response, { accept, method = 'GET' }: { accept?: string; method?: string }): Promise<Response> {
  const shell = createShell({ api: () => response });
  const headers: Record<string, string> = accept === undefined ? {} : { 'accept-encoding': accept };
  return Promise.resolve(shell.request('/v2/x', { method, headers }));
}

describe('compression of a whole body', () => {
  it.each(['br', 'gzip'] as const)('%s: the same bytes, fewer, and their length', async (accept) => {
    const response = await get(jsonResponse(text, { status: 201, headers: { 'X-Other': '1' } }), { accept });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.status).toBe(201);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-encoding': accept,
      'content-length': String(bytes.byteLength),
      'content-type': 'application/json; charset=utf-8',
      vary: 'Accept-Encoding',
      'x-other': '1',
    });
    expect(bytes.byteLength).toBeLessThan(500);
    expect(decompress[accept](bytes).toString()).toBe(text);
  });

  it('leaves the body as it is for who wants it so, and says that it varies', async () => {
    for (const accept of [undefined, 'identity', 'br;q=0, gzip;q=0', 'zstd']) {
      const response = await get(jsonResponse(text), accept === undefined ? {} : { accept });
      expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
        null,
        'Accept-Encoding',
      ]);
      expect(await response.text()).toBe(text);
    }
  });

  it('adds to a Vary that is there, and repeats nothing', async () => {
    const vary = async (given: string) => {
      const response = await get(jsonResponse(text, { headers: { Vary: given } }), { accept: 'br' });
      return response.headers.get('vary');
    };
    expect(await vary('Origin')).toBe('Origin, Accept-Encoding');
    expect(await vary('accept-encoding')).toBe('accept-encoding');
    expect(await vary('*')).toBe('*');
  });

  it.each([
    ['a short body', () => jsonResponse('{"data":1}')],
    ['a picture', () => new Response(text, { headers: { 'Content-Type': 'image/png' } })],
    ['an unknown type', () => new Response(text, { headers: { 'Content-Type': 'model/vrml' } })],
    ['a stream of events', () => new Response(text, { headers: { 'Content-Type': 'text/event-stream' } })],
    ['no content', () => new Response(null, { status: 204 })],
  ])('leaves %s alone', async (_what, response) => {
    const answer = await get(response(), { accept: 'br, gzip' });
    expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([null, null]);
  });

  it('leaves alone what is compressed already', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' };
    const response = await get(new Response('as it is'.repeat(500), { headers }), { accept: 'br' });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual(['gzip', 'as it is'.repeat(500)]);
  });

  it('says the same headers to HEAD, and no body', async () => {
    const response = await get(jsonResponse(text), { accept: 'br', method: 'HEAD' });
    expect([response.headers.get('content-encoding'), response.headers.get('content-length')]).toEqual(['br', null]);
    expect(await response.text()).toBe('');
    const plain = await get(jsonResponse(text), { method: 'HEAD' });
    expect([plain.headers.get('content-length'), await plain.text()]).toEqual([String(Buffer.byteLength(text)), '']);
  });
});

describe('compression of a stream', () => {
  /** A body whose chunks the test hands out one by one. */
  function manualBody() {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const push = (chunk: string) => writer.write(new TextEncoder().encode(chunk));
    return { body: readable, push, end: () => writer.close(), fail: (error: Error) => writer.abort(error) };
  }
  const headers = { 'Content-Type': 'application/json' };

  it.each([
    ['br', createBrotliDecompress],
    ['gzip', createGunzip],
  ] as const)('%s: each chunk is on its way before the next is there', async (accept, createDecompressor) => {
    const { body, push, end } = manualBody();
    const response = await get(new Response(body, { headers }), { accept });
    expect([response.headers.get('content-encoding'), response.headers.get('content-length')]).toEqual([accept, null]);
    const reader = response.body?.getReader();
    const decompressor = createDecompressor();
    const received = decompressor[Symbol.asyncIterator]();
    // Long enough to end within a byte of the compressed form, which is then held back unless it is flushed.
    for (const chunk of [40, 80, 120, 160].map((times) => `text number ${times} `.repeat(times))) {
      void push(chunk);
      const { value } = (await reader?.read()) ?? {};
      decompressor.write(value);
      expect(String((await received.next()).value)).toBe(chunk);
    }
    void end();
    expect((await reader?.read())?.done).toBe(false);
    expect((await reader?.read())?.done).toBe(true);
  });

  it('fails when the body fails', async () => {
    const { body, push, fail } = manualBody();
    const response = await get(new Response(body, { headers }), { accept: 'br' });
    void push('[1').catch(() => undefined);
    void fail(new Error('broken off'));
    await expect(response.arrayBuffer()).rejects.toThrow('broken off');
  });

  it('ends the body when the reader leaves', async () => {
    let cancelled: () => void = () => undefined;
    const isCancelled = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    const chunk = new Uint8Array(100_000);
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(chunk),
      cancel: () => cancelled(),
    });
    const response = await get(new Response(body, { headers }), { accept: 'br' });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await isCancelled;
  });

  it('takes no more of the body than the reader does', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          // Random bytes do not get smaller, so what goes in must come out.
          controller.enqueue(crypto.getRandomValues(new Uint8Array(65_536)));
        },
      },
      { highWaterMark: 0 },
    );
    const response = await get(new Response(body, { headers }), { accept: 'br' });
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(pulled).toBeLessThan(10);
    await reader?.cancel();
  });
});

describe('the encoding of a response', () => {
  it.each([
    [null, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip,deflate', 'gzip'],
    ['BR;Q=0.5', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.500', 'br'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['br;q=0', 'identity'],
    ['*', 'br'],
    ['*;q=0.1', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['br;q=2', 'identity'],
    ['br;q=-1', 'identity'],
    ['br;q=x', 'identity'],
    ['br;level=1', 'identity'],
    ['deflate, zstd, xyz', 'identity'],
    [',,;;,q=1', 'identity'],
  ])('for %j is %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});
