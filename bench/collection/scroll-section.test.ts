import { describe, expect, it } from 'vitest';
import { isMet } from '../section.ts';
import { type ScrollCase, type ScrollRun, scrollSection } from './scroll-section.ts';

function sectionOf(framesMs: readonly number[], blankMs = 0) {
  const plain: ScrollCase = { page: 'plain', by: 'thumb' };
  const collection: ScrollCase = { page: 'collection', by: 'thumb' };
  const runs = new Map<ScrollCase, ScrollRun[]>([
    [plain, [{ framesMs: [16.7, 16.7], blankMs: 0, requests: 0 }]],
    [collection, [{ framesMs, blankMs, requests: 2 }]],
  ]);
  return scrollSection({ datasets: 1_000_000, seconds: 3, runs });
}

const frames = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms);

describe('the report on scrolling', () => {
  it('lets the clock be no more exact than it is', () => {
    expect(sectionOf(frames(100, 17.5)).aims.every(isMet)).toBe(true);
  });

  it('allows one frame in a hundred to be late', () => {
    expect(sectionOf([...frames(99, 16.7), 33.3]).aims.every(isMet)).toBe(true);
    expect(sectionOf([...frames(98, 16.7), 33.3, 33.3]).aims.filter((aim) => !isMet(aim))).toHaveLength(1);
  });

  it.each([
    ['a long frame', [...frames(199, 16.7), 51], 0],
    ['rows that stay blank', frames(100, 16.7), 117],
  ])('does not allow %s', (_name, framesMs, blankMs) => {
    expect(sectionOf(framesMs, blankMs).aims.filter((aim) => !isMet(aim))).toHaveLength(1);
  });

  it('sets each way of scrolling beside its floor', () => {
    const { tables, aims } = sectionOf(frames(10, 16.7));
    expect(tables[0]?.rows.map(([page]) => page)).toEqual([
      'plain rows (the floor)',
      'the dashboard, all loaded, sorted',
    ]);
    expect(aims.map(({ floor }) => floor)).toEqual(['0.0 %, plain rows', '16.7 ms, plain rows', '']);
  });
});
