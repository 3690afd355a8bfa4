import { describe, expect, it } from 'vitest';
import type { TimeBuckets } from '../../../engine/facets/time-buckets.ts';
import {
  axisText,
  bucketsText,
  bucketText,
  itemsBarText,
  itemsRangeText,
  periodText,
  spanText,
  stepText,
  timelineCaption,
} from './charts-words.ts';

const formatCount = (count: number) => count.toLocaleString('en');
const march = { startMs: new Date(2026, 2, 1).getTime(), endMs: new Date(2026, 3, 1).getTime() };
const month = { unit: 'month', count: 1 } as const;

function buckets(change: Partial<TimeBuckets> = {}): TimeBuckets {
  const bars = [
    { ...march, count: 1200, marked: 34 },
    { ...march, count: 1, marked: 0 },
  ];
  return { step: month, buckets: bars, outside: 0, isApproximate: false, ...change };
}

describe('the caption of the timeline', () => {
  const options = { covered: 12_000, samples: 32, formatCount };
  it.each([
    ['all', buckets(), 'Created per month, at most 1,200'],
    ['all', buckets({ outside: 2 }), 'Created per month, at most 1,200, 2 without a date'],
    ['part', buckets(), 'Created per month, at most 1,200, of the 12,000 of 48,213 loaded'],
    ['samples', buckets({ isApproximate: true }), '≈ Created per month, estimated from 32 of 48,213 datasets'],
    ['all', buckets({ step: undefined, buckets: [] }), 'Nothing to show over time'],
    ['all', undefined, 'Loading the timeline…'],
  ] as const)('of %s', (basis, time, text) => {
    expect(timelineCaption({ time, basis, total: 48_213 }, options)).toBe(text);
  });
});

it('says what a bar of the timeline is', () => {
  const [first, second] = buckets().buckets;
  if (first === undefined || second === undefined) throw new Error('no bars');
  expect(bucketText(first, buckets(), formatCount)).toMatch(/2026: 1,200 datasets, 34 unnamed$/);
  expect(bucketText(second, buckets(), formatCount)).toMatch(/2026: 1 dataset$/);
  const rough = { ...first, marked: undefined };
  expect(bucketText(rough, buckets({ isApproximate: true }), formatCount)).toMatch(/2026: about 1,200 datasets$/);
});

it.each([
  [{ from: 0, to: 0, count: 3, isIn: true }, '0 items: 3 datasets'],
  [{ from: 1, to: 1, count: 1, isIn: true }, '1 item: 1 dataset'],
  [{ from: 5, to: 9, count: 4000, isIn: false }, '5–9 items: 4,000 datasets, left out by the search'],
  [
    { from: 5e14, to: Number.POSITIVE_INFINITY, count: 0, isIn: false },
    '500,000,000,000,000 and more items: 0 datasets',
  ],
])('says what a bar of the numbers of items is: %o', (bar, text) => {
  expect(itemsBarText(bar, formatCount)).toBe(text);
});

it('says what several bars are together', () => {
  expect(bucketsText({ from: 0, to: 1 }, buckets(), formatCount)).toMatch(/2026: 1,201 datasets$/);
  expect(bucketsText({ from: 0, to: 0 }, buckets({ isApproximate: true }), formatCount)).toMatch(
    /about 1,200 datasets$/,
  );
  const items = [
    { from: 1, to: 1, count: 2, isIn: true },
    { from: 2, to: 4, count: 3, isIn: false },
  ];
  expect(itemsRangeText({ from: 0, to: 1 }, items, formatCount)).toBe('1–4 items: 5 datasets');
});

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
const en = ['en-US'];

/** `Intl` puts thin and other spaces between what it joins. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a stretch of the calendar in words', () => {
  it.each([
    ['day', 1, at(2026, 3, 2), at(2026, 3, 3), 'Mon, Mar 2, 2026', 'Mar 2, 2026'],
    ['week', 1, at(2026, 3, 2), at(2026, 3, 9), 'Mar 2 – 8, 2026', 'Mar 2026'],
    ['month', 1, at(2026, 3, 1), at(2026, 4, 1), 'March 2026', 'Mar 2026'],
    ['year', 1, at(2026, 1, 1), at(2027, 1, 1), '2026', '2026'],
    ['year', 10, at(2020, 1, 1), at(2030, 1, 1), '2020 – 2029', '2020'],
  ] as const)('a %s × %i', (unit, count, startMs, endMs, long, short) => {
    expect(plain(periodText({ startMs, endMs }, { unit, count }, en))).toBe(long);
    expect(plain(axisText({ startMs, endMs }, { unit, count }, en))).toBe(short);
  });

  it('says several together', () => {
    const period = { startMs: at(2026, 3, 1), endMs: at(2026, 6, 1) };
    expect(plain(spanText(period, { unit: 'month', count: 1 }, en))).toBe('March – May 2026');
  });

  it('never fails, however far away', () => {
    expect(periodText({ startMs: 9e15, endMs: 9.1e15 }, { unit: 'year', count: 10_000 }, en)).toBe('far away');
  });

  it('calls the steps by name', () => {
    expect([stepText({ unit: 'week', count: 1 }), stepText({ unit: 'year', count: 10 })]).toEqual(['week', '10 years']);
  });
});
