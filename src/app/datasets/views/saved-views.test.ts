import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatSavedViews,
  maxNameChars,
  maxViews,
  parseSavedViews,
  type SavedView,
  whyNotNamed,
  whyNotSaved,
  withName,
  withoutView,
  withView,
  withViewBack,
} from './saved-views.ts';

const big: SavedView = { name: 'Big ones', address: '/datasets?sort=-itemCount' };
const mine: SavedView = { name: 'Mine', address: '/datasets?ownership=ownedByMe' };
const stored = (views: unknown, version: unknown = 1) => JSON.stringify({ version, views });

describe('stored views', () => {
  it('read back as they were', () => {
    const views = fc
      .uniqueArray(fc.stringMatching(/^[a-zé東]{1,60}$/), { maxLength: 20 })
      .map((names) => names.map((name): SavedView => ({ name, address: `/datasets?q=${encodeURIComponent(name)}` })));
    fc.assert(
      fc.property(views, (given) => {
        expect(parseSavedViews(formatSavedViews(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another version', stored([big], 2)],
    ['no version', JSON.stringify([big])],
    ['no views', stored('all')],
    ['a view without an address', stored([{ name: 'x' }])],
  ])('are none when there is %s', (_, text) => {
    expect(parseSavedViews(text)).toEqual([]);
  });

  it.each([
    ['a name that comes twice', { name: ' BIG  ones ', address: '/datasets' }],
    ['no name', { name: ' \n', address: '/datasets' }],
    ['a name that is too long', { name: 'x'.repeat(61), address: '/datasets' }],
    ['another site', { name: 'Elsewhere', address: '//example.com/' }],
    ['a script', { name: 'Script', address: 'javascript:alert(1)' }],
    ['a backslash', { name: 'Slash', address: '/\\example.com' }],
    ['an address that is too long', { name: 'Long', address: `/datasets?q=${'x'.repeat(2000)}` }],
  ])('are without %s', (_, odd) => {
    expect(parseSavedViews(stored([big, odd, mine]))).toEqual([big, mine]);
  });

  it('are bounded', () => {
    const many = Array.from({ length: maxViews + 5 }, (_, index) => ({ name: `view ${index}`, address: '/datasets' }));
    expect(parseSavedViews(stored(many))).toHaveLength(maxViews);
  });
});

describe('the name of a view', () => {
  it.each([
    ['', /needs a name/],
    ['   ', /needs a name/],
    ['x'.repeat(maxNameChars + 1), /at most 60/],
    ['mine', /already/],
    [' MINE ', /already/],
  ])('cannot be %j', (name, why) => {
    expect(whyNotNamed([big, mine], name)).toMatch(why);
  });

  it('can be its own, written otherwise', () => {
    expect(whyNotNamed([big, mine], 'MINE', mine)).toBeUndefined();
  });

  it.each(['\u200b\u200b', '\u2060 \u00ad', '\u202e', '\u2800', '\u0007'])(
    'is none where nothing of it can be seen: %j',
    (name) => {
      expect(whyNotNamed([], name)).toBe('A view needs a name.');
      expect(whyNotNamed([], `${name}👩‍👩‍👧${name}`)).toBeUndefined();
    },
  );

  it('is kept without white space that nobody sees', () => {
    expect(withView([big], { name: '  Over \t there ', address: '/datasets' })).toEqual([
      big,
      { name: 'Over there', address: '/datasets' },
    ]);
    expect(withName([big, mine], big, ' Large ')).toEqual([{ ...big, name: 'Large' }, mine]);
  });
});

describe('a view', () => {
  it('is known by its name when what is stored has been read again', () => {
    const again = parseSavedViews(stored([big, mine]));
    expect(withoutView(again, big)).toEqual([mine]);
    expect(withName(again, big, 'Large')).toEqual([{ ...big, name: 'Large' }, mine]);
    expect(whyNotNamed(again, 'BIG ONES', big)).toBeUndefined();
  });

  it('is kept when it will be read back', () => {
    const long = (chars: number) => ({ name: 'Long', address: `/datasets?q=${'x'.repeat(chars)}` });
    expect(whyNotSaved([], long(1000))).toBeUndefined();
    expect(whyNotSaved([], long(2000))).toMatch(/too long/);
    expect(whyNotSaved([mine], { ...long(1), name: 'mine' })).toMatch(/already/);
  });
});

describe('a deleted view', () => {
  it('comes back where it was', () => {
    const left = withoutView([big, mine], big);
    expect(left).toEqual([mine]);
    expect(withViewBack(left, big, 0)).toEqual([big, mine]);
  });

  it('comes back beside one that was renamed meanwhile', () => {
    expect(withViewBack([{ ...big, name: 'Huge' }], mine, 1)).toEqual([{ ...big, name: 'Huge' }, mine]);
  });

  it('stays deleted when another one has its name by then', () => {
    const left = [mine, { name: 'big ones', address: '/datasets' }];
    expect(withViewBack(left, big, 0)).toEqual(left);
  });
});
