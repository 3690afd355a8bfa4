import { beforeAll, describe, expect, it } from 'vitest';
import { isDatasetName } from '../../contract/dataset-name.ts';
import type { ImportedDataset } from '../source/sqlite/import-datasets.ts';
import { sampleData, sampleSize } from './sample-data.ts';
import { sampleEndMs } from './sample-times.ts';

const threeYearsMs = 3 * 366 * 86_400_000;
const idForm = /^[0-9A-Za-z]{17}$/;

let datasets: readonly ImportedDataset[];
beforeAll(() => {
  datasets = [...sampleData().datasets];
});

const itemsOf = (dataset: ImportedDataset) => dataset.items ?? [];

function fieldsOf(dataset: ImportedDataset): readonly Record<string, unknown>[] {
  return itemsOf(dataset).map(({ json }) => JSON.parse(json));
}

function some(test: (fields: Record<string, unknown>) => boolean): boolean {
  return datasets.some((dataset) => fieldsOf(dataset).some(test));
}

describe('sampleData', () => {
  it('is the same every time', () => {
    expect(JSON.stringify([...sampleData().datasets].slice(-50))).toBe(JSON.stringify(datasets.slice(-50)));
    expect([datasets[0]?.id, datasets.at(-1)?.id]).toEqual(['5dai75Zn9W4ZO2uah', 'T95CEAk5IRZQlbhmk']);
  });

  it('has 1,200 datasets of three years, oldest first, each with an id of its own', () => {
    expect(datasets).toHaveLength(sampleSize);
    const times = datasets.map(({ createdAtMs }) => createdAtMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(sampleEndMs);
    expect(sampleEndMs - (times[0] ?? 0)).toBeLessThan(threeYearsMs);
    expect(sampleEndMs - (times[0] ?? 0)).toBeGreaterThan(threeYearsMs * 0.95);
    expect(new Set(datasets.map(({ id }) => id)).size).toBe(sampleSize);
    expect(datasets.filter(({ id }) => !idForm.test(id))).toEqual([]);
  });

  it('has two pairs made in the same millisecond', () => {
    const twins = datasets.filter((one, index) => one.createdAtMs === datasets[index - 1]?.createdAtMs);
    expect(twins).toHaveLength(2);
  });

  it('names what is empty, because unnamed empty datasets are in no list', () => {
    const empty = datasets.filter((dataset) => itemsOf(dataset).length === 0);
    expect(empty.length).toBeGreaterThan(20);
    expect(empty.filter(({ name }) => !name)).toEqual([]);
  });

  it('has some named, unique per owner, and many unnamed', () => {
    const names = datasets.flatMap(({ owner, name }) => (name ? [`${owner} ${name.toLowerCase()}`] : []));
    expect(names.length).toBeGreaterThan(400);
    expect(sampleSize - names.length).toBeGreaterThan(500);
    expect(new Set(names).size).toBe(names.length);
    expect(datasets.filter(({ name }) => name && !isDatasetName(name))).toEqual([]);
  });

  it('has titles in several scripts, some of them long', () => {
    const titles = datasets.flatMap(({ title }) => title ?? []).join('');
    const scripts = ['Arabic', 'Hebrew', 'Hiragana', 'Han', 'Devanagari', 'Cyrillic', 'Greek', 'Hangul', 'Thai'];
    expect(scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, 'u').test(titles))).toEqual([]);
    expect(titles).toMatch(/\p{Emoji_Presentation}/u);
    expect(Math.max(...datasets.map(({ title }) => title?.length ?? 0))).toBeGreaterThan(200);
  });

  it('shares with the local user all that is not its own', () => {
    const owners = new Set(datasets.map(({ owner }) => owner));
    expect(owners.size).toBeGreaterThan(3);
    for (const { owner, sharedWith } of datasets) expect(sharedWith).toEqual(owner === 'local' ? [] : ['local']);
  });

  it('comes from several Actors, and some from none', () => {
    const actors = new Set(datasets.map(({ actId }) => actId));
    expect(actors.size).toBeGreaterThan(5);
    for (const { actId, actRunId } of datasets) {
      expect([actId, actRunId].every((id) => (id === null ? actId === actRunId : idForm.test(id ?? '')))).toBe(true);
    }
  });

  it('never changes or reads a dataset before it is made, nor after the end', () => {
    const odd = datasets.filter(({ createdAtMs, modifiedAtMs = 0, accessedAtMs = 0 }) => {
      return !(createdAtMs <= modifiedAtMs && modifiedAtMs <= accessedAtMs && accessedAtMs <= sampleEndMs);
    });
    expect(odd).toEqual([]);
  });

  it('has items behind every count: mostly few, sometimes thousands', () => {
    const counts = datasets.map((dataset) => itemsOf(dataset).length);
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(100_000);
    expect(Math.max(...counts)).toBeGreaterThan(2_000);
    expect(counts.filter((count) => count < 20).length).toBeGreaterThan(sampleSize / 3);
  });

  it('has items of every shape', () => {
    expect(some((fields) => Object.keys(fields).length > 100)).toBe(true);
    expect(some((fields) => Object.values(fields).some((value) => String(value).length > 1_000))).toBe(true);
    expect(some((fields) => Object.values(fields).some((value) => Array.isArray(value)))).toBe(true);
    expect(some((fields) => Object.values(fields).includes(null))).toBe(true);
    expect(some((fields) => Object.keys(fields).some((key) => /\p{Script=Han}/u.test(key)))).toBe(true);
  });

  it('says of each item whether anything is left of it without hidden fields', () => {
    for (const dataset of datasets) {
      for (const { json, clean } of itemsOf(dataset).slice(0, 30)) {
        expect(clean).toBe(Object.keys(JSON.parse(json)).some((key) => !key.startsWith('#')));
      }
    }
    expect(datasets.some((dataset) => itemsOf(dataset).some(({ clean }) => !clean))).toBe(true);
  });
});
