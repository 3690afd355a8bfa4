import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import type { PageRequest } from '../../src/app/collection/fetch/page-fetcher.ts';
import { loadCollection } from '../../src/app/collection/read/load-run.ts';
import { datasetFields } from '../../src/app/datasets/fields.ts';
import { ensureDatabase } from '../data/ensure-database.ts';
import { formatCount } from '../format.ts';
import { projectRoot } from '../project-root.ts';
import { measureInRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startServer } from '../start-server.ts';
import { type LoadTimes, loadSection } from './load-section.ts';

const counts = [10_000, 100_000, 1_000_000];
const rounds = 5;
const pageRows = 1000;
const concurrency = 6;

/** Loads lists of the built command as the worker of the dashboard does, and fetches the same pages without keeping them. */
export async function measureLoad(): Promise<Section> {
  const times: LoadTimes[] = [];
  for (const count of counts) {
    console.error(`Loading ${formatCount(count)} datasets…`);
    const data = await ensureDatabase(count);
    const server = await startServer(join(projectRoot, 'dist', 'server', 'main.js'), ['--data', data, '--port', '0']);
    try {
      times.push(await measureList(`${server.origin}/v2/datasets?unnamed=1`, count));
    } finally {
      await server.stop();
    }
  }
  return loadSection(times, rounds);
}

type Way = 'loaded' | 'floor';

async function measureList(url: string, datasets: number): Promise<LoadTimes> {
  const ways: Readonly<Record<Way, () => Promise<number>>> = {
    loaded: async () => (await load(url)).requests,
    floor: () => fetchAll(url),
  };
  const measure = async (way: Way): Promise<{ ms: number; requests: number }> => {
    collectGarbage();
    const startMs = performance.now();
    const requests = await ways[way]();
    return { ms: performance.now() - startMs, requests };
  };
  const names: readonly Way[] = ['floor', 'loaded'];
  // What the server and this process do for the first time, they do before.
  await measureInRounds(names, { rounds: 1, measure });
  const results = await measureInRounds(names, { rounds, measure });
  const [loaded, floor] = [results.get('loaded') ?? [], results.get('floor') ?? []];
  return {
    datasets,
    loadedMs: loaded.map(({ ms }) => ms),
    floorMs: floor.map(({ ms }) => ms),
    requests: loaded[0]?.requests ?? 0,
    floorRequests: floor[0]?.requests ?? 0,
    bytesPerRow: await bytesPerRow(url),
  };
}

function load(url: string) {
  return loadCollection({ table: datasetFields, fetchPage: (request) => fetchData(url, request), concurrency });
}

async function fetchData(url: string, { offset, limit, signal }: Partial<PageRequest>): Promise<unknown> {
  const response = await fetch(`${url}&offset=${offset}&limit=${limit}`, signal === undefined ? {} : { signal });
  // As in the dashboard: the text first, then its JSON.
  const { data } = JSON.parse(await response.text()) as { data: unknown };
  return data;
}

const totalSchema = v.object({ total: v.number() });

/** The floor. Returns how many requests it took. */
async function fetchAll(url: string): Promise<number> {
  const { total } = v.parse(totalSchema, await fetchData(url, { offset: 0, limit: pageRows }));
  const pages = Math.ceil(total / pageRows);
  let next = 1;
  const fetchNext = async (): Promise<void> => {
    while (next < pages) {
      const offset = next * pageRows;
      next += 1;
      await fetchData(url, { offset, limit: pageRows });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, fetchNext));
  return pages;
}

async function bytesPerRow(url: string): Promise<number> {
  const before = await memoryBytes();
  const collection = await load(url);
  const bytes = ((await memoryBytes()) - before) / collection.count;
  // Used afterwards, so that it is still there when the memory is counted.
  return collection.complete ? bytes : Number.NaN;
}

/** The memory of freed buffers is given back by another thread, a while after the collection. */
const sweptAfterMs = 500;

async function memoryBytes(): Promise<number> {
  collectGarbage();
  await setTimeout(sweptAfterMs);
  collectGarbage();
  await setTimeout(sweptAfterMs);
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString('--expose-gc');
// The function that the flag exposes, which TypeScript does not know of.
const gc = runInNewContext('gc') as () => void;

function collectGarbage(): void {
  // What the first one frees may free more.
  gc();
  gc();
}
