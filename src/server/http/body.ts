import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ApiError } from '../../contract/api-error.ts';
import { invalidRequest, shortened } from './errors.ts';

/** CONTRACT: a body above this is 413, after decompression. */
const maxBodyBytes = 9_437_184;

const decompressors: ReadonlyMap<string, () => NodeJS.ReadWriteStream> = new Map([
  ['gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function tooLarge(): ApiError {
  return new ApiError({
    status: 413,
    type: 'request-too-large',
    message: `The body is larger than ${maxBodyBytes} bytes (after decompression).`,
  });
}

/** The steps that undo a `Content-Encoding`: none, or one. Throws 415 for one that we do not know, and for several. */
function decompressionSteps(contentEncoding: string | null): readonly NodeJS.ReadWriteStream[] {
  const encoding = (contentEncoding ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return [];
  const create = decompressors.get(encoding);
  if (create !== undefined) return [create()];
  throw new ApiError({
    status: 415,
    type: 'unsupported-content-encoding',
    message: `Content-Encoding "${shortened(encoding)}" is not supported: send identity, gzip, deflate or br, and only one.`,
    headers: { 'Accept-Encoding': 'gzip, deflate, br' },
  });
}

/** Collects what is written to it. Fails with 413 at the first chunk that goes beyond the bound. */
function collector(chunks: Uint8Array[]): Writable {
  let bytes = 0;
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > maxBodyBytes) return done(tooLarge());
      chunks.push(chunk);
      return done();
    },
  });
}

/**
 * The bytes of a body as they were sent, up to the bound, which holds for compressed bytes too. When the reader stops early, the rest
 * of the body up to the bound is read and thrown away, so that the connection can be used again, as the answer promises.
 */
async function* sentChunks(body: NodeReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body.values({ preventCancel: true })) {
      bytes += chunk.byteLength;
      if (bytes > maxBodyBytes) throw tooLarge();
      yield chunk;
    }
  } finally {
    // This is not waited for, and fails unnoticed when the client closes the connection meanwhile.
    discardBody(body.values(), maxBodyBytes - bytes).catch(() => undefined);
  }
}

/**
 * The body of a request, decompressed. It is read and inflated a piece at a time and not beyond the bound, so that neither a
 * large body nor a decompression bomb costs more memory than that. Throws 413, 415, and 400 for one that is cut or not what it claims.
 */
export async function readBody(request: Request): Promise<Uint8Array> {
  const contentEncoding = request.headers.get('content-encoding');
  const steps = decompressionSteps(contentEncoding);
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  // The global stream and that of node:stream/web are one class under two names.
  const sent = Readable.from(sentChunks(request.body as NodeReadableStream<Uint8Array>), { objectMode: false });
  const chunks: Uint8Array[] = [];
  try {
    await pipeline([sent, ...steps, collector(chunks)]);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw invalidRequest(
      steps.length > 0
        ? `The body is not whole, valid data of its Content-Encoding (${shortened(contentEncoding ?? '')}).`
        : 'The body broke off before its end.',
    );
  }
  return Buffer.concat(chunks);
}

/** The text of a body. Throws as `readBody` does, and 400 when it is not UTF-8. */
export async function readTextBody(request: Request): Promise<string> {
  const bytes = await readBody(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidRequest('The body is not valid UTF-8.');
  }
}

/** What a request's body says as JSON, or `whenEmpty` when it says nothing. Throws as `readTextBody` does, and 400. */
export async function readJsonBody(request: Request, options?: { whenEmpty: unknown }): Promise<unknown> {
  const text = await readTextBody(request);
  if (text.trim() !== '') return parseJson(text, 'The body');
  if (options === undefined) throw invalidRequest('The body is empty; it must be JSON.');
  return options.whenEmpty;
}

/** Reads JSON; `what` is what an error calls it. Throws 400 `invalid-request`. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `: ${error.message}` : '';
    throw invalidRequest(`${what} is not valid JSON${reason}.`);
  }
}

/** Reads what is left of a body, at most about `maxBytes` of it, and throws it away. Rejects when the body breaks off. */
export async function discardBody(body: AsyncIterator<Uint8Array, void>, maxBytes: number): Promise<void> {
  for (let bytes = 0; bytes <= maxBytes; ) {
    const { done, value } = await body.next();
    if (done) return;
    bytes += value.byteLength;
  }
  await body.return?.();
}
