import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A request as it arrived. */
interface SeenRequest {
  readonly method: string;
  /** The request target, byte for byte. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
}

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly host: string;
  readonly seen: readonly SeenRequest[];
  /** How many connections were ever made to it. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A server on a free port of 127.0.0.1 that does to every request what `behaviour` says, and notes what it was sent. */
export async function startServer(behaviour: Behaviour): Promise<TestServer> {
  const seen: SeenRequest[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push({ method: request.method ?? '', target: request.url ?? '', headers: request.headers });
    behaviour(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port, not on a pipe, has an address of this form.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, seen, connections: () => connections, close };
}

/** Answers with these bytes and headers. */
export function answers(options: {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}): Behaviour {
  const { status = 200, headers = {}, body = '' } = options;
  return (request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  };
}

/** Answers with JSON. */
export function answersJson(
  value: unknown,
  options: { status?: number; headers?: Record<string, string | string[]> } = {},
): Behaviour {
  const { status = 200, headers = {} } = options;
  const type = { 'Content-Type': 'application/json; charset=utf-8' };
  return answers({ status, headers: { ...type, ...headers }, body: JSON.stringify(value) });
}

/** The page of some gateway in between. */
export function answersPage(status: number, headers: Record<string, string> = {}): Behaviour {
  const body = '<!doctype html><title>Gateway</title><script>alert("page")</script>';
  return answers({ status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body });
}

/** Sends another answer than node:http would: raw bytes, and then the connection ends. */
export function answersRaw(bytes: string): Behaviour {
  return (request) => {
    request.socket.end(bytes);
  };
}

/** Takes the request and never answers. */
export const staysSilent: Behaviour = (request) => {
  request.resume();
};

/** Cuts the connection instead of an answer. */
export const cutsConnection: Behaviour = (request) => {
  request.socket.resetAndDestroy();
};

/** Sends the head of an answer and `part` of its body, then nothing more. */
export function stallsAfter(part: string): Behaviour {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': part.length + 1000 });
    response.flushHeaders();
    response.write(part);
  };
}

/** Answers before it has read the body of the request, reads no more of it, and closes. */
export const refusesEarly: Behaviour = (request, response) => {
  request.pause();
  const body = JSON.stringify({ error: { type: 'request-too-large', message: 'The body is too large' } });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Connection: 'close' };
  response.writeHead(413, headers).end(body);
};
