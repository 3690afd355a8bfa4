import { type BucketOptions, bucketsOf, type TimeBuckets } from '../../../engine/facets/time-buckets.ts';
import { timeSteps } from '../../../engine/facets/time-steps.ts';

/** One row of a list in the order of creation. */
export interface Probe {
  /** Rows before it. */
  readonly offset: number;
  readonly createdAtMs: number;
}

const noBuckets: TimeBuckets = { step: undefined, buckets: [], outside: 0, isApproximate: true };

/**
 * How many of `total` datasets were created when, by a few of them: between two probes they are taken to have come evenly. The
 * numbers of all buckets sum up to `total` when all of the time is shown. Probes whose time is no date, or before that of an earlier
 * row, are left out.
 */
export function probeBuckets(
  probes: readonly Probe[],
  options: BucketOptions & { readonly total: number },
): TimeBuckets {
  const { total, maxBuckets } = options;
  const samples = inOrder(probes, total);
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return { ...noBuckets, outside: total };
  const { range = { firstMs: first.createdAtMs, lastMs: last.createdAtMs } } = options;
  const steps = timeSteps({ ...range, ...(maxBuckets === undefined ? {} : { maxSteps: maxBuckets }) });
  const before = steps.boundsMs.map((timeMs) => rowsBefore(samples, { timeMs, total }));
  const buckets = bucketsOf(steps, (index) => ({
    count: (before[index + 1] ?? 0) - (before[index] ?? 0),
    marked: undefined,
  }));
  const shown = (before.at(-1) ?? 0) - (before[0] ?? 0);
  return { step: steps.step, buckets, outside: total - shown, isApproximate: true };
}

function inOrder(probes: readonly Probe[], total: number): Probe[] {
  const sorted = probes
    .filter(({ offset, createdAtMs }) => offset >= 0 && offset < total && !Number.isNaN(createdAtMs))
    .sort((a, b) => a.offset - b.offset);
  let latestMs = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ createdAtMs }) => {
    const isLater = createdAtMs >= latestMs;
    if (isLater) latestMs = createdAtMs;
    return isLater;
  });
}

/** About how many rows were created before a time: a whole number that never falls as time goes on. */
function rowsBefore(samples: readonly Probe[], options: { readonly timeMs: number; readonly total: number }): number {
  const { timeMs, total } = options;
  const next = samples.findIndex(({ createdAtMs }) => createdAtMs >= timeMs);
  if (next === 0) return 0;
  const after = samples[next];
  const before = samples.at(next - 1);
  if (after === undefined || before === undefined) return total;
  const share = (timeMs - before.createdAtMs) / (after.createdAtMs - before.createdAtMs);
  return Math.round(before.offset + share * (after.offset - before.offset));
}
