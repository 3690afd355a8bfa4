import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../contract/api-error.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { PageRequest } from '../fetch/page-fetcher.ts';
import type { CollectionState } from '../read/collection-state.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import { CollectionHost } from './collection-host.ts';

/** When all rows were created. */
const laterMs = Date.UTC(2026, 1, 1);
const anybody = { userId: undefined, locales: ['en'] };
const firstPage = { ...anybody, sort: [], desc: false, q: '', offset: 0, limit: 10 };

/** A list of `total` rows, pages of which wait for `next`, unless they come at once. */
function list(total: number) {
  const rows = Array.from({ length: total }, (_, number) => datasetRow(number));
  const waiting: (() => void)[] = [];
  let isOpen = true;
  return {
    waiting,
    hold: () => {
      isOpen = false;
    },
    release: () => {
      isOpen = true;
      for (const pass of waiting.splice(0)) pass();
    },
    async fetchPage({ offset, limit, signal }: PageRequest): Promise<unknown> {
      if (!isOpen) {
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve);
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      }
      const items = rows.slice(offset, offset + Math.min(limit, 100));
      return { total, offset, limit: 100, count: items.length, desc: false, items };
    },
  };
}

function hostOf(pages: Pick<ReturnType<typeof list>, 'fetchPage'>, nowMs = () => laterMs) {
  const states: CollectionState[] = [];
  const host = new CollectionHost({
    table: datasetFields,
    fetchPage: pages.fetchPage,
    now: nowMs,
    onState: (state) => states.push(state),
    wait: async () => {},
  });
  return { host, states, last: () => states.at(-1) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the host of a collection', () => {
  it('loads a list, and answers from all of it', async () => {
    const { host, last } = hostOf(list(1000));
    await host.load();
    const whole = { phase: 'complete', covered: 1000, total: 1000, pageRows: 100, problems: [], progress: undefined };
    expect(last()).toMatchObject(whole);
    const answer = host.ask('page', { ...firstPage, sort: [{ column: 'itemCount', desc: true }], q: 'set-9' });
    expect(answer).toMatchObject({ matching: 111, covered: 1000, total: 1000 });
    expect(answer?.rows[0]?.name).toBe('set-999');
  });

  it('has what the next letter finds, unless something else is searched for meanwhile', async () => {
    const { host } = hostOf(list(1000));
    await host.load();
    const search = { ...firstPage, q: 'set-' };
    const found = await host.ask('letters', search);
    expect(found?.['9']).toEqual(host.ask('page', { ...search, q: 'set-9' }));
    const late = host.ask('letters', search);
    host.ask('page', { ...search, offset: 10 });
    expect(await late).toEqual(found);
    const givenUp = host.ask('letters', search);
    host.ask('page', { ...search, q: 'set-1' });
    expect(await givenUp).toBeUndefined();
  });

  it.each([
    ['other rows are there', (host: CollectionHost) => host.readAgain()],
    ['the list is left', (host: CollectionHost) => host.close()],
  ])('gives up what the next letter finds when %s', async (_what, leave) => {
    const { host } = hostOf(list(1000));
    await host.load();
    const found = host.ask('letters', { ...firstPage, q: 'set-' });
    await leave(host);
    expect(await found).toBeUndefined();
  });

  it('answers nothing before a row is there', () => {
    const { host } = hostOf(list(10));
    expect(host.ask('page', firstPage)).toBeUndefined();
  });

  it('answers from the part that is there, and says that it is one', async () => {
    const pages = list(1000);
    pages.hold();
    let nowMs = laterMs;
    const { host, last } = hostOf(pages, () => nowMs);
    host.ask('page', firstPage);
    const loaded = host.load();
    for (let page = 0; page < 3; page += 1) {
      await settled();
      nowMs += 2000;
      pages.waiting.shift()?.();
    }
    await settled();
    const { covered = 0, total, matching, rows = [] } = host.ask('page', firstPage) ?? {};
    expect(total).toBe(1000);
    expect(covered).toBeGreaterThan(0);
    expect(covered).toBeLessThan(1000);
    expect(matching).toBe(covered);
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, number) => `set-${number}`));
    expect(last()).toMatchObject({ phase: 'loading', covered });
    pages.release();
    await loaded;
    expect(last()?.phase).toBe('complete');
    expect(host.ask('page', firstPage)).toMatchObject({ covered: 1000, total: 1000 });
  });

  it('makes ready to be asked what came last, also when nothing comes any more', async () => {
    vi.useFakeTimers();
    try {
      const pages = list(1000);
      pages.hold();
      const { host, last } = hostOf(pages, Date.now);
      host.ask('page', firstPage);
      const loaded = host.load();
      for (const afterMs of [0, 0, 900]) {
        await vi.advanceTimersByTimeAsync(afterMs);
        pages.waiting.shift()?.();
        await vi.advanceTimersByTimeAsync(0);
      }
      const { rows = 0 } = last()?.progress ?? {};
      expect(last()?.covered).toBeLessThan(rows);
      await vi.advanceTimersByTimeAsync(200);
      expect(last()?.covered).toBe(rows);
      pages.release();
      await loaded;
    } finally {
      vi.useRealTimers();
    }
  });

  it('is paused while the gate is closed, says so, and goes on when it opens', async () => {
    const { fetchPage } = list(1000);
    const states: CollectionState[] = [];
    let open = () => {};
    let isOpen = false;
    let gate: Promise<void> | undefined;
    const host = new CollectionHost({
      table: datasetFields,
      fetchPage(request) {
        if (request.offset > 500) {
          gate ??= new Promise((resolve) => {
            open = resolve;
          });
        }
        return fetchPage(request);
      },
      now: () => laterMs,
      wait: async () => {},
      onState: (state) => states.push(state),
      gate: () => (isOpen ? undefined : gate),
    });
    const loaded = host.load();
    await settled();
    expect(states.at(-1)?.phase).toBe('paused');
    isOpen = true;
    open();
    await loaded;
    expect(states.at(-1)).toMatchObject({ phase: 'complete', covered: 1000 });
    const phases = states.map(({ phase }) => phase);
    expect(phases.filter((phase, at) => phase !== phases[at - 1])).toEqual([
      'loading',
      'paused',
      'loading',
      'complete',
    ]);
  });

  it('is paused by the reader, asks for nothing meanwhile, and goes on or is given up', async () => {
    const pages = list(1000);
    pages.hold();
    let requests = 0;
    const { host, last } = hostOf({
      fetchPage(request) {
        requests += 1;
        return pages.fetchPage(request);
      },
    });
    host.hold(true);
    expect(last()).toBeUndefined();
    const loaded = host.load();
    await settled();
    host.hold(true);
    expect(last()).toMatchObject({ phase: 'paused', isHeld: true });
    pages.release();
    await settled();
    expect(requests).toBe(1);
    expect(last()).toMatchObject({ phase: 'paused', isHeld: true });
    host.hold(false);
    expect(last()).toMatchObject({ phase: 'loading', isHeld: false });
    await loaded;
    expect(last()).toMatchObject({ phase: 'complete', covered: 1000 });

    pages.hold();
    const again = host.readAgain();
    await settled();
    host.hold(true);
    host.stop();
    await again;
    expect(last()).toMatchObject({ phase: 'stopped' });
    pages.release();
    await host.readAgain();
    expect(last()).toMatchObject({ phase: 'complete', isHeld: false });
  });

  it('gives up when it is stopped, and keeps what is there', async () => {
    const pages = list(1000);
    pages.hold();
    const { host, last } = hostOf(pages);
    const loaded = host.load();
    await settled();
    pages.waiting.shift()?.();
    await settled();
    pages.waiting.shift()?.();
    await settled();
    host.stop();
    await loaded;
    const covered = last()?.covered ?? 0;
    expect(last()).toMatchObject({ phase: 'stopped', total: 1000 });
    expect(covered).toBeGreaterThanOrEqual(100);
    expect(covered).toBeLessThan(1000);
    expect(host.ask('page', firstPage)).toMatchObject({ matching: covered, covered, total: 1000 });
  });

  it('says what a final failure said', async () => {
    const fetchPage = async () => {
      throw new ApiError({ status: 403, type: 'insufficient-permissions', message: 'No.' });
    };
    const { host, last } = hostOf({ fetchPage });
    await host.load();
    expect(last()).toMatchObject({ phase: 'failed', covered: 0, failure: { message: 'No.' } });
  });

  it('keeps the rows of before while it loads anew, and has a new version afterwards', async () => {
    const pages = list(200);
    const { host, last } = hostOf(pages);
    await host.load();
    const before = last()?.version ?? 0;
    pages.hold();
    const again = host.load();
    await settled();
    expect(last()).toMatchObject({ phase: 'loading', covered: 200 });
    expect(host.ask('page', firstPage)?.matching).toBe(200);
    pages.release();
    await again;
    expect(last()?.phase).toBe('complete');
    expect(last()?.version).toBeGreaterThan(before);
  });
});
