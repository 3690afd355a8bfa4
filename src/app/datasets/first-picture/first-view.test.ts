import { describe, expect, it } from 'vitest';
import { storedKeys } from '../../browser/stored-keys.ts';
import { firstViewOf } from './first-view.ts';

function storage(items: Readonly<Record<string, string>> = {}) {
  return { getItem: (key: string) => items[key] ?? null, setItem: () => {}, removeItem: () => {} };
}

function begin(given: {
  address?: string;
  historyState?: unknown;
  tab?: Record<string, string>;
  device?: Record<string, string>;
}) {
  const { address = '/datasets?desc=1&limit=50', historyState = null } = given;
  return firstViewOf({
    address: new URL(address, 'http://localhost'),
    historyState,
    tab: storage(given.tab),
    device: storage(given.device),
  });
}

const view = { ownership: 'all', unnamed: false, desc: true, limit: 50, offset: 0, sort: [], q: '' };

describe('the view that can be pictured', () => {
  it.each([
    [{}, view],
    [{ address: '/datasets?limit=50&desc=true' }, view],
    [{ address: '/datasets?desc=1&limit=1000&offset=20' }, { ...view, limit: 1000, offset: 20 }],
    [{ address: '/datasets?desc=1&limit=50&sort=name' }, { ...view, sort: [{ column: 'name', desc: false }] }],
    [{ historyState: { key: 'seen' } }, view],
    [{ tab: { [storedKeys.leftAt]: 'seen' } }, view],
    [{ device: { 'setlist.theme': 'dark' } }, view],
  ])('at %j is %j', (given, expected) => {
    expect(begin(given)).toEqual(expected);
  });

  it.each([
    ['another page', { address: '/' }],
    ['an address that is not understood', { address: '/datasets?limit=many' }],
    ['rows further down', { address: '/datasets?desc=1#row=3' }],
    ['rows that were further down before a reload', { tab: { [storedKeys.leftAt]: 'seen#row=3' } }],
    ['something to say', { historyState: { key: 'seen', note: 'Past the end' } }],
    ['a token of this tab', { tab: { [storedKeys.token]: 'secret' } }],
    ['a token of this device', { device: { [storedKeys.token]: 'secret' } }],
    ['a choice of columns', { device: { [storedKeys.columns]: '{}' } }],
    ['a search', { address: '/datasets?q=shop' }],
    ['a choice about the timeline', { device: { [storedKeys.timeline]: 'off' } }],
    ['a choice about the filters', { device: { [storedKeys.filters]: 'open' } }],
    ['a choice how to read', { device: { [storedKeys.reading]: 'scroll' } }],
    ['a choice of times', { device: { [storedKeys.times]: 'absolute' } }],
  ])('is none with %s', (_, given) => {
    expect(begin(given)).toBeUndefined();
  });

  it('is that of the address where storage is forbidden', () => {
    const forbidden = { ...storage(), getItem: () => raise() };
    const address = new URL('http://localhost/datasets?desc=1&limit=50');
    expect(firstViewOf({ address, historyState: null, tab: forbidden, device: forbidden })).toEqual(view);
  });
});

function raise(): never {
  throw new Error('denied');
}
