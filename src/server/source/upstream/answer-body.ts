import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import * as v from 'valibot';
import { createDeadline } from './deadline.ts';
import { invalidAnswer, stalled, transportError, unreachable } from './upstream-error.ts';

/** How much of an answer is held to look into it. A page of 1,000 datasets is about 300 KB; a larger one streams. */
const maxCheckedBytes = 1024 * 1024;

const shapes = {
  error: {
    schema: v.object({ error: v.object({ type: v.string(), message: v.string() }) }),
    name: 'an error of the API',
  },
  data: { schema: v.object({ data: v.looseObject({}) }), name: 'an answer of the API' },
};

type Bytes = Uint8Array<ArrayBuffer>;

async function readStart(chunks: AsyncIterator<Bytes>): Promise<{ first: Bytes[]; whole: boolean }> {
  const first: Bytes[] = [];
  let bytes = 0;
  while (bytes <= maxCheckedBytes) {
    const { done, value } = await chunks.next();
    if (done) return { first, whole: true };
    first.push(value);
    bytes += value.byteLength;
  }
  return { first, whole: false };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The body of an answer that must be of a `shape` of the API, byte for byte as it came, its length in `headers`. Where it holds
 * `serverToken`, the token is blotted out and `headers` say nothing of the old bytes any more. Throws 502
 * `upstream-invalid-response` for another shape, and what `answerChunks` throws.
 */
export async function checkedBody(options: {
  answer: IncomingMessage;
  host: string;
  headers: Headers;
  shape: keyof typeof shapes;
  idleTimeoutMs: number;
  serverToken: string | undefined;
}): Promise<Bytes | ReadableStream<Bytes>> {
  const { answer, host, headers, shape, idleTimeoutMs, serverToken } = options;
  const chunks = answerChunks(answer, { host, idleTimeoutMs });
  const { first, whole } = await readStart(chunks);
  if (!whole && shape === 'data') return streamedBody({ first, rest: chunks, answer });
  const bytes = Buffer.concat(first);
  const text = whole ? await decodedText(bytes, headers.get('content-encoding')) : undefined;
  const { schema, name } = shapes[shape];
  if (text === undefined || !v.is(schema, parsed(text))) {
    throw invalidAnswer(host, `answered with status ${answer.statusCode} and JSON that is not ${name}`);
  }
  if (serverToken === undefined || !text.includes(serverToken)) {
    headers.set('content-length', String(bytes.byteLength));
    return bytes;
  }
  const blotted = Buffer.from(text.replaceAll(serverToken, '[token]'));
  for (const name of ['content-encoding', 'etag', 'digest']) headers.delete(name);
  headers.set('content-length', String(blotted.byteLength));
  return blotted;
}

const maxDecodedBytes = 16 * 1024 * 1024;

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const decoders: Readonly<Record<string, Decode>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  'x-gzip': promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  deflate: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate),
  br: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(brotliDecompress),
};

/** The text of a body with this `Content-Encoding`; `undefined` when it cannot be read, or only in too much memory. */
async function decodedText(bytes: Uint8Array, contentEncoding: string | null): Promise<string | undefined> {
  const decode = decoders[(contentEncoding ?? 'identity').trim().toLowerCase()];
  if (decode === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await decode(bytes, { maxOutputLength: maxDecodedBytes }));
  } catch {
    return undefined;
  }
}

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
