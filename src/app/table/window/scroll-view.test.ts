import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScrollRest } from './row-source.ts';
import { type RowRange, rowHeightPx } from './row-window.ts';
import { ScrollView } from './scroll-view.ts';

const viewPx = 10 * rowHeightPx;

/** A view of a million rows, of which those in `there` have come, or all. */
function opened({ count = 1_000_000, holdMs = 0, isThere = (_: RowRange): boolean => true } = {}) {
  const rests: ScrollRest[] = [];
  const wanted: { range: RowRange; isPassing: boolean }[] = [];
  const listeners = new Set<() => void>();
  const scroller = { scrollTop: 0, scrollHeight: 20_000_000, clientHeight: viewPx + 32 };
  const view = new ScrollView((rest) => rests.push(rest));
  const end = view.follow(scroller);
  view.take({
    holdMs,
    isThere: (range) => isThere(range),
    want: (range, { isPassing } = { isPassing: false }) => wanted.push({ range, isPassing }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  view.lay({ count, viewPx });
  const scrollTo = (px: number) => {
    scroller.scrollTop = px;
    view.onScroll();
  };
  const come = () => {
    for (const listener of listeners) listener();
    vi.advanceTimersByTime(16);
  };
  return { view, scroller, rests, wanted, scrollTo, come, end };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a view of very many rows', () => {
  it('moves by the pixels that the wheel gives, row by row', () => {
    const { view, scrollTo } = opened();
    scrollTo(100);
    expect(view.picture()).toMatchObject({ topPx: 100, from: 2, to: 13 });
    scrollTo(134);
    expect(view.picture()).toMatchObject({ topPx: 134, from: 3, to: 14 });
  });

  it('is not on the move where it has itself scrolled', () => {
    const { view, scroller, scrollTo } = opened();
    view.jump(500);
    scrollTo(scroller.scrollTop);
    expect(view.picture()).toMatchObject({ from: 500, isMoving: false });
    scrollTo(scroller.scrollTop + 1);
    expect(view.picture().isMoving).toBe(true);
  });

  it('is at the last row when the scroller is at its end', () => {
    const { view, scrollTo } = opened();
    scrollTo(8_000_000);
    expect(view.picture()).toMatchObject({ from: 999_990, to: 1_000_000 });
  });

  it('brings the thumb where it belongs once it rests, and moves no row by that', () => {
    const { view, scroller, scrollTo, rests } = opened();
    view.jump(500_000);
    const before = scroller.scrollTop;
    for (let step = 1; step <= 50; step += 1) scrollTo(before + step * 300);
    expect(scroller.scrollTop).toBe(before + 15_000);
    const { topPx } = view.picture();
    expect(topPx).toBe(500_000 * rowHeightPx + 15_000);
    vi.advanceTimersByTime(500);
    expect(scroller.scrollTop).toBeLessThan(before + 5_000);
    expect(view.picture().topPx).toBe(topPx);
    expect(rests.at(-1)).toEqual({ topRow: topPx / rowHeightPx, rowsThatFit: 10 });
  });

  it('tells where it is when it rests, and not on the way', () => {
    const { scrollTo, rests } = opened();
    const before = rests.length;
    for (let at = 1; at <= 20; at += 1) {
      scrollTo(at * 10);
      vi.advanceTimersByTime(100);
    }
    expect(rests).toHaveLength(before);
    vi.advanceTimersByTime(100);
    expect(rests.at(-1)?.topRow).toBe(200 / rowHeightPx);
  });

  it('loses nothing of what was scrolled just before it has more room, or before it rests', () => {
    const { view, scroller, scrollTo, rests } = opened({ count: 1000 });
    scroller.scrollTop = 3400;
    view.lay({ count: 1000, viewPx: viewPx + 68 });
    expect(scroller.scrollTop).toBe(3400);
    expect(rests.at(-1)?.topRow).toBe(100);
    scrollTo(6800);
    scroller.scrollTop = 10_200;
    vi.advanceTimersByTime(1000);
    expect(scroller.scrollTop).toBe(10_200);
    expect(rests.at(-1)?.topRow).toBe(300);
  });

  it('tells nothing any more once it is closed', () => {
    const { view, scrollTo, rests, end } = opened();
    scrollTo(500);
    const before = rests.length;
    end();
    vi.advanceTimersByTime(1000);
    view.tell();
    expect(rests).toHaveLength(before);
  });

  it('says that the reader is on the way, for a moment longer than that is so', () => {
    const { view, scrollTo, wanted } = opened();
    scrollTo(200);
    expect(view.picture().isFast).toBe(false);
    scrollTo(90_000);
    expect(view.picture().isFast).toBe(true);
    expect(wanted.at(-1)?.isPassing).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(view.picture().isFast).toBe(false);
  });

  it('keeps its place on paper, where the scroller goes to its top', () => {
    const { view, scroller, scrollTo } = opened();
    scrollTo(3_400);
    scroller.scrollHeight = scroller.clientHeight;
    scrollTo(0);
    expect(view.picture().topPx).toBe(3_400);
  });

  it('shows the whole of a row with the least scrolling', () => {
    const { view } = opened();
    view.show(10);
    expect(view.picture().topPx).toBe(rowHeightPx);
    view.show(5);
    expect(view.picture().topPx).toBe(rowHeightPx);
  });
});

describe('rows that come fast', () => {
  it('are waited for, while those before stay in sight', () => {
    let there = false;
    const { view, scrollTo, come } = opened({ holdMs: 80, isThere: ({ from }) => from < 10 || there });
    scrollTo(34_000);
    expect(view.picture().from).toBe(0);
    there = true;
    come();
    expect(view.picture().from).toBe(1_000);
  });

  it('are not waited for longer than a moment', () => {
    const { view, scrollTo } = opened({ holdMs: 80, isThere: ({ from }) => from < 10 });
    scrollTo(34_000);
    vi.advanceTimersByTime(81);
    expect(view.picture().from).toBe(1_000);
  });

  it('are shown also to who has gone on meanwhile', () => {
    let thereTo = 10;
    const { view, scrollTo, come, wanted } = opened({ holdMs: 80, isThere: ({ to }) => to <= thereTo });
    scrollTo(34_000);
    scrollTo(68_000);
    expect(wanted.at(-1)?.range.from).toBe(1_000);
    thereTo = 1_010;
    come();
    expect(view.picture().from).toBe(1_000);
    expect(wanted.at(-1)?.range.from).toBe(2_000);
    thereTo = 2_010;
    come();
    expect(view.picture().from).toBe(2_000);
  });
});
