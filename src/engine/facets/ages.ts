import { timeLimits } from '../query/time-values.ts';

/** How old something can be at most, to choose from; the shortest first. */
export const agePresets = ['<1d', '<7d', '<30d', '<1y'] as const;

/** By how many of `agePresets` a time is too old: from 0 to all of them. */
const olderThanAll = agePresets.length;
/** The code of what is no time. */
const noAge = olderThanAll + 1;
/** Codes are below it. */
export const ageCodeCount = noAge + 1;

/** How old each of some times is at `nowMs`. Where that is no time, nothing has an age. */
export function ageCodes(timesMs: Float64Array, nowMs: number): Uint8Array {
  const codes = new Uint8Array(timesMs.length);
  if (Number.isNaN(nowMs)) return codes.fill(noAge);
  const [day, week, month, year] = agePresets.map((age) => timeLimits({ op: '<', value: age.slice(1) }, nowMs).least);
  const [dayMs = 0, weekMs = 0, monthMs = 0, yearMs = 0] = [day, week, month, year];
  for (let row = 0; row < codes.length; row += 1) {
    const timeMs = timesMs[row] ?? Number.NaN;
    // Each that does not hold is one; sums, since a branch that goes either way takes longer. `NaN` is not equal to itself.
    codes[row] =
      Number(timeMs < dayMs) +
      Number(timeMs < weekMs) +
      Number(timeMs < monthMs) +
      Number(timeMs < yearMs) +
      noAge * Number(Number.isNaN(timeMs));
  }
  return codes;
}

/** Rows at most as old as each of `agePresets`, by the rows that have each code; in the end those that are older. */
export function countsOfAges(counts: Uint32Array): number[] {
  let sum = 0;
  const cumulative = agePresets.map((_, age) => {
    sum += counts[age] ?? 0;
    return sum;
  });
  return [...cumulative, counts[olderThanAll] ?? 0];
}
