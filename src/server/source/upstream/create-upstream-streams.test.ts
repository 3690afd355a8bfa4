import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../routes/create-app.ts';
import { type LocalServer, listenLocally } from '../../testing/listen-locally.ts';
import { readUpstreamAddress } from './address.ts';
import { createUpstream } from './create-upstream.ts';
import { answers, answersRaw, type Behaviour, refusesEarly, startServer } from './testing/misbehaving-server.ts';
import { createUpstreamSource } from './upstream-source.ts';

const items = '/v2/datasets/abc/items';
const mebibyte = 1024 * 1024;
const running: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

/** A Setlist on a real port in front of a server that does what `behaviour` says. */
async function start(behaviour: Behaviour): Promise<LocalServer> {
  const upstream = await startServer(behaviour);
  const app = createApp(createUpstreamSource({ address: readUpstreamAddress(upstream.origin) }));
  const proxy = await listenLocally(app.fetch);
  running.push(proxy, upstream);
  return proxy;
}

/** A value that one side of a test waits for and the other brings. */
function promised<T>(): { readonly value: Promise<T>; readonly bring: (value: T) => void } {
  let bring: (value: T) => void = () => undefined;
  const value = new Promise<T>((resolve) => {
    bring = resolve;
  });
  return { value, bring };
}

function open(
  proxy: LocalServer,
  options: { path?: string; method?: string; headers?: Record<string, string> } = {},
): ClientRequest {
  const { path = items, method = 'GET', headers = {} } = options;
  return httpRequest(`${proxy.url}${path}`, { method, headers, agent: false }).on('error', () => undefined);
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const [answer] = await once(request, 'response');
  return answer;
}

describe('bodies', () => {
  it('come to the caller as the upstream sends them', async () => {
    const response = promised<ServerResponse>();
    const proxy = await start((_request, sent) => {
      sent.writeHead(200, { 'Content-Type': 'application/json' }).write('[1,');
      response.bring(sent);
    });
    const answer = await answerOf(open(proxy).end());
    expect(String((await once(answer, 'data'))[0])).toBe('[1,');
    (await response.value).end('2]');
    expect(String(await buffer(answer))).toBe('2]');
  });

  it('come to the upstream as the caller sends them', async () => {
    const received = promised<IncomingMessage>();
    const proxy = await start((request, response) => {
      received.bring(request);
      request.on('end', () => response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}'));
    });
    const sent = open(proxy, { method: 'POST' });
    sent.write('[1,');
    const request = await received.value;
    expect(String((await once(request, 'data'))[0])).toBe('[1,');
    sent.end('2]');
    expect(String(await buffer(request))).toBe('2]');
    expect((await answerOf(sent)).statusCode).toBe(201);
  });

  it('wait for a caller that reads slowly', async () => {
    let sentBytes = 0;
    const chunk = Buffer.alloc(mebibyte, ' ');
    const proxy = await start((request, response) => {
      if (request.url !== items) return answers({ status: 204 })(request, response);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const write = () => {
        while (sentBytes < 64 * mebibyte) {
          sentBytes += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const answer = await answerOf(open(proxy).end());
    for (let turn = 0; turn < 20; turn += 1) {
      const other = await answerOf(open(proxy, { path: '/v2/acts' }).end());
      await buffer(other);
    }
    expect(sentBytes).toBeLessThan(32 * mebibyte);
    expect(await buffer(answer)).toHaveLength(64 * mebibyte);
  });

  it('pass byte for byte as they were compressed, in both directions', async () => {
    const json = JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, text: 'text' })));
    const packed = gzipSync(json);
    const pushed = brotliCompressSync(json);
    const received = promised<{ headers: IncomingMessage['headers']; body: Buffer }>();
    const proxy = await start((request, response) => {
      void buffer(request).then((body) => received.bring({ headers: request.headers, body }));
      const headers = {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
        'Content-Length': packed.length,
      };
      response.writeHead(201, headers).end(packed);
    });
    const headers = {
      'Content-Encoding': 'br',
      'Content-Length': String(pushed.length),
      'Accept-Encoding': 'gzip, br',
    };
    const answer = await answerOf(open(proxy, { method: 'POST', headers }).end(pushed));
    const body = await buffer(answer);
    const { headers: sent, body: arrived } = await received.value;
    expect(arrived).toEqual(pushed);
    expect(sent).toMatchObject({ 'content-encoding': 'br', 'content-length': String(pushed.length) });
    expect(body).toEqual(packed);
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(packed.length) });
  });

  it('stream while they are compressed on the way, however long they say they are', async () => {
    const response = promised<ServerResponse>();
    const half = Buffer.alloc(4 * mebibyte, '[1]');
    const proxy = await start((_request, sent) => {
      sent.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 2 * half.length }).write(half);
      response.bring(sent);
    });
    const answer = await answerOf(open(proxy, { headers: { 'Accept-Encoding': 'gzip' } }).end());
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(answer.headers).not.toHaveProperty('content-length');
    const begun = once(answer, 'data');
    const packed = buffer(answer);
    await begun;
    (await response.value).end(half);
    expect(gunzipSync(await packed).equals(Buffer.concat([half, half]))).toBe(true);
  });

  it('do not begin on a request that has none', async () => {
    const seen = promised<IncomingMessage['headers']>();
    const proxy = await start((request, response) => {
      seen.bring(request.headers);
      response.writeHead(204).end();
    });
    expect((await answerOf(open(proxy, { method: 'DELETE' }).end())).statusCode).toBe(204);
    expect(Object.keys(await seen.value)).not.toContain('transfer-encoding');
  });
});

describe('what breaks off', () => {
  it('ends the request to the upstream when the caller goes before the answer', async () => {
    const received = promised<IncomingMessage>();
    const proxy = await start((request) => received.bring(request));
    const sent = open(proxy).end();
    const request = await received.value;
    sent.destroy();
    await once(request.socket, 'close');
    expect(request.socket.destroyed).toBe(true);
  });

  it('ends the request to the upstream when the caller goes during the answer', async () => {
    const received = promised<IncomingMessage>();
    const proxy = await start((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('[1,');
      received.bring(request);
    });
    const answer = await answerOf(open(proxy).end());
    answer.on('error', () => undefined);
    answer.destroy();
    const { socket } = await received.value;
    if (!socket.destroyed) await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  it('cuts the request to the upstream when the caller stops in the middle of a body', async () => {
    const received = promised<IncomingMessage>();
    const proxy = await start((request) => received.bring(request));
    const sent = open(proxy, { method: 'POST', headers: { 'Content-Length': '10' } });
    sent.write('[1,');
    const request = await received.value;
    const whole = buffer(request);
    sent.destroy();
    await expect(whole).rejects.toThrow('aborted');
  });

  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
  it.each([
    ['shorter than it said', `${head}Content-Length: 99\r\n\r\n[1,`],
    ['in a chunk', `${head}Transfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n`],
  ])('cuts items that the upstream cuts %s, and sends nothing in their place', async (_where, bytes) => {
    const proxy = await start(answersRaw(bytes));
    const answer = await answerOf(open(proxy).end());
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [error] = await once(answer, 'error');
    expect(error).toMatchObject({ message: 'aborted' });
    expect(answer.statusCode).toBe(200);
    expect(String(Buffer.concat(chunks))).toBe('[1,');
  });

  it('cuts a body that ends with its connection when that is reset', async () => {
    const received = promised<IncomingMessage>();
    const proxy = await start((request) => {
      request.socket.write(`${head}\r\n[1,`);
      received.bring(request);
    });
    const answer = await answerOf(open(proxy).end());
    await once(answer, 'data');
    const whole = buffer(answer);
    (await received.value).socket.resetAndDestroy();
    await expect(whole).rejects.toThrow('aborted');
  });
});

describe('an upstream that refuses a body before it has read it', () => {
  it('gives the caller that refusal', async () => {
    const proxy = await start(refusesEarly);
    for (let round = 0; round < 10; round += 1) {
      const sent = open(proxy, { method: 'POST' });
      const answer = answerOf(sent);
      sent.end(Buffer.alloc(20 * mebibyte, ' '));
      const { statusCode } = await answer;
      expect(statusCode).toBe(413);
      expect(JSON.parse(String(await buffer(await answer)))).toMatchObject({ error: { type: 'request-too-large' } });
    }
  });
});

describe('a caller in the same process, whose going away nothing but its streams tells', () => {
  async function startHere(behaviour: Behaviour): Promise<(request: Request) => Promise<Response>> {
    const upstream = await startServer(behaviour);
    running.push(upstream);
    return createUpstream({ address: readUpstreamAddress(upstream.origin) });
  }

  it('ends the request to the upstream by cancelling the answer', async () => {
    const received = promised<IncomingMessage>();
    const ask = await startHere((request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('[1,');
      received.bring(request);
    });
    const response = await ask(new Request(`http://localhost${items}`));
    const { socket } = await received.value;
    await response.body?.cancel();
    if (!socket.destroyed) await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  it('cuts the request to the upstream when its body fails', async () => {
    const received = promised<IncomingMessage>();
    const ask = await startHere((request) => received.bring(request));
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: readable, duplex: 'half' };
    const answer = ask(new Request(`http://localhost${items}`, init));
    const refused = expect(answer).rejects.toMatchObject({ status: 400, type: 'invalid-request' });
    await writer.write(Buffer.from('[1,'));
    const whole = buffer(await received.value);
    await Promise.all([expect(whole).rejects.toThrow('aborted'), refused, writer.abort()]);
  });

  it('has what is left of a refused body read, so that it comes to read the refusal', async () => {
    const ask = await startHere(refusesEarly);
    const end = promised<'end'>();
    let left = 20;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        left -= 1;
        if (left >= 0) return controller.enqueue(Buffer.alloc(mebibyte));
        controller.close();
        end.bring('end');
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const response = await ask(new Request(`http://localhost${items}`, init));
    expect(response.status).toBe(413);
    expect(await end.value).toBe('end');
  });
});
