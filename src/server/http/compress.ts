import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Statuses whose responses have no body (204, 304) or a byte range of one (206), which compressing would make useless. */
const leftAlone: readonly number[] = [204, 206, 304];

/** A longer body is compressed as it comes, so that memory stays bounded whatever another server sends. */
const maxWholeBytes = 4 * 1024 * 1024;

function mayCompress({ status, headers }: Response): boolean {
  if (leftAlone.includes(status) || headers.has('Content-Encoding')) return false;
  const length = headers.get('Content-Length');
  return isCompressible(headers.get('Content-Type')) && (length === null || Number(length) >= minCompressedBytes);
}

function addVary(headers: Headers): void {
  const vary = headers.get('Vary') ?? '';
  if (!/(?:^|,)\s*(?:\*|accept-encoding)\s*(?:,|$)/i.test(vary)) headers.append('Vary', 'Accept-Encoding');
}

/** A response of the same status and headers with its body compressed; `isHead` leaves the body out. */
async function compressed(
  response: Response,
  { encoding, isHead }: { encoding: Compression; isHead: boolean },
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set('Content-Encoding', encoding);
  headers.delete('Content-Length');
  const init = { status: response.status, headers };
  if (isHead) return new Response(null, init);
  if (Number(response.headers.get('Content-Length') ?? Infinity) > maxWholeBytes) {
    return new Response(response.body && compressStream(response.body, encoding), init);
  }
  const body = await compressWhole(new Uint8Array(await response.arrayBuffer()), { encoding });
  headers.set('Content-Length', String(body.byteLength));
  return new Response(body, init);
}

/**
 * Compresses responses for clients that accept it. A body that says its length, and is not too long, is compressed whole; any
 * other is a stream and stays one. What is compressed already is left as it is.
 */
export function compressResponse(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const response = c.res;
    if (!mayCompress(response)) return;
    addVary(response.headers);
    const encoding = chooseEncoding(c.req.header('accept-encoding'));
    if (encoding === 'identity') return;
    const smaller = await compressed(response, { encoding, isHead: c.req.method === 'HEAD' });
    // Hono merges the headers of the old response into the new one unless the old one is taken away first.
    c.res = undefined;
    c.res = smaller;
  };
}

/** How a response can be sent; `identity` is without compression. */
export type ResponseEncoding = 'br' | 'gzip' | 'identity';

/** In our order of preference: brotli is the smaller of the two at the same cost. */
const compressedForms = ['br', 'gzip'] as const;

/** The weight of each coding in an `Accept-Encoding` header (RFC 9110, 12.5.3); what cannot be read weighs nothing. */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [, coding, q = '1'] = /^\s*([^\s;]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(part) ?? [];
    if (coding !== undefined) weights.set(coding, Number(q));
  }
  return weights;
}

/** The best encoding that a client accepts: the one it gives most weight, brotli before gzip, `identity` without a wish. */
export function chooseEncoding(acceptEncoding: string | null | undefined): ResponseEncoding {
  const weights = readWeights(acceptEncoding ?? '');
  const weightOf = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0;
  let best: ResponseEncoding = 'identity';
  let bestWeight = weights.get('identity') ?? 0;
  for (const coding of [...compressedForms].reverse()) {
    const weight = weightOf(coding);
    if (weight > 0 && weight >= bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}

/** Below this a compressed body saves less than its headers and the time cost. */
export const minCompressedBytes = 1024;

const compressibleType =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]+\+)?(?:json|x-ndjson|jsonl|xml|javascript)\b|image\/svg\+xml)/i;

/** Whether bodies of this `Content-Type` get smaller by compression; pictures and fonts are compressed as they are. */
export function isCompressible(contentType: string | null): boolean {
  return compressibleType.test(contentType ?? '');
}

export type Compression = 'br' | 'gzip';

const { BROTLI_OPERATION_FLUSH, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, Z_SYNC_FLUSH } = constants;
/** The fastest level of each: for JSON they save three quarters of the bytes in a millisecond; better ones cost far more. */
const fastestLevel = 1;
const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Compresses a body that is all there, on another thread. */
export function compressWhole(
  body: Uint8Array,
  { encoding, level = fastestLevel }: { encoding: Compression; level?: number },
): Promise<Buffer<ArrayBuffer>> {
  if (encoding === 'gzip') return gzipAsync(body, { level });
  const params = { [BROTLI_PARAM_QUALITY]: level, [BROTLI_PARAM_SIZE_HINT]: body.byteLength };
  return brotliAsync(body, { params });
}

function createCompressor(encoding: Compression) {
  if (encoding === 'gzip') return createGzip({ level: fastestLevel, flush: Z_SYNC_FLUSH });
  return createBrotliCompress({ params: { [BROTLI_PARAM_QUALITY]: fastestLevel }, flush: BROTLI_OPERATION_FLUSH });
}

/**
 * Compresses a body as it comes: each chunk goes on at once, no faster than the reader takes them. When the body fails the
 * stream fails, so that what was cut never looks whole; when the reader leaves, the body is cancelled.
 */
function compressStream(body: ReadableStream<Uint8Array>, encoding: Compression): ReadableStream<Uint8Array> {
  const compressor = createCompressor(encoding);
  // The global stream and that of node:stream/web are one class under two names.
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  pipeline(source, compressor, () => {
    // An error has already ended both streams, and reaches whoever reads the compressed one.
  });
  return Readable.toWeb(compressor) as ReadableStream<Uint8Array>;
}
