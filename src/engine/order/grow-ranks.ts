import type { SameStretch } from '../columns/per-collection.ts';
import { missingKey } from './key-bits.ts';
import { stableOrder } from './stable-order.ts';

/** Ranks of texts, and where those that are still there stand now. */
export interface RankedBefore {
  readonly ranks: Uint32Array;
  readonly stretches: readonly SameStretch[];
}

/**
 * What `textRanks` answers, when many of the texts have been ranked before by the same `compare`: the others are sorted for
 * themselves and put in between.
 */
export function growRanks(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
  before: RankedBefore,
): Uint32Array {
  const compareRows = (a: number, b: number): number => compare(texts[a] ?? '', texts[b] ?? '');
  const { rows: ranked, ranks: ranksBefore } = rowsByRank(texts.length, before);
  const fresh: number[] = [];
  for (const [row, text] of texts.entries()) if (text !== '' && ranksBefore[row] === missingKey) fresh.push(row);
  fresh.sort(compareRows);
  const ranks = new Uint32Array(texts.length).fill(missingKey);
  let rank = 0;
  let previous = -1;
  for (const row of merge(ranked, fresh, compareRows)) {
    const [one = missingKey, other = missingKey] = [ranksBefore[previous], ranksBefore[row]];
    const isKnown = one !== missingKey && other !== missingKey;
    if (previous >= 0 && !(isKnown ? one === other : compareRows(previous, row) === 0)) rank += 1;
    ranks[row] = rank;
    previous = row;
  }
  return ranks;
}

/** The rows that have a rank from before, in their order, and that rank of each row. */
function rowsByRank(count: number, { ranks, stretches }: RankedBefore): { rows: Uint32Array; ranks: Uint32Array } {
  const here = new Uint32Array(count).fill(missingKey);
  const rowBefore = new Uint32Array(ranks.length).fill(missingKey);
  for (const { from, to, at } of stretches) {
    here.set(ranks.subarray(from, to), at);
    for (let row = from; row < to; row += 1) rowBefore[row] = at + row - from;
  }
  const rows = new Uint32Array(count);
  let place = 0;
  for (const row of stableOrder(ranks, { desc: false })) {
    if (ranks[row] === missingKey) break;
    const now = rowBefore[row] ?? missingKey;
    if (now === missingKey) continue;
    rows[place] = now;
    place += 1;
  }
  return { rows: rows.subarray(0, place), ranks: here };
}

/** Puts sorted rows between other sorted ones. Where few go between many, few are compared. */
function merge(many: Uint32Array, few: readonly number[], compare: (a: number, b: number) => number): Uint32Array {
  const merged = new Uint32Array(many.length + few.length);
  let from = 0;
  let place = 0;
  for (const row of few) {
    const to = placeAfter(many, from, (other) => compare(other, row) <= 0);
    merged.set(many.subarray(from, to), place);
    place += to - from;
    merged[place] = row;
    place += 1;
    from = to;
  }
  merged.set(many.subarray(from), place);
  return merged;
}

/** The first place from `from` on at which a row does not come before: sought in steps that double, and then between the last two. */
function placeAfter(rows: Uint32Array, from: number, isBefore: (row: number) => boolean): number {
  const isBeforeAt = (place: number): boolean => place < rows.length && isBefore(rows[place] ?? 0);
  let low = from - 1;
  let step = 1;
  while (isBeforeAt(low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, rows.length);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (isBeforeAt(middle)) low = middle;
    else high = middle;
  }
  return high;
}
