import { brotliCompressSync, constants } from 'node:zlib';
import { median } from '../statistics.ts';

/** What it costs to compress one body, and what it gains. */
export interface CompressionCost {
  readonly bytes: number;
  readonly compressedBytes: number;
  /** Processor time of one compression, the median of many. */
  readonly costMs: number;
}

const runs = 50;

/** Compresses with brotli at quality 1, as the server does. */
export function measureCompression(body: Uint8Array): CompressionCost {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 1,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
  };
  const costs = Array.from({ length: runs }, () => {
    const startedAtMs = performance.now();
    brotliCompressSync(body, { params });
    return performance.now() - startedAtMs;
  });
  return {
    bytes: body.byteLength,
    compressedBytes: brotliCompressSync(body, { params }).byteLength,
    costMs: median(costs),
  };
}

/** The speed of a line, in Mbit/s, on which the bytes saved take as long as the compression: on a slower one it pays. */
export function breakEvenMbitPerSecond({ bytes, compressedBytes, costMs }: CompressionCost): number {
  return ((bytes - compressedBytes) * 8) / (costMs * 1000);
}
