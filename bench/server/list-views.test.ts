import { describe, expect, it } from 'vitest';
import { pageOffsets } from './list-views.ts';

describe('pageOffsets', () => {
  it.each([
    [900, [0]],
    [1000, [0]],
    [1001, [0, 0, 1]],
    [100_000, [0, 49_500, 99_000]],
  ])('of %d rows, 1,000 a page: %j', (total, offsets) => {
    expect(pageOffsets(total, 1000).map(({ offset }) => offset)).toEqual(offsets);
  });
});
