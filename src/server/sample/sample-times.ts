import type { Random } from './random.ts';

/** When the newest dataset of the sample was made, and all that happened in it had happened. */
export const sampleEndMs = Date.UTC(2026, 10, 21, 9, 30);

/** How busy each of the 36 months before the end was, oldest first: waves with quiet months between. */
const activity = [
  9, 10, 11, 12, 14, 13, 8, 5, 5, 4, 2, 3, 6, 9, 12, 15, 15, 16, 11, 8, 7, 5, 3, 5, 10, 12, 13, 15, 17, 18, 14, 9, 12,
  8, 10, 13,
] as const;

const secondMs = 1_000;
const hourMs = 3_600 * secondMs;

/**
 * When `count` datasets were made, oldest first, the last one at the end of the sample: single ones by day, bursts of a run
 * that makes many. No two at the same time but for `pairs` pairs.
 */
export function sampleTimes(random: Random, { count, pairs }: { count: number; pairs: number }): readonly number[] {
  const times = new Set<number>([sampleEndMs]);
  while (times.size < count - pairs) addWave(random, { times, count: count - pairs });
  const sorted = [...times].sort((a, b) => a - b);
  const twins = Array.from({ length: pairs }, (_, index) => Math.floor(((index + 1) * sorted.length) / (pairs + 1)));
  return sorted.flatMap((time, index) => (twins.includes(index) ? [time, time] : [time]));
}

function addWave(random: Random, { times, count }: { times: Set<number>; count: number }): void {
  const startMs = pickMoment(random);
  const size = random.chance(0.2) ? random.int(4, 12) : 1;
  let timeMs = startMs;
  for (let made = 0; made < size && times.size < count; made += 1) {
    if (timeMs < sampleEndMs) times.add(timeMs);
    timeMs += random.int(5 * secondMs, 90 * secondMs);
  }
}

function pickMoment(random: Random): number {
  const total = activity.reduce((sum, weight) => sum + weight, 0);
  let rest = random.next() * total;
  let month = activity.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
  if (month < 0) month = activity.length - 1;
  const from = monthStart(month);
  const dayMs = 24 * hourMs;
  const days = Math.floor((monthStart(month + 1) - from) / dayMs);
  // Most are made by day, some by what runs at night.
  const hour = random.chance(0.8) ? random.int(6, 19) : random.int(0, 23);
  return from + random.int(0, days - 1) * dayMs + hour * hourMs + random.int(0, hourMs - 1);
}

/** The start of the month with that number, midnight UTC: the months begin on the day of the end. */
function monthStart(month: number): number {
  const end = new Date(sampleEndMs);
  return Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - activity.length + month, end.getUTCDate());
}
