import type { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { ApiError } from '../../../contract/api-error.ts';
import { discardBody } from '../../http/body.ts';
import type { Deadline } from './deadline.ts';

/** 400 for a caller that stopped in the middle of its body. It will hardly read this. */
function bodyBrokeOff(): ApiError {
  return new ApiError({ status: 400, type: 'invalid-request', message: 'The body of the request broke off' });
}

async function* chunksOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  first: readonly Uint8Array[],
): AsyncGenerator<Uint8Array, void> {
  yield* first;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * The body of a request piece by piece, `null` when it has none. A request that came over a connection has a stream even for
 * no body: where no header tells, the first piece does, so that a DELETE does not go on with an empty body. Throws 400
 * `invalid-request` when the body breaks off before that.
 */
export async function requestBody(request: Request): Promise<AsyncIterator<Uint8Array, void> | null> {
  const { body, headers } = request;
  const length = headers.get('content-length');
  if (body === null || length === '0') return null;
  const reader = body.getReader();
  if (length !== null || headers.has('transfer-encoding')) return chunksOf(reader, []);
  const { done, value } = await reader.read().catch(() => {
    throw bodyBrokeOff();
  });
  return done ? null : chunksOf(reader, [value]);
}

/** How much of an unwanted body is read, so that its sender gets to read the answer. */
const maxDiscardedBytes = 64 * 1024 * 1024;

/** The size of a piece of a body. The connection takes this much at once as a rule, so that no piece is in transit when an answer comes. */
const maxPieceBytes = 64 * 1024;

/** Resolves when `request` takes more bytes, or none any more. */
function drained(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      request.off('drain', done).off('close', done);
      resolve();
    };
    request.on('drain', done).on('close', done);
  });
}

/** Writes `bytes`, no faster than they are taken. */
async function write(request: ClientRequest, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.byteLength && !request.destroyed; start += maxPieceBytes) {
    if (!request.write(bytes.subarray(start, start + maxPieceBytes))) await drained(request);
    // Lets an answer that has already come be read before the next write finds the connection closed, and drops it.
    await setImmediate();
  }
}

/**
 * Sends `body` as the body of `request`, no faster than the upstream reads it. `deadline` counts only while the upstream is
 * waited for, not while the caller is. A body that breaks off cuts the request, so that it never arrives as if it were whole.
 * When the request ends first (an early 413), what is left of the body is read and thrown away: a caller that is cut off
 * while it sends may never see the answer. Never rejects.
 */
export async function sendBody(
  request: ClientRequest,
  body: AsyncIterator<Uint8Array, void>,
  deadline: Deadline,
): Promise<void> {
  try {
    for (;;) {
      deadline.stop();
      const { done, value } = await body.next();
      if (request.destroyed) return await discardBody(body, maxDiscardedBytes);
      deadline.start();
      if (done) break;
      await write(request, value);
    }
    request.end();
  } catch {
    request.destroy(bodyBrokeOff());
  }
}
