import { describe, expect, it } from 'vitest';
import { datasetRow } from '../testing/dataset-row.ts';
import { visitedWorld, world } from '../testing/visited-world.ts';

const question = { userId: undefined, locales: ['en'], sort: [], desc: false, q: '', offset: 0, limit: 10 };

describe('the rows on screen of a large list that was kept', () => {
  const byItems = { ...question, sort: [{ column: 'itemCount' as const, desc: true }], limit: 4 };

  async function returned() {
    const made = await visitedWorld(20_500);
    const visit = made.visit();
    await visit.host.load();
    made.here.requests = 0;
    return { ...made, ...visit };
  }

  it('are read again, stay where they are, and say when that was', async () => {
    const { here, host, last } = await returned();
    const grown = { ...datasetRow(20_497), itemCount: 90_000 };
    here.rows[20_497] = grown;
    expect(host.ask('page', byItems)?.refreshedAtMs).toEqual([undefined, undefined, undefined, undefined]);
    await host.refreshRows(byItems);
    expect(here.requests).toBe(1);
    expect(last()).toMatchObject({ phase: 'complete', refreshes: 1 });
    const answer = host.ask('page', byItems);
    expect(answer?.rows.map(({ itemCount }) => itemCount)).toEqual([20_499, 20_498, 90_000, 20_496]);
    expect(answer).toMatchObject({ refreshedAtMs: new Array(4).fill(here.nowMs), isOrderOld: true });
    expect(host.ask('page', { ...byItems, offset: 4 })?.refreshedAtMs[0]).toBeUndefined();
    // They have just been read.
    await host.refreshRows(byItems);
    expect(here.requests).toBe(1);
  });

  it('have their new values in what is asked anew', async () => {
    const { here, host, last } = await returned();
    here.rows[20_497] = { ...datasetRow(20_497), itemCount: 90_000 };
    host.ask('page', byItems);
    await host.refreshRows(byItems);
    host.ask('page', { ...byItems, offset: 2 });
    const { version = 0 } = last() ?? {};
    expect(host.ask('page', { ...byItems, q: 'set' })?.rows[0]?.name).toBe('set-20497');
    expect(last()?.version).toBe(version + 1);
    const answer = host.ask('page', byItems);
    expect(answer?.rows[0]).toMatchObject({ name: 'set-20497', itemCount: 90_000 });
    expect(answer).toMatchObject({
      isOrderOld: false,
      refreshedAtMs: [here.nowMs, here.nowMs, here.nowMs, here.nowMs],
    });
    expect(last()?.version).toBe(version + 1);
    expect(host.ask('page', { ...question, limit: 1, offset: 20_498 })?.rows[0]?.name).toBe('set-20498');
  });

  it('are left as they are where another row stands in their place, and when the server fails', async () => {
    const { here, host, last } = await returned();
    here.rows.splice(7, 1);
    await host.refreshRows({ ...question, limit: 10 });
    expect(host.ask('page', question)?.refreshedAtMs.map((timeMs) => timeMs !== undefined)).toEqual([
      ...new Array(7).fill(true),
      ...new Array(3).fill(false),
    ]);
    here.failing = true;
    await host.refreshRows({ ...question, offset: 100 });
    expect(last()).toMatchObject({ phase: 'complete', failure: undefined, refreshes: 1 });
  });

  it('are those that were asked for last: what was asked before is given up', async () => {
    const { here, hold, host, last } = await returned();
    const release = hold();
    const first = host.refreshRows({ ...question, offset: 10 });
    await new Promise((resolve) => setImmediate(resolve));
    const second = host.refreshRows({ ...question, offset: 200 });
    await first;
    expect(last()).toMatchObject({ refreshes: 0 });
    release();
    await second;
    expect(here.requests).toBe(2);
    expect(last()).toMatchObject({ refreshes: 1 });
    const refreshed = (offset: number) => host.ask('page', { ...question, offset, limit: 1 })?.refreshedAtMs[0];
    expect([refreshed(10), refreshed(200)]).toEqual([undefined, here.nowMs]);
  });

  it('are told of as far as they came, where one of the requests fails', async () => {
    const { here, host, last } = await returned();
    const byName = { ...question, q: 'set-1', limit: 1200 };
    here.failingFrom = 10_000;
    await host.refreshRows(byName);
    expect(last()).toMatchObject({ phase: 'complete', refreshes: 1, failure: undefined });
    const times = host.ask('page', byName)?.refreshedAtMs ?? [];
    expect(times.some((timeMs) => timeMs === here.nowMs)).toBe(true);
    expect(times.some((timeMs) => timeMs === undefined)).toBe(true);
  });

  it('are not read again where all rows were', async () => {
    const { here, visit } = world(2000);
    const { host } = visit();
    await host.load();
    here.requests = 0;
    await host.refreshRows(question);
    expect(here.requests).toBe(0);
  });
});
