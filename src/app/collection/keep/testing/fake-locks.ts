/** Locks as a browser gives them: one holder at a time, in the order of asking. */
export class FakeLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  readonly request = (async (name: string, { signal }: LockOptions, act: () => Promise<unknown>) => {
    const before = this.#last.get(name) ?? Promise.resolve();
    const held = this.#take(before, signal).then(act);
    // Whoever gives up does not let the next one in before the holder is done.
    this.#last.set(name, Promise.allSettled([before, held]));
    return await held;
  }) as LockManager['request'];

  async #take(before: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    await Promise.race([before, aborted]);
  }
}
