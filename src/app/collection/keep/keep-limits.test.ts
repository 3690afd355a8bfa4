import { describe, expect, it } from 'vitest';
import { beyondLimits, chunkIdOf, strayChunks } from './keep-limits.ts';
import { type KeptList, keptFormat } from './kept-format.ts';

const limits = { maxLists: 3, maxBytes: 100, chunkRows: 10 };

function list(key: string, options: { loadedAtMs: number; bytes: number }): KeptList {
  const { loadedAtMs, bytes } = options;
  return {
    format: keptFormat,
    form: '',
    key,
    id: key,
    count: 1,
    chunks: [{ id: chunkIdOf(loadedAtMs, key, 0), rows: 1, bytes }],
    values: {},
    loadedAtMs,
    asOfMs: loadedAtMs,
    oldRows: 0,
    problems: [],
  };
}

describe('what is too much', () => {
  it.each<[string, readonly [key: string, loadedAtMs: number, bytes: number][], string[]]>([
    [
      'nothing',
      [
        ['a', 1, 50],
        ['b', 2, 50],
      ],
      [],
    ],
    [
      'the oldest, by number',
      [
        ['a', 2, 1],
        ['b', 1, 1],
        ['c', 3, 1],
        ['d', 4, 1],
      ],
      ['b'],
    ],
    [
      'the oldest, by bytes',
      [
        ['a', 1, 40],
        ['b', 3, 40],
        ['c', 2, 40],
      ],
      ['a'],
    ],
    [
      'all but the newest, which takes much',
      [
        ['a', 1, 1],
        ['b', 2, 150],
      ],
      ['a'],
    ],
  ])('is %s', (_what, lists, dropped) => {
    expect(
      beyondLimits(
        lists.map(([key, loadedAtMs, bytes]) => list(key, { loadedAtMs, bytes })),
        limits,
      ),
    ).toEqual(dropped);
  });
});

describe('what nobody has', () => {
  const hourMs = 3_600_000;
  const nowMs = 10 * hourMs;
  const lists = [list('a', { loadedAtMs: hourMs, bytes: 1 })];
  const strays = (key: string, id: string) =>
    strayChunks([{ list: key, id }], { lists, keys: ['a'], nowMs }).length > 0;

  it('is what its list does not name, and what was begun long ago', () => {
    expect(strays('a', chunkIdOf(hourMs, 'a', 0))).toBe(false);
    expect(strays('a', chunkIdOf(nowMs, 'a', 0))).toBe(true);
    expect(strays('b', chunkIdOf(nowMs - hourMs + 1, 'b', 0))).toBe(false);
    expect(strays('b', chunkIdOf(nowMs - hourMs, 'b', 0))).toBe(true);
    expect(strays('b', 'of nobody')).toBe(true);
  });
});
