import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RowBlocks, type RowBlocksOptions } from './row-blocks.ts';

interface Asked {
  readonly offset: number;
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly answer: (total?: number, most?: number, missing?: number) => Promise<void>;
  readonly fail: (failure: unknown) => Promise<void>;
}

/** A list whose row at an index says so, and which answers when it is told to. */
function list(options: Partial<RowBlocksOptions<string>> = {}) {
  const asked: Asked[] = [];
  const rows = new RowBlocks<string>({
    total: 1_000_000,
    blockRows: 100,
    settleMs: 80,
    holdMs: 0,
    read: (offset, limit, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          offset,
          limit,
          signal,
          async answer(total = options.total ?? 1_000_000, most = limit, missing = 0) {
            const count = Math.max(0, Math.min(limit, most, total - offset));
            const length = count - missing;
            resolve({ total, count, rows: Array.from({ length }, (_, index) => `${total}: ${offset + index}`) });
            await vi.advanceTimersByTimeAsync(0);
          },
          async fail(failure) {
            reject(failure);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    ...options,
  });
  const open = () => asked.filter(({ signal }) => !signal.aborted).map(({ offset }) => offset);
  return { rows, asked, open };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the rows of a long list', () => {
  it('are those in sight first, then those around them', async () => {
    const { rows, asked, open } = list();
    rows.want({ from: 190, to: 204 });
    expect(open()).toEqual([100, 200]);
    rows.want({ from: 270, to: 284 });
    expect(open()).toEqual([200, 300]);
    await asked[1]?.answer();
    expect(rows.rowAt(271)).toBe('1000000: 271');
    expect(rows.rowAt(300)).toBeUndefined();
    expect(rows.isThere({ from: 270, to: 284 })).toBe(true);
  });

  it('costs no request where a drag goes past, and one place where it rests', async () => {
    const { rows, open } = list();
    rows.want({ from: 0, to: 14 });
    expect(open()).toEqual([0]);
    for (let at = 1; at < 100; at += 1) {
      rows.want({ from: at * 9_000, to: at * 9_000 + 14 });
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(open()).toEqual([]);
    await vi.advanceTimersByTimeAsync(80);
    expect(open()).toEqual([891_000, 890_900]);
  });

  it('are asked for at once while one scrolls on from row to row', () => {
    const { rows, asked } = list();
    for (let at = 0; at < 1_000; at += 5) rows.want({ from: at, to: at + 14 });
    expect(asked.map(({ offset }) => offset)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  });

  it('are at once in the document where they are those of an answer that is there', () => {
    const { rows, asked } = list({ seed: { offset: 4_700, rows: Array.from({ length: 100 }, (_, at) => `s ${at}`) } });
    rows.want({ from: 4_711, to: 4_725 });
    expect(rows.rowAt(4_711)).toBe('s 11');
    expect(asked.map(({ offset }) => offset)).toEqual([4_600]);
  });

  it('never has more than six requests in flight, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_000 }), { maxLength: 60 }), (places) => {
        const { rows, open } = list({ blockRows: 10, settleMs: 0, total: 3_000 });
        for (const from of places) {
          rows.want({ from, to: from + 90 });
          expect(open().length).toBeLessThanOrEqual(6);
        }
        rows.close();
        expect(open()).toEqual([]);
      }),
    );
  });

  it('asks for the rest once some have come', async () => {
    const { rows, asked } = list({ blockRows: 10 });
    rows.want({ from: 0, to: 90 });
    expect(asked).toHaveLength(6);
    await asked[0]?.answer();
    expect(asked[6]?.offset).toBe(60);
  });

  it('are read on where the server gives fewer at a time', async () => {
    const { rows, asked } = list();
    rows.want({ from: 0, to: 14 });
    await asked[0]?.answer(1_000_000, 60);
    expect(asked[1]).toMatchObject({ offset: 60, limit: 40 });
    await asked[1]?.answer();
    expect(rows.rowAt(99)).toBe('1000000: 99');
  });

  it('are not asked for twice where some of them cannot be shown', async () => {
    const { rows, asked } = list();
    rows.want({ from: 0, to: 14 });
    await asked[0]?.answer(1_000_000, 100, 2);
    expect(asked.map(({ offset }) => offset)).toEqual([0]);
    expect(rows.rowAt(97)).toBe('1000000: 97');
    expect(rows.rowAt(98)).toBeUndefined();
  });

  it('are kept for who comes back, and forgotten when there are many', async () => {
    const { rows, asked } = list({ settleMs: 0 });
    const visit = async (from: number) => {
      rows.want({ from, to: from + 14 });
      for (const one of asked) await one.answer();
    };
    await visit(50);
    const first = asked.length;
    await visit(1_000);
    await visit(50);
    expect(asked.filter(({ offset }) => offset === 0)).toHaveLength(1);
    expect(first).toBe(2);
    for (let at = 1; at <= 70; at += 1) await visit(at * 1_000 + 130);
    expect(rows.rowAt(50)).toBeUndefined();
  });

  it('that could not be had say why, and are asked for again when somebody wants', async () => {
    const { rows, asked } = list();
    const told = vi.fn();
    rows.subscribe(told);
    rows.want({ from: 0, to: 14 });
    await asked[0]?.fail('broken');
    expect(told).toHaveBeenCalled();
    expect(rows.failureAt(7)).toEqual({ failure: 'broken', from: 0, to: 100 });
    expect(rows.isThere({ from: 0, to: 14 })).toBe(true);
    rows.want({ from: 1, to: 15 });
    expect(asked).toHaveLength(1);
    rows.retry(7);
    expect(rows.failureAt(7)).toBeUndefined();
    await asked[1]?.answer();
    expect(rows.rowAt(7)).toBe('1000000: 7');
  });

  it('are read again when the list has another length, and stay in sight until then', async () => {
    const { rows, asked } = list();
    rows.want({ from: 60, to: 74 });
    await asked[0]?.answer(1_000_000);
    await asked[1]?.answer(999_999);
    expect(rows.total).toBe(999_999);
    expect(rows.rowAt(60)).toBe('1000000: 60');
    expect(asked[2]?.offset).toBe(0);
    await asked[2]?.answer(999_999);
    expect(rows.rowAt(60)).toBe('999999: 60');
  });

  it('are not read for ever where every answer gives another length', async () => {
    const { rows, asked } = list();
    rows.want({ from: 60, to: 74 });
    for (let at = 0; at < asked.length; at += 1) await asked[at]?.answer(1_000_000 - at);
    expect(asked.length).toBeLessThan(20);
  });

  it('stand in for those of the next version', async () => {
    const { rows: before, asked } = list();
    before.want({ from: 0, to: 14 });
    await asked[0]?.answer();
    const { rows } = list({ before });
    expect(rows.rowAt(7)).toBe('1000000: 7');
    rows.want({ from: 0, to: 14 });
    expect(rows.isThere({ from: 0, to: 14 })).toBe(true);
  });
});
