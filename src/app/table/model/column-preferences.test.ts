import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asTheyCome,
  type ColumnPreferences,
  formatColumnPreferences,
  orderedColumns,
  parseColumnPreferences,
  shownColumns,
} from './column-preferences.ts';
import { narrowestPx, widestPx } from './column-widths.ts';

const ids = ['name', 'id', 'items', 'created', 'run'];

const chosenIds = fc.uniqueArray(fc.constantFrom(...ids, 'gone', '__proto__'));
const preferences: fc.Arbitrary<ColumnPreferences> = fc.record({
  columnOrder: chosenIds,
  columnVisibility: fc.dictionary(fc.constantFrom(...ids, 'gone'), fc.constant(false)),
  columnSizing: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: narrowestPx, max: widestPx })),
  columnPinning: fc.record({ start: chosenIds, end: fc.constant<string[]>([]) }),
});

const none = '"columnVisibility":{},"columnSizing":{},"columnPinning":{"start":[],"end":[]}';

describe('parseColumnPreferences', () => {
  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['an array', '[]'],
    ['another version', `{"version":3,"columnOrder":[],${none}}`],
    ['a missing part', `{"version":2,${none}}`],
    ['ids that are no text', `{"version":2,"columnOrder":[1],${none}}`],
    [
      'widths that are no numbers',
      '{"version":2,"columnOrder":[],"columnVisibility":{},"columnSizing":{"id":"wide"},"columnPinning":{"start":[]}}',
    ],
    [
      'pinned columns that are no texts',
      '{"version":2,"columnOrder":[],"columnVisibility":{},"columnSizing":{},"columnPinning":{"start":["id",1]}}',
    ],
    ['a missing part of version 1', '{"version":1,"order":[],"hidden":[]}'],
    ['ids of version 1 that are no text', '{"version":1,"order":[1],"hidden":[],"widthsPx":{}}'],
    ['widths of version 1 that are no numbers', '{"version":1,"order":[],"hidden":[],"widthsPx":{"id":"wide"}}'],
  ])('falls back for %s', (_, text) => {
    expect(parseColumnPreferences(text)).toBe(asTheyCome);
  });

  it('brings widths and repetitions into line', () => {
    const text =
      '{"version":2,"columnOrder":["run","run"],"columnVisibility":{"id":false,"run":true},"columnSizing":{"run":-5,"id":1e9,"items":80.6},"columnPinning":{"start":["id","id"],"end":["run"]}}';
    expect(parseColumnPreferences(text)).toEqual({
      columnOrder: ['run'],
      columnVisibility: { id: false },
      columnSizing: { run: narrowestPx, id: widestPx, items: 81 },
      columnPinning: { start: ['id'], end: [] },
    });
  });

  it('understands what was stored when columns had other names, and none could stay in sight', () => {
    const text = '{"version":1,"order":["run","clean-items"],"hidden":["created"],"widthsPx":{"run":80,"gone":90}}';
    const renamed = { run: 'actRunId', 'clean-items': 'cleanItemCount', created: 'createdAt' };
    expect(parseColumnPreferences(text, renamed)).toEqual({
      columnOrder: ['actRunId', 'cleanItemCount'],
      columnVisibility: { createdAt: false },
      columnSizing: { actRunId: 80, gone: 90 },
      columnPinning: { start: [], end: [] },
    });
  });

  it('takes no id of today for one of then', () => {
    const text = `{"version":2,"columnOrder":["run"],${none}}`;
    expect(parseColumnPreferences(text, { run: 'actRunId' }).columnOrder).toEqual(['run']);
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        expect(parseColumnPreferences(formatColumnPreferences(chosen))).toEqual(chosen);
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseColumnPreferences(text)));
  });
});

describe('orderedColumns', () => {
  it.each([
    ['as they come', [], ids],
    ['the reader’s order', ['run', 'items', 'id', 'created'], ['name', 'run', 'items', 'id', 'created']],
    ['the first stays first', ['run', 'name', 'id', 'items', 'created'], ['name', 'run', 'id', 'items', 'created']],
    [
      'an unknown column is left out',
      ['gone', 'run', 'id', 'items', 'created'],
      ['name', 'run', 'id', 'items', 'created'],
    ],
    ['a new column follows its neighbour', ['run', 'items', 'created'], ['name', 'id', 'run', 'items', 'created']],
  ])('%s', (_, order, expected) => {
    expect(orderedColumns(ids, order)).toEqual(expected);
  });

  it('holds every column once, the first first, whatever was stored', () => {
    fc.assert(
      fc.property(chosenIds, (order) => {
        const ordered = orderedColumns(ids, order);
        expect(ordered[0]).toBe('name');
        expect([...ordered].sort()).toEqual([...ids].sort());
      }),
    );
  });
});

describe('shownColumns', () => {
  it('are all, but for those that are hidden, which the first one never is', () => {
    const hidden = { ...asTheyCome, columnVisibility: { id: false, name: false } };
    expect(shownColumns(ids, hidden)).toEqual(['name', 'items', 'created', 'run']);
  });

  it('have those that stay in sight first, in the order in which they came to it', () => {
    const pinned = {
      ...asTheyCome,
      columnOrder: ['id', 'run'],
      columnPinning: { start: ['run', 'gone', 'items'], end: [] },
    };
    expect(shownColumns(ids, pinned)).toEqual(['name', 'run', 'items', 'id', 'created']);
  });
});
