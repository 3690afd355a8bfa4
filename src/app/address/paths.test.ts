import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFilter, defaultFilter } from '../../contract/testing/list-views.ts';
import { canonicalAddress, homeView, pageAt, urlOf } from './paths.ts';
import type { View } from './view-params.ts';

const origin = 'https://setlist.test';
const defaults: View = { offset: 0, limit: 1000, desc: false, ...defaultFilter, sort: [], q: '' };

const pages = fc.record({
  offset: fc.nat(),
  limit: fc.integer({ min: 1, max: 1000 }),
  desc: fc.boolean(),
  sort: fc.constantFrom(
    [],
    [{ column: 'itemCount', desc: true }],
    [
      { column: 'name', desc: false },
      { column: 'createdAt', desc: true },
    ],
  ),
  q: fc.string({ maxLength: 40 }),
});
const views: fc.Arbitrary<View> = fc.tuple(anyFilter, pages).map(([filter, page]) => ({ ...filter, ...page }));

function canonical(address: string) {
  return canonicalAddress(new URL(address, origin));
}

describe('the address of a view', () => {
  it('leaves the defaults out', () => {
    expect(urlOf(defaults)).toBe('/datasets');
    expect(urlOf(homeView)).toBe('/datasets?desc=1&limit=50');
  });

  it('brings back the same view', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { pathname, search } = new URL(urlOf(view), origin);
        expect(pageAt({ pathname, search })).toEqual({ name: 'datasets', view });
      }),
    );
  });

  it('is canonical already', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(canonical(urlOf(view))).toEqual({ address: urlOf(view), note: undefined });
      }),
    );
  });
});

describe('the page at an address', () => {
  it.each(['/datasets', '/datasets/'])('is the list at %s', (pathname) => {
    expect(pageAt({ pathname, search: '?limit=ten' })).toEqual({ name: 'datasets', view: defaults });
  });

  it.each(['/dataset', '/datasets/x', '/Datasets', '/v3'])('is unknown at %s', (pathname) => {
    expect(pageAt({ pathname, search: '' })).toEqual({ name: 'unknown', pathname });
  });
});

describe('the canonical address', () => {
  it.each([
    ['/', '/datasets?desc=1&limit=50'],
    ['/?desc=0', '/datasets?desc=1&limit=50'],
    ['/datasets/', '/datasets'],
    ['/datasets?limit=1000&offset=0&desc=false', '/datasets'],
    ['/datasets?offset=10&desc=true', '/datasets?desc=1&offset=10'],
    ['/datasets?token=secret&desc=1&utm_source=x', '/datasets?desc=1'],
    ['/datasets?desc=1#row=12.5', '/datasets?desc=1#row=12.5'],
    ['/datasets?desc=1#elsewhere', '/datasets?desc=1'],
    ['/elsewhere?a=1#b', '/elsewhere?a=1#b'],
  ])('of %s is %s', (given, address) => {
    expect(canonical(given)).toEqual({ address, note: undefined });
  });

  it.each([
    ['/datasets?desc=1&limit=ten', '/datasets?desc=1', 'limit=ten'],
    ['/datasets?desc=1&desc=0', '/datasets', 'desc=1&desc=0'],
    ['/datasets?offset=-1&ownership=mine', '/datasets', 'ownership=mine, offset=-1'],
    ['/datasets?desc=1&sort=-itemCount,size,name', '/datasets?desc=1&sort=-itemCount,name', 'sort=size'],
    ['/datasets?sort=size,colour', '/datasets', 'sort=size,colour'],
    ['/datasets?sort=name,-name&limit=x', '/datasets?sort=name', 'limit=x, sort=-name'],
    ['/datasets?sort=name&sort=id', '/datasets', 'sort=name&sort=id'],
    ['/datasets?view=mine&sort=name', '/datasets?sort=name', 'view'],
    ['/datasets?columns=a&limit=x&columns=b&constructor=1', '/datasets', 'limit=x, columns, constructor'],
    [`/datasets?${'y'.repeat(90)}=1`, '/datasets', `${'y'.repeat(40)}…`],
    [`/datasets?limit=${'9'.repeat(9)}x${'y'.repeat(90)}`, '/datasets', `limit=999999999x${'y'.repeat(30)}…`],
  ])('of %s says what it dropped', (given, address, dropped) => {
    expect(canonical(given)).toEqual({ address, note: `Not understood in the address, so left out: ${dropped}` });
  });
});
