/**
 * The levels of the counted index, finest first: a bucket of level `n` covers 2^`listLevelBits[n]` consecutive values of
 * `seq`. Each bucket holds 64 of the next finer level, and the finest holds 256 datasets.
 */
export const listLevelBits = [8, 14, 20] as const;

/** The level that totals are summed over: one row for each million of datasets. */
export const topListLevel = listLevelBits.length - 1;

/** The bucket of `seq` at a level. Divides instead of shifting, which JavaScript does in 32 bits. */
export function listBucket(seq: number, level: number): number {
  return Math.floor(seq / bucketSize(level));
}

/** The first `seq` of a bucket. */
export function firstSeqOfBucket(bucket: number, level: number): number {
  return bucket * bucketSize(level);
}

/** The buckets of the next finer level that a bucket is made of: from, up to and without. */
export function finerBuckets(bucket: number, level: number): { readonly from: number; readonly to: number } {
  const each = bucketSize(level) / bucketSize(level - 1);
  return { from: bucket * each, to: (bucket + 1) * each };
}

function bucketSize(level: number): number {
  return 2 ** (listLevelBits[level] ?? 0);
}
