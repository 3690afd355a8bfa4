import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOffset } from './find-offset.ts';
import type { ProbedRows } from './offset-bracket.ts';

/** The rows of a list from `offset` on, at most `size`. */
function rowsOf(keys: readonly number[], offset: number, size: number): ProbedRows {
  return { total: keys.length, offset, keys: keys.slice(offset, offset + size) };
}

function firstGood(keys: readonly number[], key: number): number {
  const index = keys.findIndex((one) => one >= key);
  return index < 0 ? Math.max(0, keys.length - 1) : index;
}

async function search(keys: readonly number[], options: { key: number; size: number; known?: ProbedRows }) {
  const { key, size, known } = options;
  return await findOffset({ key, known, probe: async (offset) => rowsOf(keys, offset, size) });
}

/** Never falling, with many equal ones and wide gaps. */
const steps = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 1e9 }) },
);
const sortedKeys = (maxLength: number) =>
  fc.array(steps, { maxLength }).map((gaps) => {
    let sum = 0;
    return gaps.map((gap) => {
      sum += gap;
      return sum;
    });
  });

/** A key that is there, beside one that is, or anywhere. */
const wanted = fc.record({ pick: fc.nat(), beside: fc.integer({ min: -1, max: 1 }), anywhere: fc.option(fc.nat()) });
function keyOf(
  keys: readonly number[],
  { pick, beside, anywhere }: typeof wanted extends fc.Arbitrary<infer Pick> ? Pick : never,
): number {
  return anywhere ?? (keys[pick % Math.max(1, keys.length)] ?? 0) + beside;
}

describe('the search for an offset', () => {
  it('finds the first good row of any list, in no more probes than halving would take', async () => {
    const lists = fc.oneof(sortedKeys(60), sortedKeys(3000));
    await fc.assert(
      fc.asyncProperty(lists, wanted, fc.integer({ min: 1, max: 50 }), async (keys, pick, size) => {
        const key = keyOf(keys, pick);
        const found = await search(keys, { key, size });
        const offset = firstGood(keys, key);
        expect(found).toMatchObject({ offset, key: keys[offset], total: keys.length });
        expect(found.probes).toBeLessThanOrEqual(4 + 3 * Math.ceil(Math.log2(1 + keys.length / size)));
      }),
      { numRuns: 300 },
    );
  });

  it('begins with what is on screen, though that is of another time', async () => {
    const pages = fc.record({
      keys: sortedKeys(200),
      offset: fc.nat({ max: 220 }),
      size: fc.integer({ min: 2, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(pages, pages, wanted, async ({ keys, size }, old, pick) => {
        const key = keyOf(keys, pick);
        const found = await search(keys, { key, size, known: rowsOf(old.keys, old.offset, size) });
        expect(found.offset).toBe(firstGood(keys, key));
      }),
    );
  });

  it('is right of the list that its last probe has seen, whatever comes and goes meanwhile', async () => {
    const change = fc.record({ isGone: fc.boolean(), at: fc.nat(), count: fc.nat({ max: 200 }) });
    const changes = fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        sortedKeys(600),
        wanted,
        changes,
        fc.integer({ min: 2, max: 30 }),
        async (keys, pick, plan, size) => {
          let list = [...keys];
          let seen: readonly number[] = list;
          const key = keyOf(keys, pick);
          let probes = 0;
          const found = await findOffset({
            key,
            probe: async (offset) => {
              for (const { isGone, at, count } of plan[probes] ?? []) list = changed(list, { isGone, at, count });
              probes += 1;
              seen = list;
              return rowsOf(list, offset, size);
            },
          });
          const offset = firstGood(seen, key);
          expect(found).toMatchObject({ offset, key: seen[offset], total: seen.length, probes });
          expect(probes).toBeLessThan(64);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives up on a list that never rests, with what it has seen last', async () => {
    let turn = 0;
    const found = await findOffset({
      key: 5,
      probe: async (offset) => {
        turn += 1;
        const key = turn % 2 === 0 ? 9 : 1;
        return { total: 1000, offset: Math.max(1, offset), keys: [key, key] };
      },
    });
    expect(found.probes).toBe(64);
  });

  it('rejects with what a probe rejects with', async () => {
    await expect(findOffset({ key: 1, probe: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
  });
});

const count = 50_000;
const smooth: Record<string, (share: number) => number> = {
  evenly: (share) => share,
  'ever faster': (share) => Math.sqrt(share),
  'ever slower': (share) => share ** 2,
  'doubling each eighth of the time': (share) => Math.log2(1 + share * 255) / 8,
  'by the seasons': (share) => share + Math.sin(share * 6 * Math.PI) / 25,
};
const yearMs = 365 * 24 * 3600 * 1000;

describe('of 50,000 datasets in pages of 50', () => {
  it.each(Object.entries(smooth))('that came %s, finds any day in a handful of requests', async (name, timeOf) => {
    const keys = Array.from({ length: count }, (_, row) => Math.round(timeOf(row / count) * 3 * yearMs));
    const days = Array.from({ length: 300 }, (_, day) => ((day + 0.37) / 300) * 3 * yearMs);
    const probes: number[] = [];
    for (const key of days) {
      const found = await search(keys, { key, size: 50, known: rowsOf(keys, 0, 50) });
      expect(found.offset).toBe(firstGood(keys, key));
      probes.push(found.probes);
    }
    probes.sort((a, b) => a - b);
    expect(probes[150]).toBeLessThanOrEqual(7);
    expect(probes[270]).toBeLessThanOrEqual(8);
    // Most of all datasets in the first days: there a curve is no help.
    expect(probes.at(-1)).toBeLessThanOrEqual(name === 'ever slower' ? 12 : 8);
  });
});

function changed(
  list: readonly number[],
  { isGone, at, count: rows }: { readonly isGone: boolean; readonly at: number; readonly count: number },
): number[] {
  const place = at % (list.length + 1);
  if (isGone) return [...list.slice(0, place), ...list.slice(place + rows)];
  const key = list[place] ?? list.at(-1) ?? 0;
  return [...list.slice(0, place), ...Array<number>(rows).fill(key), ...list.slice(place)];
}
