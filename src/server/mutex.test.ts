import { describe, expect, it } from 'vitest';
import { Mutex } from './mutex.ts';

describe('the mutex', () => {
  it('lets one in at a time, in the order of asking', async () => {
    const mutex = new Mutex();
    const order: string[] = [];
    let inside = 0;
    async function visit(name: string): Promise<void> {
      await mutex.lock();
      inside += 1;
      expect(inside).toBe(1);
      order.push(name);
      await new Promise(setImmediate);
      inside -= 1;
      mutex.unlock();
    }
    await Promise.all(['a', 'b', 'c', 'd'].map(visit));
    await visit('e');
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is handed on after work that failed', async () => {
    const mutex = new Mutex();
    await expect(mutex.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await mutex.run(async () => 'done')).toBe('done');
  });
});
