import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { readBlock } from '../../../engine/columns/row-block.ts';
import { datasetFields } from '../../datasets/fields.ts';
import { RowWindows, windowOf } from './row-windows.ts';

function windowAt(offset: number, ids: readonly string[]) {
  return windowOf(
    readBlock(
      ids.map((id) => ({ id })),
      new Dictionaries(datasetFields),
    ),
    offset,
  );
}

/** A window of a list whose ids are the places. */
function honest(offset: number, rows: number) {
  return windowAt(
    offset,
    Array.from({ length: rows }, (_, n) => String(offset + n)),
  );
}

const end = 40;

describe('windows of a list', () => {
  it('cover what was put in, each place once and in order, whatever the order and overlap', () => {
    const stretches = fc.array(fc.tuple(fc.nat(30), fc.nat(10)), { maxLength: 12 });
    fc.assert(
      fc.property(stretches, (added) => {
        const windows = new RowWindows();
        const places = new Set<number>();
        for (const [offset, rows] of added) {
          expect(windows.add(honest(offset, rows))).toBeUndefined();
          for (let place = offset; place < offset + rows; place++) places.add(place);
          const ids = windows.slices().flatMap(({ block, from, to }) => block.ids.slice(from, to));
          expect(ids).toEqual([...places].sort((a, b) => a - b).map(String));
          expect(windows.covered()).toBe(places.size);
        }
        const missing = windows
          .gaps(end)
          .flatMap((gap) => Array.from({ length: gap.end - gap.offset }, (_, n) => gap.offset + n));
        expect(missing).toEqual(Array.from({ length: end }, (_, place) => place).filter((place) => !places.has(place)));
        for (let place = 0; place < end; place++) expect(windows.at(place) !== undefined).toBe(places.has(place));
      }),
    );
  });

  it('find the one place where two say different things', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 10 }), fc.nat(20), fc.nat(25), (offset, rows, from, wrong) => {
        const windows = new RowWindows();
        windows.put(honest(offset, rows));
        const seam = windows.add(
          windowAt(
            from,
            Array.from({ length: 10 }, (_, n) => (from + n === wrong ? 'x' : `${from + n}`)),
          ),
        );
        const isSeen = wrong >= Math.max(offset, from) && wrong < Math.min(offset + rows, from + 10);
        expect(seam?.offset).toBe(isSeen ? wrong : undefined);
        expect(windows.at(from + 9) === undefined).toBe(isSeen && from + 9 >= offset + rows);
      }),
    );
  });
});
