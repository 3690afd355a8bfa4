import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { ApiError } from '../../contract/api-error.ts';
import type { ErrorType } from '../../contract/error-type.ts';
import { errorResponse } from './error-response.ts';
import { apiHeaders } from './security-headers.ts';

/** What Node's parser says of bytes that are no request, and the status for it. */
const parserStatuses: ReadonlyMap<string, number> = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** Answers what is no HTTP request in the shape of every other error; there is no request to answer through. */
function answerBadBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) return;
  const status = parserStatuses.get(error.code ?? '') ?? 400;
  const message = `The request is not readable as HTTP: ${STATUS_CODES[status]}.`;
  const body = JSON.stringify({ error: { type: 'invalid-request', message } });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(apiHeaders).map(([name, value]) => `${name}: ${value}`),
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function notARequest(): ApiError {
  const type: ErrorType = 'invalid-request';
  const message = 'The address or the Host header of the request is not valid.';
  return new ApiError({ status: 400, type, message, headers: apiHeaders });
}

/**
 * A Node server, not yet listening, that answers with `app`. What cannot become a `Request` (no `Host`, an address that is
 * none, bytes that are no HTTP) is 400 in the contract's shape too.
 */
export function createHttpServer(app: Hono): Server {
  const listener = getRequestListener(app.fetch, {
    errorHandler: () => errorResponse(notARequest()),
  });
  // Without the header Node would answer by itself, with no body.
  const server = createServer({ requireHostHeader: false }, listener);
  server.on('clientError', answerBadBytes);
  return server;
}
