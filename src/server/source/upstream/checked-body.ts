import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { answerChunks, streamedBody } from './answer-body.ts';
import { decodedText } from './decoded-text.ts';
import { invalidAnswer } from './upstream-error.ts';

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
