import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { after as wait } from './after.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('after', () => {
  it('comes when its time has gone by', async () => {
    const done = vi.fn();
    wait(500).then(done);
    await vi.advanceTimersByTimeAsync(499);
    expect(done).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toHaveBeenCalledOnce();
  });

  it('does not come at once when that is more than a timer holds', async () => {
    const done = vi.fn();
    wait(2 ** 31).then(done);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(done).not.toHaveBeenCalled();
  });

  it('is given up with the reason of its signal, and leaves no timer', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const waiting = wait(500, stop.signal);
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(wait(500, stop.signal)).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves nothing behind on a signal that outlives it', async () => {
    const { signal } = new AbortController();
    const listening = new Set<unknown>();
    vi.spyOn(signal, 'addEventListener').mockImplementation((_, listener) => void listening.add(listener));
    vi.spyOn(signal, 'removeEventListener').mockImplementation((_, listener) => void listening.delete(listener));
    const waiting = wait(500, signal);
    expect(listening.size).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    await waiting;
    expect(listening.size).toBe(0);
  });
});
