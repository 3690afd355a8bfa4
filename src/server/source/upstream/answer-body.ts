import type { IncomingMessage } from 'node:http';
import { createDeadline } from './deadline.ts';
import { stalled, transportError, unreachable } from './upstream-error.ts';

/**
 * The bytes of an answer as they come, one read at a time. Throws 504 `upstream-timeout` when none come for `idleTimeoutMs`
 * (a caller that reads slowly does not count), and 502 when the connection is cut before the end.
 */
export async function* answerChunks(
  answer: IncomingMessage,
  options: { host: string; idleTimeoutMs: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const { host, idleTimeoutMs } = options;
  const deadline = createDeadline(idleTimeoutMs, () => answer.destroy(stalled(host, idleTimeoutMs)));
  try {
    deadline.start();
    for await (const chunk of answer) {
      deadline.stop();
      yield chunk;
      deadline.start();
    }
  } catch (error) {
    throw transportError(host, error);
  } finally {
    deadline.stop();
  }
  if (!answer.complete) throw unreachable(host, 'connection cut');
}

/** A body that yields `first` and then what is left of `rest`; cancelling it ends the answer and its connection. */
export function streamedBody(options: {
  first: readonly Uint8Array<ArrayBuffer>[];
  rest: AsyncIterator<Uint8Array<ArrayBuffer>>;
  answer: IncomingMessage;
}): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { first, rest, answer } = options;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        for (const chunk of first) controller.enqueue(chunk);
      },
      async pull(controller) {
        const { done, value } = await rest.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        answer.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
