import { once } from 'node:events';
import { request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { CommandError } from './flags.ts';
import { type Listener, listen } from './listen.ts';

const host = '127.0.0.1';
const open: Listener[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
});

async function start(options = { port: 0, host }): Promise<Listener> {
  const listener = await listen(options);
  open.push(listener);
  return listener;
}

const get = (port: number, name = host) => fetch(`http://${name}:${port}/`);

describe('listen', () => {
  it('lets requests wait until it is known who answers them', async () => {
    const listener = await start();
    const early = get(listener.port);
    listener.serve((_, response) => response.end('here'));
    expect(await (await early).text()).toBe('here');
    expect(await (await get(listener.port)).text()).toBe('here');
  });

  it('answers a request that expects what nobody knows', async () => {
    const listener = await start();
    listener.serve((_, response) => response.end('here'));
    const asked = request({ port: listener.port, host, headers: { Expect: 'something' } }).end();
    const [response] = await once(asked, 'response');
    expect([response.statusCode, await text(response)]).toEqual([200, 'here']);
  });

  it('listens on both loopback addresses where there are two', async () => {
    const listener = await start();
    listener.serve((_, response) => response.end('here'));
    for (const server of listener.servers) {
      const address = server.address();
      const at = typeof address === 'object' && address?.family === 'IPv6' ? '[::1]' : host;
      expect(await (await get(listener.port, at)).text()).toBe('here');
    }
  });

  it.each([host, 'localhost'])('says that the port is taken on %s', async (name) => {
    const { port } = await start();
    await expect(listen({ port, host: name })).rejects.toThrow(
      `Port ${port} is taken: another program listens on it, perhaps another Setlist.`,
    );
  });

  it('says that the port is taken when it is so on the second address alone, and lets go of the first', async () => {
    const second = await start({ port: 0, host: '::1' }).catch(() => undefined);
    if (second === undefined) return;
    await expect(listen({ port: second.port, host })).rejects.toThrow(/is taken/);
    const { port } = await start({ port: second.port, host: '127.0.0.2' });
    expect(port).toBe(second.port);
  });

  it('says that the host is not of this machine', async () => {
    await expect(listen({ port: 0, host: '192.0.2.1' })).rejects.toThrow(CommandError);
    await expect(listen({ port: 0, host: '192.0.2.1' })).rejects.toThrow(
      '192.0.2.1: it is not an address of this machine',
    );
  });

  it('answers what is no request with an error of the API', async () => {
    const listener = await start();
    listener.serve((_, response) => response.end());
    const socket = connect(listener.port, host);
    socket.write('this is not HTTP\r\n\r\n');
    const [head, body] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(body ?? '')).toMatchObject({ error: { type: 'invalid-request' } });
  });

  it('answers headers that are too long with an error of the API', async () => {
    const listener = await start();
    listener.serve((_, response) => response.end());
    const response = await fetch(`http://${host}:${listener.port}/`, { headers: { 'x-long': 'a'.repeat(20_000) } });
    expect(response.status).toBe(431);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid-request' } });
  });
});

/** A server whose one request is running: `answer` ends it. */
async function withRunningRequest(): Promise<{ listener: Listener; answer: () => void; body: Promise<string> }> {
  const listener = await start();
  const arrived = new Promise<ServerResponse>((resolve) => {
    listener.serve((_, response) => resolve(response));
  });
  const sent = request({ host, port: listener.port, headers: { connection: 'keep-alive' } }).end();
  const body = once(sent, 'response').then(([response]) => text(response));
  const response = await arrived;
  return { listener, answer: () => void response.end('done'), body };
}

describe('close', () => {
  it('finishes the running request, takes no new ones, and leaves no connection', async () => {
    const { listener, answer, body } = await withRunningRequest();
    const closed = listener.close(10_000);
    await expect(get(listener.port)).rejects.toThrow();
    answer();
    expect(await body).toBe('done');
    await closed;
  });

  it('cuts off what takes too long', async () => {
    const { listener, body } = await withRunningRequest();
    const cut = expect(body).rejects.toThrow();
    await listener.close(50);
    await cut;
  });
});
