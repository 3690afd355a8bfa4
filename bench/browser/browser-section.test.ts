import { describe, expect, it } from 'vitest';
import { isMet } from '../section.ts';
import { browserSection } from './browser-section.ts';
import type { PageName } from './make-site.ts';
import type { LoadCase, PageLoad } from './measure-loads.ts';

function loads(name: PageName, drawnMs: readonly number[]): [LoadCase, PageLoad[]] {
  const rounds = drawnMs.map((ms) => ({ drawnMs: ms, inDocumentMs: ms - 10, operableMs: ms + 10, longTasksMs: [] }));
  return [{ name, limit: 50, slowdown: 4 }, rounds];
}

const click = { drawnAfterMs: 12, frames: 1 };
const slowClick = { drawnAfterMs: 31, frames: 2 };
const traffic = { requests: 4, bytes: 100_000 };

const section = browserSection({
  datasets: 100_000,
  rounds: { loads: 3, paging: 3, work: 1 },
  // The second round was slow for all.
  loads: [
    new Map([loads('plain', [50, 500, 50]), loads('react', [100, 1000, 100]), loads('dashboard', [120, 1300, 130])]),
  ],
  paging: [
    new Map([
      [{ limit: 50, slowdown: 1 }, [click, click, slowClick].map((next) => ({ next, last: slowClick }))],
      [{ limit: 50, slowdown: 4 }, [{ next: slowClick, last: slowClick }]],
    ]),
  ],
  work: [
    {
      limit: 50,
      pages: new Map<
        PageName,
        { first: typeof traffic; all: typeof traffic; loadTaskMs: number; pagingTaskMs: number | undefined }[]
      >([
        ['plain', [{ first: traffic, all: traffic, loadTaskMs: 60, pagingTaskMs: undefined }]],
        ['dashboard', [{ first: traffic, all: traffic, loadTaskMs: 20, pagingTaskMs: 51 }]],
      ]),
    },
  ],
});

describe('browserSection', () => {
  it.each([
    ['first rows, 50 a page, 4 × slower', '100 ms, bare React', 1.3, false],
    ['first rows, 50 a page, 4 × slower', '50.0 ms, plain', 2.6, false],
    ['operable, 50 a page, 4 × slower', '110 ms, bare React', 140 / 110, true],
    ['next page of 50 rows: which frame after the click shows it', '', 1, true],
    ['longest task, 50 rows a page, full speed, in ms', '', 51, false],
  ])('judges %j beside %j by %d', (name, floor, value, met) => {
    const aim = section.aims.find((one) => one.aim === name && one.floor === floor);
    expect(aim?.value).toBeCloseTo(value, 10);
    expect(aim && isMet(aim)).toBe(met);
  });

  it('shows where a page has no other page to go to', () => {
    const rows = section.tables.at(-1)?.rows.map((row) => [row[1], row.at(-1)]);
    expect(rows).toEqual([
      ['plain', '–'],
      ['dashboard', '51.0 ms'],
    ]);
  });
});
