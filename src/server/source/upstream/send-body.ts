import type { ClientRequest } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { discardBody } from '../../http/discard-body.ts';
import type { Deadline } from './deadline.ts';
import { bodyBrokeOff } from './request-body.ts';

/** How much of a body that nobody wants any more is read, so that its sender comes to read the answer. */
const maxDiscardedBytes = 64 * 1024 * 1024;

/** A piece that the connection takes at once, as a rule, so that none is on its way while an answer comes. */
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
