import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultView } from '../../../contract/testing/list-views.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Caller } from '../interface/source.ts';
import { openSqlite, type SqliteSource } from './open-sqlite.ts';

/** CONTRACT, "The guarantee that paging rests on": a dataset that is created later always comes later in the list. */

interface Row {
  readonly id: string;
  readonly createdAt: string;
}

async function list(source: SqliteSource, me: Caller, offset = 0): Promise<Row[]> {
  const { items } = await source.listDatasets(me, { ...defaultView, offset });
  return items.map((row) => JSON.parse(row));
}

describe('the order of creation', () => {
  it('stands whatever the clock does', async () => {
    const clock = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 2, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(clock, async (steps) => {
        let now = 1_600_000_000_000;
        const source = await openSqlite({ file: ':memory:', now: () => now });
        const me = await source.localUser();
        const ids: string[] = [];
        for (const [index, step] of steps.entries()) {
          now += step * 1000;
          const { dataset } = await source.createDataset(me, { name: `n${index}` });
          expect(dataset.modifiedAt).toBe(dataset.createdAt);
          ids.push(dataset.id);
        }
        const rows = await list(source, me);
        expect(rows.map((row) => row.id)).toEqual(ids);
        const times = rows.map((row) => row.createdAt);
        expect(times).toEqual([...times].sort());
        await source.close();
      }),
      { numRuns: 50 },
    );
  });

  it('stands when the newest dataset was deleted and the clock steps back', async () => {
    let now = 2000;
    const source = await openSqlite({ file: ':memory:', now: () => now });
    const me = await source.localUser();
    const first = await source.createDataset(me, { name: 'first' });
    await source.deleteDataset(me, first.dataset.id);
    now = 1000;
    const second = await source.createDataset(me, { name: 'second' });
    expect(second.dataset.createdAt).toBe(first.dataset.createdAt);
    await source.close();
  });

  it('stands with 8 clients at once, on two connections to one file whose clocks differ', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    const sources = await Promise.all([0, 60_000].map((ahead) => openSqlite({ file, now: () => Date.now() + ahead })));
    const [reader] = sources;
    if (!reader) throw new Error('no connection');
    const me = await reader.localUser();
    let moment = 0;
    const creations: { id: string; began: number; ended: number }[] = [];
    async function client(number: number): Promise<void> {
      const source = sources[number % 2] ?? sources[0];
      for (let count = 0; count < 15; count += 1) {
        const began = moment++;
        const made = await source?.createDataset(me, { name: `c${number}-${count}` });
        creations.push({ id: made?.dataset.id ?? '', began, ended: moment++ });
      }
    }
    // What a client sees who fetches page after page while the others create.
    const seen: Row[] = [];
    async function follower(): Promise<void> {
      while (seen.length < 120) {
        seen.push(...(await list(reader as SqliteSource, me, seen.length)));
        await new Promise(setImmediate);
      }
    }
    await Promise.all([...Array.from({ length: 8 }, (_, number) => client(number)), follower()]);

    const rows = await list(reader, me);
    expect(seen).toEqual(rows);
    const place = new Map(rows.map((row, index) => [row.id, index]));
    for (const earlier of creations) {
      for (const later of creations) {
        if (earlier.ended < later.began) expect(place.get(later.id)).toBeGreaterThan(place.get(earlier.id) ?? Infinity);
      }
    }
    const times = rows.map((row) => row.createdAt);
    expect(times).toEqual([...times].sort());
    await Promise.all(sources.map((source) => source.close()));
  });

  it('waits for another process that writes all the time, and is not refused', async () => {
    const file = join(temporaryFolder(), 'data.sqlite');
    const source = await openSqlite({ file });
    const me = await source.localUser();
    const other = spawn(process.execPath, ['--input-type=commonjs', '--eval', busyWriter, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void other.kill());
    await once(other.stdout, 'data');
    await Promise.all(Array.from({ length: 20 }, (_, index) => source.createDataset(me, { name: `n${index}` })));
    expect(other.exitCode).toBeNull();
    other.stdin.end();
    expect(await once(other, 'exit')).toEqual([0, null]);
    expect((await source.listDatasets(me, defaultView)).total).toBe(20);
    await source.close();
  });
});

/** Holds the write lock nearly all the time, until its input ends. */
const busyWriter = `
  const db = new (require('better-sqlite3'))(process.argv[1]);
  let ended = false;
  process.stdin.on('end', () => { ended = true; }).resume();
  process.stdout.write('ready');
  (function write() {
    db.exec('begin immediate');
    db.exec('update last_creation set seq = seq + 1');
    setTimeout(() => {
      db.exec('commit');
      if (ended) db.close(); else setImmediate(write);
    }, 5);
  })();
`;
