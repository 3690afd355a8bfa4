/** One holder at a time, in the order of asking. */
export class Mutex {
  #last: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  /** Resolves when the caller holds the mutex; `unlock` hands it on. */
  async lock(): Promise<void> {
    const before = this.#last;
    const { promise, resolve } = withResolvers();
    this.#last = promise;
    await before;
    this.#release = resolve;
  }

  /** Does `work` while it holds the mutex. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.lock();
    try {
      return await work();
    } finally {
      this.unlock();
    }
  }

  /** Hands the mutex to whoever asked next. */
  unlock(): void {
    const release = this.#release;
    this.#release = undefined;
    release?.();
  }
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
