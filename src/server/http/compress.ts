import { pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

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
export function compressStream(body: ReadableStream<Uint8Array>, encoding: Compression): ReadableStream<Uint8Array> {
  const compressor = createCompressor(encoding);
  // The global stream and that of node:stream/web are one class under two names.
  const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>);
  pipeline(source, compressor, () => {
    // An error has already ended both streams, and reaches whoever reads the compressed one.
  });
  return Readable.toWeb(compressor) as ReadableStream<Uint8Array>;
}
