import { describe, expect, it } from 'vitest';
import { pagingOf } from '../list/paging.ts';
import { coverageOf, statusTextOf } from './status-text.ts';

const formatCount = (count: number) => count.toLocaleString('en-US');

function status(total: number, offset: number, desc = true) {
  const count = Math.max(0, Math.min(50, total - offset));
  return statusTextOf(pagingOf({ total, offset, limit: 50, count }), {
    view: { ownership: 'all', sort: [], desc, q: '' },
    isPartial: false,
    formatCount,
  });
}

describe('the status line', () => {
  it('says what is on screen and what it covers', () => {
    expect(status(1200, 50)).toEqual({
      range: '51–100',
      total: '1,200',
      noun: 'datasets',
      order: 'newest first',
      spoken: 'Page 2 of 24, 50 of 1,200 datasets, newest first',
      title: 'Datasets 51–100 of 1,200, newest first',
    });
  });

  it.each([
    [0, 0, '0', 'Page 1 of 1, 0 of 0 datasets, oldest first'],
    [51, 50, '51', 'Page 2 of 2, 1 of 51 datasets, oldest first'],
    [100_000, 99_950, '99,951–100,000', 'Page 2,000 of 2,000, 50 of 100,000 datasets, oldest first'],
  ])('of %d from %d', (total, offset, range, spoken) => {
    expect(status(total, offset, false)).toMatchObject({ range, spoken });
  });

  it('says in the title whose datasets they are', () => {
    const paging = pagingOf({ total: 3, offset: 0, limit: 50, count: 3 });
    const title = (ownership: 'ownedByMe' | 'sharedWithMe') =>
      statusTextOf(paging, { view: { ownership, sort: [], desc: true, q: '' }, isPartial: false, formatCount }).title;
    expect(title('ownedByMe')).toBe('My datasets 1–3 of 3, newest first');
    expect(title('sharedWithMe')).toBe('Datasets shared with me 1–3 of 3, newest first');
  });

  it('says which datasets are left out', () => {
    expect(coverageOf({ unnamed: true })).toContain('Empty datasets are not listed while unnamed ones are shown');
    expect(coverageOf({ unnamed: false })).toContain('Named datasets only');
  });
});
