/** When requests may be sent, by a limit of requests a second: never more than that in any one second. */
export class RequestPace {
  /** When the latest requests are sent, in ms, the earliest first. */
  #sentAtMs: number[] = [];
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Takes the next place for a request and answers how long to wait for it, in ms. Without a limit: 0. */
  reserve(perSecond: number | undefined, nowMs: number): number {
    // A clock that is set back moves what was sent by it, too: else the next request waits until it is as late again.
    const backMs = this.#lastMs - nowMs;
    if (backMs > 0) this.#sentAtMs = this.#sentAtMs.map((sentAtMs) => sentAtMs - backMs);
    this.#lastMs = nowMs;
    let atMs = nowMs;
    if (perSecond !== undefined && perSecond > 0) {
      const oldest = this.#sentAtMs.at(-Math.min(maxKept / 2, Math.max(1, Math.floor(perSecond))));
      if (oldest !== undefined) atMs = Math.max(nowMs, oldest + 1000);
    }
    this.#sentAtMs.push(atMs);
    if (this.#sentAtMs.length > maxKept) this.#sentAtMs.splice(0, maxKept / 2);
    return atMs - nowMs;
  }
}

/** Twice the highest limit that is told from none. */
const maxKept = 2048;
