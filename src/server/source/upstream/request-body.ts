import { ApiError } from '../../../contract/api-error.ts';

/** 400: the caller stopped in the middle of what it was sending, and will hardly read this. */
export function bodyBrokeOff(): ApiError {
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
