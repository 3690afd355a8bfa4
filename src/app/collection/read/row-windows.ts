import type { BlockSlice } from '../../../engine/columns/join-blocks.ts';
import type { RowBlock } from '../../../engine/columns/row-block.ts';

/** Rows of a block that stand in the list from `offset` on. */
export interface RowWindow extends BlockSlice {
  /** Place in the list of row `from`. */
  readonly offset: number;
}

/** A stretch of the list, `end` not in it. */
export interface Stretch {
  readonly offset: number;
  readonly end: number;
}

/** Two answers that say different things about one place of the list. */
export interface BrokenSeam {
  readonly offset: number;
  /** Names the place and the two rows: the same text when the same happens again. */
  readonly text: string;
}

export function endOf(window: RowWindow): number {
  return window.offset + window.to - window.from;
}

/** The id at a place of the list that the window covers. */
export function idAt({ block, from, offset }: RowWindow, place: number): string {
  return block.ids[from + place - offset] ?? '';
}

export function windowOf(block: RowBlock, offset: number): RowWindow {
  return { block, from: 0, to: block.count, offset };
}

/** What is known of the list: windows by place, each of which goes on with the others where they overlap. */
export class RowWindows {
  /** By offset, and so by end: one that others cover is not kept. */
  readonly #sorted: RowWindow[] = [];

  get sorted(): readonly RowWindow[] {
    return this.#sorted;
  }

  /** Adds a window, unless it says otherwise than one that is here: then that is the answer. */
  add(window: RowWindow): BrokenSeam | undefined {
    const seam = this.brokenSeam(window);
    if (seam === undefined) this.put(window);
    return seam;
  }

  /** Where a window says otherwise than one that is here. */
  brokenSeam(window: RowWindow): BrokenSeam | undefined {
    for (let at = this.#firstAfter(window.offset); at < this.#sorted.length; at++) {
      const other = this.#sorted[at];
      if (other === undefined || other.offset >= endOf(window)) return undefined;
      const end = Math.min(endOf(window), endOf(other));
      for (let place = Math.max(window.offset, other.offset); place < end; place++) {
        const ids = [idAt(other, place), idAt(window, place)];
        if (ids[0] !== ids[1]) return { offset: place, text: `${place} ${ids[0]} ${ids[1]}` };
      }
    }
    return undefined;
  }

  /** Adds a window whatever it says. */
  put(window: RowWindow): void {
    if (window.to === window.from) return;
    let at = this.#firstAfter(window.offset);
    while (at < this.#sorted.length && (this.#sorted[at]?.offset ?? 0) < window.offset) at++;
    // Of those that begin earlier the last reaches furthest; one that begins here may do so too.
    for (const other of [this.#sorted[at - 1], this.#sorted[at]]) {
      if (other !== undefined && other.offset <= window.offset && endOf(other) >= endOf(window)) return;
    }
    let covered = 0;
    for (let next = this.#sorted[at]; next && endOf(next) <= endOf(window); next = this.#sorted[at + covered])
      covered++;
    this.#sorted.splice(at, covered, window);
  }

  /** What is not covered before `end`. */
  gaps(end: number): Stretch[] {
    const gaps: Stretch[] = [];
    let covered = 0;
    for (const window of this.#sorted) {
      if (window.offset >= end) break;
      if (window.offset > covered) gaps.push({ offset: covered, end: window.offset });
      covered = endOf(window);
    }
    if (covered < end) gaps.push({ offset: covered, end });
    return gaps;
  }

  /** Rows that are covered. */
  covered(): number {
    return this.slices().reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** The rows in the list's order, each place once. */
  slices(): BlockSlice[] {
    let covered = 0;
    return this.#sorted.map(({ block, from, to, offset }) => {
      const slice = { block, from: Math.min(to, from + Math.max(0, covered - offset)), to };
      covered = Math.max(covered, offset + to - from);
      return slice;
    });
  }

  /** The window that covers a place. */
  at(place: number): RowWindow | undefined {
    const window = this.#sorted[this.#firstAfter(place)];
    return window !== undefined && window.offset <= place ? window : undefined;
  }

  /** The index of the first window that ends after a place. */
  #firstAfter(place: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const window = this.#sorted[middle];
      if (window !== undefined && endOf(window) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
