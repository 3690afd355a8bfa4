import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockMs, subscribeClock } from './clock.ts';

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: Page;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  page = new Page();
  vi.stubGlobal('document', page);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the clock', () => {
  it('is one timer for all, and none when nobody listens', () => {
    const stops = [subscribeClock(vi.fn()), subscribeClock(vi.fn()), subscribeClock(vi.fn())];
    expect(vi.getTimerCount()).toBe(1);
    for (const stop of stops) stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ticks every second, and says the same time in between', () => {
    const listener = vi.fn();
    const stop = subscribeClock(listener);
    listener.mockClear();
    vi.advanceTimersByTime(1000);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(clockMs()).toBe(1_001_000);
    vi.advanceTimersByTime(999);
    expect(clockMs()).toBe(1_001_000);
    stop();
  });

  it('rests while the page is hidden and is right at once when it comes back', () => {
    const listener = vi.fn();
    const stop = subscribeClock(listener);
    page.show('hidden');
    listener.mockClear();
    vi.advanceTimersByTime(60_000);
    expect(listener).not.toHaveBeenCalled();
    page.show('visible');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(clockMs()).toBe(1_060_000);
    stop();
  });

  it('is right for the first who asks', () => {
    vi.setSystemTime(5_000_000);
    expect(clockMs()).toBe(5_000_000);
  });
});
