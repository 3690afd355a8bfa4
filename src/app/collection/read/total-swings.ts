/** A total that goes up or down by less is that of a list in which something happens. */
const leastJumpRows = 10;
const leastJumpShare = 0.01;
/** No list loses and gets so much again between two answers so often. */
const maxSwings = 10;

/** Follows the totals of one answer after the other, for a server that does not agree with itself how many rows there are. */
export class TotalSwings {
  #last: number | undefined;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;
  #wasUp: boolean | undefined;
  #swings = 0;

  add(total: number): void {
    const jump = total - (this.#last ?? total);
    this.#last = total;
    if (Math.abs(jump) < Math.max(leastJumpRows, total * leastJumpShare)) return;
    this.#lowest = Math.min(this.#lowest, total);
    this.#highest = Math.max(this.#highest, total);
    const isUp = jump > 0;
    if (this.#wasUp !== undefined && isUp !== this.#wasUp) this.#swings += 1;
    this.#wasUp = isUp;
  }

  /** Whether they went up and down so often that it is the server's doing and no change of the list. */
  get areTooMany(): boolean {
    return this.#swings >= maxSwings;
  }

  /** Between which totals. */
  get range(): string {
    return `${this.#lowest}–${this.#highest}`;
  }
}
