import { describe, expect, it } from 'vitest';
import { isDatasetName } from '../../src/contract/dataset-name.ts';
import { benchDatasets, sharer } from './bench-datasets.ts';

const count = 2_000;
const datasets = [...benchDatasets(count)];
const own = datasets.filter(({ owner }) => owner !== sharer.username);

describe('benchDatasets', () => {
  it('gives the local user as many as were asked for, and one in a hundred more that is shared', () => {
    expect(own).toHaveLength(count);
    expect(datasets.filter(({ sharedWith }) => sharedWith?.includes('local'))).toHaveLength(count / 100);
  });

  it('gives the same ones every time', () => {
    expect([...benchDatasets(count)]).toEqual(datasets);
  });

  it('gives them in the order of the list, with ids and names of the contract', () => {
    const created = datasets.map(({ createdAtMs }) => createdAtMs);
    expect(created).toEqual([...created].sort((a, b) => a - b));
    for (const { id, name } of datasets) {
      expect(id).toMatch(/^[0-9A-Za-z]{17}$/);
      if (typeof name === 'string') expect(isDatasetName(name)).toBe(true);
    }
    expect(new Set(datasets.map(({ id }) => id)).size).toBe(datasets.length);
  });

  it('leaves a tenth unnamed and some of the others empty, so that the two lists differ', () => {
    const unnamed = own.filter(({ name }) => name === null);
    const empty = own.filter(({ items }) => items?.length === 0);
    for (const some of [unnamed, empty]) {
      expect(some.length).toBeGreaterThan(count * 0.06);
      expect(some.length).toBeLessThan(count * 0.14);
    }
    expect(unnamed.filter(({ items }) => items?.length === 0)).toEqual([]);
  });
});
