/** A gate that a reader closes to pause a load, and opens to go on with it. */
export class PauseGate {
  #closed: Promise<void> | undefined;
  #open = () => {};

  /** Fulfilled when it opens; `undefined` while it is open. */
  get closed(): Promise<void> | undefined {
    return this.#closed;
  }

  set(isClosed: boolean): void {
    if (isClosed === (this.#closed !== undefined)) return;
    this.#open();
    this.#closed = isClosed
      ? new Promise((resolve) => {
          this.#open = resolve;
        })
      : undefined;
  }
}
