import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LocalServer, listenLocally } from '../testing/listen-locally.ts';
import { openTestServer } from '../testing/open-test-server.ts';
import { createShell } from './create-shell.ts';

let server: LocalServer;
afterEach(async () => {
  await server.close();
  vi.restoreAllMocks();
});

/** Sends bytes as they are and resolves with all that comes back until the server closes the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (data) => {
      received += String(data);
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
    socket.write(bytes);
  });
}

const encoder = new TextEncoder();

describe('what is no request', () => {
  it.each([
    ['no Host', 'GET /v2/datasets HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['no Host, in HTTP/1.0', 'GET /v2/datasets HTTP/1.0\r\n\r\n'],
    ['a Host that is none', 'GET /v2/datasets HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a Host with a path', 'GET /v2/datasets HTTP/1.1\r\nHost: localhost/evil\r\nConnection: close\r\n\r\n'],
    ['a backslash', 'GET /v2\\datasets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['no path', 'GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'],
  ])('%s: an error in the shape of any other', async (_what, bytes) => {
    server = await listenLocally(createShell({ api: () => new Response('{}') }).fetch);
    const [head = '', body = ''] = (await exchange(bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(head).toMatch(/content-security-policy: default-src 'none'/i);
    expect(JSON.parse(body)).toEqual({ error: { type: 'invalid-request', message: expect.any(String) } });
  });

  it('an address of another host in the request line does not get past the Host', async () => {
    server = await listenLocally(createShell({ api: () => new Response('{}') }).fetch);
    const received = await exchange(
      'GET http://localhost/v2 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(received).toMatch(/^HTTP\/1\.1 403 /);
  });
});

describe('a body that fails in the middle', () => {
  it.each(['identity', 'gzip', 'br'])('%s: cuts the connection and never looks whole', async (encoding) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let chunks = 0;
    const api = () => {
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        chunks += 1;
        if (chunks > 3) throw new Error('disk on fire');
        controller.enqueue(encoder.encode('[1,2,3]'.repeat(30_000)));
      };
      const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
      return new Response(body, { headers: { 'Content-Type': 'application/json' } });
    };
    server = await listenLocally(createShell({ api }).fetch);
    const received = await exchange(`GET /v2/x HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\n\r\n`);
    expect(received).toMatch(/^HTTP\/1\.1 200 /);
    expect(received).toMatch(/transfer-encoding: chunked/i);
    expect(received).not.toMatch(/0\r\n\r\n$/);
    expect(received).not.toContain('fire');
    expect(logged).toHaveBeenCalled();
  });
});

describe('a client that leaves', () => {
  it.each(['identity', 'br'])('%s: ends the reading of the source', async (encoding) => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    let ended: () => void = () => undefined;
    const isEnded = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const api = () => {
      const body = new ReadableStream<Uint8Array>(
        {
          pull: (controller) => controller.enqueue(crypto.getRandomValues(new Uint8Array(60_000))),
          cancel: () => ended(),
        },
        { highWaterMark: 0 },
      );
      return new Response(body, { headers: { 'Content-Type': 'application/json' } });
    };
    server = await listenLocally(createShell({ api }).fetch);
    const socket = connect(server.port, '127.0.0.1');
    socket.write(`GET /v2/x HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\n\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.destroy();
    await isEnded;
  });
});

describe('a body beyond the bound', () => {
  it('is answered while it is still being sent', async () => {
    const test = await openTestServer();
    server = await listenLocally(test.app.fetch);
    const received = await exchange(
      'POST /v2/datasets/~x/items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n[',
    );
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    await test.close();
  });

  it('leaves the connection to the next request, as the answer promises', async () => {
    const test = await openTestServer();
    server = await listenLocally(test.app.fetch);
    const bomb = gzipSync(Buffer.alloc(512 * 1024 * 1024), { level: 1 });
    const socket = connect(server.port, '127.0.0.1');
    const answers = socket.setEncoding('latin1')[Symbol.asyncIterator]();
    socket.write(
      `POST /v2/datasets/~x/items HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`,
    );
    socket.write(bomb);
    expect((await answers.next()).value).toMatch(/^HTTP\/1\.1 413 [\s\S]*\nconnection: keep-alive/i);
    socket.write('GET /v2/users/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect((await answers.next()).value).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
    await test.close();
  });
});
