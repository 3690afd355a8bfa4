import { describe, expect, it } from 'vitest';
import { datasetRow } from '../testing/dataset-row.ts';
import { laterMs, visitedWorld, world } from '../testing/visited-world.ts';

const question = { userId: undefined, locales: ['en'], sort: [], desc: false, q: '', offset: 0, limit: 10 };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a list that was loaded before', () => {
  it('is there at once, with its age, before the server has said anything', async () => {
    const { visit, here } = await visitedWorld(2000);
    const { host, last } = visit();
    await settled();
    expect(last()).toMatchObject({
      phase: 'kept',
      covered: 2000,
      total: 2000,
      wasWhole: true,
      asOfMs: laterMs,
      oldRows: 2000,
    });
    expect(host.ask('page', question)).toMatchObject({ matching: 2000, total: 2000 });
    expect(here.requests).toBe(0);
  });

  it('is asked for what is new only, and says how old the rest is', async () => {
    const { visit, here } = await visitedWorld(30_000);
    for (let number = 0; number < 10; number++) here.rows.push(datasetRow(30_000 + number));
    const { host, last } = visit();
    await host.load(4);
    expect(here.requests).toBeLessThanOrEqual(3);
    expect(last()).toMatchObject({ phase: 'complete', covered: 30_010, total: 30_010, asOfMs: laterMs });
    expect(last()?.oldRows).toBeGreaterThan(29_000);
    await host.readAgain();
    expect(here.requests).toBeGreaterThan(30);
    expect(last()).toMatchObject({ phase: 'complete', oldRows: 0, asOfMs: here.nowMs });
  });

  it('is read again as a whole up to 20 pages', async () => {
    const { visit, here } = await visitedWorld(2000);
    here.rows[5] = { ...datasetRow(5), itemCount: 77 };
    const { host, last } = visit();
    await host.load();
    expect(last()).toMatchObject({ phase: 'complete', oldRows: 0, asOfMs: here.nowMs });
    const { rows } = host.ask('page', question) ?? {};
    expect(rows?.[5]?.itemCount).toBe(77);
  });

  it.each([0, 100, 29_999])('is kept again as it is now, without row %i', async (gone) => {
    const { visit, here } = await visitedWorld(30_000);
    here.rows.push(datasetRow(30_000));
    here.rows.splice(gone, 1);
    here.records.chunkWrites = 0;
    // To read all of it would take 31.
    await visit().host.load(25);
    // What is the same up to there is not written again.
    expect(here.records.chunkWrites).toBe(30 - Math.floor(gone / 1000));
    const again = visit();
    await settled();
    expect(again.last()).toMatchObject({ phase: 'kept', covered: 30_000, asOfMs: laterMs });
    const { rows } = again.host.ask('page', { ...question, limit: 40_000 }) ?? {};
    expect(rows?.map(({ id }) => id)).toEqual(here.rows.map(({ id }) => id));
  });

  it('stays on screen whole, while it is brought up to date and when that fails', async () => {
    const { visit, hold } = await visitedWorld(2000);
    hold();
    const { host, states, last } = visit();
    const loaded = host.load();
    await settled();
    expect(last()).toMatchObject({ phase: 'loading', covered: 2000, wasWhole: true });
    host.stop();
    await loaded;
    expect(last()).toMatchObject({ phase: 'stopped', covered: 2000, wasWhole: true, asOfMs: laterMs });
    expect(new Set(states.map(({ version }) => version)).size).toBe(1);
  });

  it('stays whole when there is a larger part of what it has become', async () => {
    const { visit, here, hold } = await visitedWorld(2000);
    for (let number = 2000; number < 9000; number++) here.rows.push(datasetRow(number));
    const { host, last } = visit();
    await settled();
    host.ask('page', question);
    hold(5);
    const loaded = host.load();
    await settled();
    host.stop();
    await loaded;
    expect(last()).toMatchObject({ phase: 'stopped', covered: 2000, total: 9000, wasWhole: true });
  });

  it('is given up by itself when that takes more than it may', async () => {
    const { visit, here } = await visitedWorld(30_000);
    for (let row = 0; row < 30_000; row += 500) here.rows[row] = { ...datasetRow(row), id: `changed${row}` };
    here.rows.splice(0, 3000);
    const { host, last } = visit();
    await host.load(4);
    expect(last()).toMatchObject({ phase: 'larger', covered: 30_000 });
    expect(here.requests).toBeLessThan(12);
  });

  it('is not there for another user, nor in another format', async () => {
    const { visit, here } = await visitedWorld(2000);
    const other = visit({ key: 'of another user' });
    await settled();
    expect(other.last()).toBeUndefined();
    here.records.keptLists.set('list', { key: 'list', format: 99 });
    const { host, last } = visit();
    await settled();
    expect(last()).toBeUndefined();
    expect(here.records.keptLists.size).toBe(0);
    await host.load();
    expect(last()).toMatchObject({ phase: 'complete', oldRows: 0 });
  });
});

it('keeps no part of a list', async () => {
  const { visit, here, hold } = world(3000);
  const { host, last } = visit();
  host.ask('page', question);
  hold(1);
  const loaded = host.load();
  await settled();
  host.stop();
  await loaded;
  expect(last()).toMatchObject({ phase: 'stopped', covered: 1000, wasWhole: false });
  expect(here.records.keptLists.size).toBe(0);
  expect(here.records.keptChunks.size).toBe(0);
});

it('keeps nothing that is not all of a list', async () => {
  const { visit, here } = world(2000);
  here.rows[7] = { ...datasetRow(7), id: '' };
  const { host, last } = visit();
  await host.load();
  expect(last()).toMatchObject({ phase: 'partial', covered: 1999, wasWhole: false });
  expect(here.records.keptLists.size).toBe(0);
});

it('is loaded all the same where nothing can be kept', async () => {
  const { visit, here } = world(2000);
  for (const call of ['list', 'putList', 'putChunk', 'chunk', 'lists'] as const) here.records.failing.add(call);
  const { host, last } = visit();
  await host.load();
  expect(last()).toMatchObject({ phase: 'complete', covered: 2000, failure: undefined });
});

describe('two tabs', () => {
  it('share one load', async () => {
    const { visit, here } = world(2000);
    const [one, two] = [visit(), visit()];
    await one.host.load();
    const alone = here.requests;
    here.records.keptLists.clear();
    here.nowMs += 1000;
    here.requests = 0;
    await Promise.all([visit().host.load(), two.host.load()]);
    expect(here.requests).toBe(alone);
    expect(two.last()).toMatchObject({ phase: 'complete', covered: 2000, oldRows: 0 });
    expect(two.host.ask('page', question)?.matching).toBe(2000);
  });

  it('shows what the page has while the other loads, as a part, and what that has read once it is all there', async () => {
    const { visit, here, hold } = world(3000);
    const release = hold();
    const [one, two] = [visit(), visit()];
    // Nobody is waited for: what is read now comes at once.
    one.host.offer({ items: here.rows.slice(-50), total: 3000, desc: false });
    const loads = [one.host.load(), two.host.load()];
    await expect.poll(() => two.last()?.isWaiting).toBe(true);
    expect(one.last()).toMatchObject({ phase: 'loading', covered: 0, isWaiting: false });
    one.host.offer({ items: here.rows.slice(-50), total: 3000, desc: false });
    expect(one.host.ask('page', question)).toBeUndefined();
    two.host.offer({ items: here.rows.slice(-50).toReversed(), total: 3000, desc: true });
    expect(two.last()).toMatchObject({ phase: 'loading', covered: 50, total: 3000, wasWhole: false });
    expect(two.host.ask('page', { ...question, desc: true })).toMatchObject({ matching: 50, covered: 50, total: 3000 });
    expect(two.host.ask('page', { ...question, desc: true })?.rows[0]).toMatchObject({ name: 'set-2999' });
    // More rows than these are not given up for them.
    two.host.offer({ items: here.rows.slice(-10), total: 3000, desc: false });
    expect(two.last()?.covered).toBe(50);
    release();
    await Promise.all(loads);
    expect(two.last()).toMatchObject({ phase: 'complete', covered: 3000, isWaiting: false });
  });

  it('go on one for the other', async () => {
    const { visit, hold } = world(2000);
    const release = hold();
    const [one, two] = [visit(), visit()];
    const loads = [one.host.load(), two.host.load()];
    await settled();
    one.host.close();
    release();
    await Promise.all(loads);
    expect(one.last()?.phase).toBe('stopped');
    expect(two.last()).toMatchObject({ phase: 'complete', covered: 2000 });
  });
});
