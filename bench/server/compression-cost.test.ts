import { expect, it } from 'vitest';
import { breakEvenMbitPerSecond, measureCompression } from './compression-cost.ts';

it('compresses what repeats', () => {
  const { bytes, compressedBytes, costMs } = measureCompression(Buffer.from('{"name":null}'.repeat(1000)));
  expect(bytes).toBe(13_000);
  expect(compressedBytes).toBeLessThan(bytes / 10);
  expect(costMs).toBeGreaterThan(0);
});

it('breaks even where the line sends the saved bytes in the time of the compression', () => {
  expect(breakEvenMbitPerSecond({ bytes: 225_000, compressedBytes: 100_000, costMs: 1 })).toBe(1000);
});
