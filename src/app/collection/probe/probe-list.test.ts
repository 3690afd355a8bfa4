import { describe, expect, it } from 'vitest';
import { probeList, probeOffsets } from './probe-list.ts';

describe('where a list is probed', () => {
  it.each([
    [0, []],
    [1, [0]],
    [3, [0, 1, 2]],
  ])('of %i rows', (total, offsets) => {
    expect(probeOffsets(total)).toEqual(offsets);
  });

  it('is from end to end, evenly, 32 times', () => {
    const offsets = probeOffsets(50_000);
    expect(offsets).toHaveLength(32);
    expect([offsets[0], offsets.at(-1)]).toEqual([0, 49_999]);
    const gaps = offsets.slice(1).map((offset, index) => offset - (offsets[index] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });
});

describe('the probes of a list', () => {
  it('are asked for three at a time, and say what the list has at last', async () => {
    let [inFlight, most] = [0, 0];
    const { probes, total } = await probeList({
      total: 1000,
      fetchRow: async (offset) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight -= 1;
        return { total: 1001, createdAtMs: offset * 10 };
      },
    });
    expect(most).toBe(3);
    expect(total).toBe(1001);
    expect(probes).toHaveLength(32);
    expect(probes.every(({ offset, createdAtMs }) => createdAtMs === offset * 10)).toBe(true);
  });

  it('leave out rows that are gone', async () => {
    const fetchRow = async (offset: number) => ({ total: 900, createdAtMs: offset < 900 ? offset : undefined });
    const { probes } = await probeList({ total: 1000, fetchRow });
    expect(probes.every(({ offset }) => offset < 900)).toBe(true);
    expect(probes.length).toBeLessThan(32);
  });

  it('end with the first failure', async () => {
    let requests = 0;
    const fetchRow = async () => {
      requests += 1;
      await Promise.resolve();
      throw new Error('forbidden');
    };
    await expect(probeList({ total: 1000, fetchRow })).rejects.toThrow('forbidden');
    await new Promise((resolve) => setImmediate(resolve));
    expect(requests).toBe(3);
  });
});
