import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf, listKey, listParams } from './list-params.ts';
import { writeParams } from './params.ts';
import { anyFilter, defaultFilter, defaultView } from './testing/list-views.ts';

/** The parameters that say which page of a list it is: all others choose the list, and belong to `ListFilter`. */
const pageKeys: readonly string[] = ['desc', 'limit', 'offset'];

const page = fc.record({ desc: fc.boolean(), limit: fc.integer({ min: 1, max: 1000 }), offset: fc.nat() });

describe('the filter of a list', () => {
  it('has every parameter of the list but those of its page', () => {
    const filterKeys = Object.keys(listParams).filter((name) => !pageKeys.includes(name));
    expect(Object.keys(filterOf(defaultView))).toEqual(filterKeys);
  });

  it('is the same whatever page is asked for and whatever else a view has', () => {
    fc.assert(
      fc.property(anyFilter, page, fc.string(), (chosen, which, q) => {
        expect(filterOf({ ...which, ...chosen, ...{ q } })).toEqual(chosen);
      }),
    );
  });

  it('has a key that is the same for the same list, and another for any other', () => {
    fc.assert(
      fc.property(anyFilter, anyFilter, page, (one, other, which) => {
        expect(listKey({ ...which, ...one })).toBe(listKey(one));
        const isSame =
          writeParams(listParams, { ...which, ...one }) === writeParams(listParams, { ...which, ...other });
        expect(listKey(one) === listKey(other)).toBe(isSame);
      }),
    );
  });

  it('has no key where nothing is chosen', () => {
    expect(listKey(defaultFilter)).toBe('');
    expect(listKey({ ...defaultFilter, unnamed: true, ownership: 'sharedWithMe' })).toBe(
      'ownership=sharedWithMe&unnamed=1',
    );
  });
});
