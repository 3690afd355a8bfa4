import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const statuses: Readonly<Record<string, { readonly status: number; readonly message: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, message: 'The address and headers of the request are too long' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: 'The request took too long to arrive' },
};

/**
 * Answers what is not a request that Node can read, which is where no other code of ours comes to see it, with an error of
 * the API's shape, and ends the connection.
 */
export function answerBrokenRequest(
  error: Error & { code?: string },
  socket: Duplex & { bytesWritten?: number },
): void {
  // With an answer under way another one would become a part of it.
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
