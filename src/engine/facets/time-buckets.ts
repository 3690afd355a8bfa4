import { type Collection, numbersOf } from '../columns/collection.ts';
import { rowStates, statesOfWord } from '../match/row-states.ts';
import { rowNumbers } from '../order/stable-order.ts';
import { type Steps, type TimeStep, timeSteps } from './time-steps.ts';

/** A stretch of the calendar and the rows of that time. */
export interface TimeBucket {
  /** In ms since 1970: from `startMs` to before `endMs`. */
  readonly startMs: number;
  readonly endMs: number;
  readonly count: number;
  /** Those of `count` that are in the state that the description's `charts` mark; `undefined` when that is not known. */
  readonly marked: number | undefined;
}

/** Rows over time. */
export interface TimeBuckets {
  /** `undefined` when there is nothing to show. */
  readonly step: TimeStep | undefined;
  /** In order, without gaps. */
  readonly buckets: readonly TimeBucket[];
  /** Rows in no bucket: the server gave no date for them, or they are outside of the asked range. */
  readonly outside: number;
  /** Worked out of a few samples: near the truth on the whole, not in each bucket. */
  readonly isApproximate: boolean;
}

/** What to draw. */
export interface BucketOptions {
  /** The most buckets; the step follows from it. */
  readonly maxBuckets?: number;
  /** The time to show, in ms since 1970, both included; left out, from the first row to the last. */
  readonly range?: { readonly firstMs: number; readonly lastMs: number };
}

/** How many rows of a collection (left out, all) there are of each day, week, month or year, by local time. */
export function timeBuckets(
  collection: Collection,
  options: BucketOptions & { readonly rows?: Uint32Array } = {},
): TimeBuckets {
  const { table } = collection;
  const timesMs = numbersOf(collection, table.time);
  const { rows = rowNumbers(collection.count), maxBuckets, range = rangeOf(timesMs, rows) } = options;
  if (range === undefined) return { step: undefined, buckets: [], outside: rows.length, isApproximate: false };
  const steps = timeSteps({ ...range, ...(maxBuckets === undefined ? {} : { maxSteps: maxBuckets }) });
  const counts = new Uint32Array(steps.boundsMs.length);
  const marked = new Uint32Array(steps.boundsMs.length);
  const states = rowStates(collection);
  const isMarked = statesOfWord(table, table.charts.marked);
  let outside = 0;
  let bucket = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    bucket = bucketAt(steps, timesMs[row] ?? Number.NaN, bucket);
    if (bucket < 0) {
      outside += 1;
      continue;
    }
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    marked[bucket] = (marked[bucket] ?? 0) + (isMarked[states[row] ?? 0] ?? 0);
  }
  const buckets = bucketsOf(steps, (index) => ({ count: counts[index] ?? 0, marked: marked[index] ?? 0 }));
  return { step: steps.step, buckets, outside, isApproximate: false };
}

/** Gives each step what `valuesOf` says of it. */
export function bucketsOf(
  { boundsMs }: Steps,
  valuesOf: (index: number) => Pick<TimeBucket, 'count' | 'marked'>,
): TimeBucket[] {
  return boundsMs.slice(1).map((endMs, index) => ({ startMs: boundsMs[index] ?? endMs, endMs, ...valuesOf(index) }));
}

function rangeOf(timesMs: Float64Array, rows: Uint32Array): { firstMs: number; lastMs: number } | undefined {
  let [firstMs, lastMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < rows.length; at += 1) {
    const timeMs = timesMs[rows[at] ?? 0] ?? Number.NaN;
    if (timeMs < firstMs) firstMs = timeMs;
    if (timeMs > lastMs) lastMs = timeMs;
  }
  return firstMs <= lastMs ? { firstMs, lastMs } : undefined;
}

/** The bucket of a time, -1 when it is in none. Rows mostly stand in order, so the last one is tried first. */
function bucketAt({ boundsMs }: Steps, timeMs: number, last: number): number {
  const isIn = (bucket: number) => timeMs >= (boundsMs[bucket] ?? Number.NaN) && timeMs < (boundsMs[bucket + 1] ?? 0);
  if (isIn(last)) return last;
  if (!(timeMs >= (boundsMs[0] ?? Number.NaN) && timeMs < (boundsMs.at(-1) ?? 0))) return -1;
  let low = 0;
  let high = boundsMs.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((boundsMs[middle] ?? 0) <= timeMs) low = middle;
    else high = middle;
  }
  return low;
}
