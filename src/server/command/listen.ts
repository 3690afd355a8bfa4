import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { CommandError } from './flags.ts';

/** A port that this process listens on. Requests wait until `serve` says who answers them. */
export interface Listener {
  /** The real port, also where any free one was asked for. */
  readonly port: number;
  /** More than one where the port is taken on several addresses. */
  readonly servers: readonly Server[];
  serve(handler: RequestListener): void;
  /**
   * Takes no more connections, and resolves when the running requests are answered; those that still run after `graceMs` are
   * cut off.
   */
  close(graceMs: number): Promise<void>;
}

/** `localhost` stands for either of these, depending on the machine. */
const loopbackAddresses = ['127.0.0.1', '::1'];
/** How often another free port is tried where the one that was found is taken on the second address. */
const maxAttempts = 20;

/**
 * Listens on a port. For 127.0.0.1 and `localhost` it is taken on ::1 too, so that http://localhost reaches this server whichever of the
 * two addresses the name stands for.
 * @throws CommandError when that is not possible
 */
export async function listen({ port, host }: { port: number; host: string }): Promise<Listener> {
  const hosts = ['127.0.0.1', 'localhost'].includes(host.toLowerCase()) ? loopbackAddresses : [host];
  const ready = createHandlerSlot();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const servers = await listenOnAll({ port, hosts, handler: ready.handler });
      return { port: portOf(servers), servers, serve: ready.fill, close: (graceMs) => closeAll(servers, graceMs) };
    } catch (error) {
      const isTaken = codeOf(error) === 'EADDRINUSE';
      if (!(port === 0 && isTaken && attempt < maxAttempts)) throw listenError(error, { port, host });
    }
  }
}

/** A handler that makes requests wait until it is known who answers them. */
function createHandlerSlot(): { handler: RequestListener; fill: (handler: RequestListener) => void } {
  const waiting: Parameters<RequestListener>[] = [];
  let filled: RequestListener | undefined;
  return {
    handler(...request) {
      if (filled) filled(...request);
      else waiting.push(request);
    },
    fill(handler) {
      filled = handler;
      for (const request of waiting.splice(0)) handler(...request);
    },
  };
}

async function listenOnAll(options: {
  port: number;
  hosts: readonly string[];
  handler: RequestListener;
}): Promise<readonly [Server, ...Server[]]> {
  const [host = '', ...others] = options.hosts;
  const first = await listenOn({ port: options.port, host, handler: options.handler });
  const servers: [Server, ...Server[]] = [first];
  try {
    for (const other of others) {
      servers.push(await listenOn({ port: portOf(servers), host: other, handler: options.handler }));
    }
  } catch (error) {
    // A machine without IPv6 has no ::1, and needs none.
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error))) {
      await closeAll(servers, 0);
      throw error;
    }
  }
  return servers;
}

function listenOn({ port, host, handler }: { port: number; host: string; handler: RequestListener }): Promise<Server> {
  // A request without `Host` is answered 400 by our own code, in the shape of the API's errors.
  const server = createServer({ requireHostHeader: false }, handler);
  server.on('clientError', answerBrokenRequest);
  // An unknown `Expect` is ignored (RFC 9110, 10.1.1), because Node's own answer, 417, is not in the shape of the API's errors.
  server.on('checkExpectation', handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function portOf([first]: readonly [Server, ...Server[]]): number {
  // A server that listens on a host and a port, not on a pipe, has an address of this form.
  return (first.address() as AddressInfo).port;
}

async function closeAll(servers: readonly Server[], graceMs: number): Promise<void> {
  const cutOff = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, graceMs);
  await Promise.all(servers.map(closeOne));
  clearTimeout(cutOff);
}

function closeOne(server: Server): Promise<void> {
  // A connection that is kept alive becomes idle only with the answer to its request.
  const closeIdle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(closeIdle);
      resolve();
    });
  });
}

/** How soon after its last answer a connection is closed. */
const idleCheckMs = 20;

function listenError(error: unknown, { port, host }: { port: number; host: string }): CommandError {
  const messages: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is taken: another program listens on it, perhaps another Setlist. Choose another with --port; 0 is any free one.`,
    EACCES: `No permission to listen on port ${port}: choose one above 1023 with --port.`,
    EADDRNOTAVAIL: `Cannot listen on ${host}: it is not an address of this machine.`,
    ENOTFOUND: `Cannot listen on ${host}: there is no host of that name.`,
    EAI_AGAIN: `Cannot listen on ${host}: there is no host of that name.`,
  };
  const reason = error instanceof Error ? error.message : String(error);
  return new CommandError(messages[codeOf(error)] ?? `Cannot listen on ${host}, port ${port}: ${reason}.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const statuses: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The address and headers of the request are too long' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive' },
};

/**
 * Answers bytes that Node cannot read as a request with an error in the API's shape, and ends the connection. No other code of ours
 * sees such a request.
 */
export function answerBrokenRequest(
  error: Error & { code?: string },
  socket: Duplex & { bytesWritten?: number },
): void {
  // A second answer would become a part of the one that is under way.
  if (!socket.writable || socket.bytesWritten !== 0) {
    socket.destroy();
    return;
  }
  const { status, message } = statuses[error.code ?? ''] ?? { status: 400, message: 'The request is not valid HTTP' };
  const body = JSON.stringify({ error: { type: 'invalid-request', message } });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
