import type { KnownRun } from './known-run.ts';
import type { Answer, ListReader } from './list-reader.ts';
import { planReads } from './plan-reads.ts';
import { endOf, RowWindows, type Stretch } from './row-windows.ts';

/** How a reading of the list ended. */
export interface Reading {
  /**
   * `whole`: all of it, with nothing that speaks against it · `changed`: something came in or went out where it was read already ·
   * `contradiction`: an answer that cannot be, since its rows do not go with its total · `untold`: the server does not say how many
   * rows there are.
   */
  readonly kind: 'whole' | 'changed' | 'contradiction' | 'untold';
  readonly windows: RowWindows;
  /** The highest total of an answer, and the last one; 0 where none has told any. */
  readonly total: number;
  readonly lastTotal: number;
  /** Whether all answers had the same total. */
  readonly steady: boolean;
  /** Whether rows were taken over from a run. */
  readonly kept: boolean;
  /** Whether the total fell or rose meanwhile. */
  readonly fell: boolean;
  readonly rose: boolean;
  /** The seam that broke, when that was it: the same text for the same rows. */
  readonly seam?: string | undefined;
}

export interface ReadOptions {
  /** A page read before, which stands if the first answers have the same total. */
  readonly known?: Answer | undefined;
  /** What was known before something changed, by the totals of the answers at the beginning of the reading. */
  readonly runs?: ((totals: readonly number[]) => readonly KnownRun[]) | undefined;
  /** Goes on whatever speaks against what is read. */
  readonly lenient?: boolean | undefined;
}

/** Reads all of a list once. */
export function readList(reader: ListReader, options: ReadOptions): Promise<Reading> {
  return new OneReading(reader, options).read();
}

interface ToldAnswer extends Answer {
  readonly total: number;
}

const maxTailReads = 20;

/** One reading, from the tail at its beginning to the tail at its end. */
class OneReading {
  readonly #reader: ListReader;
  readonly #known: Answer | undefined;
  readonly #lenient: boolean;
  readonly #runsAt: (totals: readonly number[]) => readonly KnownRun[];
  #runs: readonly KnownRun[] = [];
  readonly #windows = new RowWindows();
  readonly #pending = new Map<Stretch, Promise<void>>();
  #asked = 0;
  /** Stops what is still under way when the reading ends. */
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  /** The total at the beginning, and the highest since. */
  #firstTotal = 0;
  #highest = 0;
  #lastTotal = 0;
  #kept = false;
  #fell = false;
  #ended: Reading | undefined;
  #failure: { readonly error: unknown } | undefined;
  /** The last answer reached the end of the list when nothing else was under way. */
  #tailIsLast = false;

  constructor(reader: ListReader, { known, runs = () => [], lenient = false }: ReadOptions) {
    this.#reader = reader;
    this.#known = known;
    this.#runsAt = runs;
    this.#lenient = lenient;
    this.#signal = AbortSignal.any([reader.options.fetcher.signal, this.#stop.signal]);
  }

  async read(): Promise<Reading> {
    try {
      return await this.#read();
    } finally {
      this.#stop.abort();
    }
  }

  async #read(): Promise<Reading> {
    await this.#readTail();
    for (let tailReads = 0; this.#ended === undefined; ) {
      this.#keepKnown();
      if (this.#windows.gaps(this.#highest).length > 0) await this.#fill();
      else if (this.#tailIsLast || tailReads >= maxTailReads) this.#end(this.#restsOnSeams() ? 'whole' : 'changed');
      else {
        // In the end once more, after all else.
        tailReads += 1;
        await this.#start(page(Math.max(0, this.#highest - 1), this.#reader.pageRows));
      }
    }
    return this.#ended;
  }

  /** Whether new rows at the end are shown by a row before them that kept its place: not when each page was of one row. */
  #restsOnSeams(): boolean {
    return this.#lenient || this.#reader.pageRows > 1 || this.#highest === this.#firstTotal;
  }

  /**
   * Reads the end of the list alone, so that its last row and the total go together: as long as that row keeps its place and the total
   * never falls, all that comes is new rows after it.
   */
  async #readTail(): Promise<void> {
    const totals: number[] = [];
    while (totals.length < maxTailReads) {
      const { total, pageRows } = this.#reader;
      const answer = await this.#reader.ask(total <= pageRows ? 0 : total - Math.ceil(pageRows / 2));
      this.#lastTotal = answer.total ?? this.#lastTotal;
      if (!isTold(answer) || contradicts(answer)) {
        this.#end(isTold(answer) ? 'contradiction' : 'untold');
        return;
      }
      totals.push(answer.total);
      if (!reachesEnd(answer)) continue;
      this.#firstTotal = answer.total;
      this.#highest = answer.total;
      this.#runs = this.#runsAt(totals);
      this.#tailIsLast = true;
      this.#windows.put(answer.window);
      this.#reader.options.onAnswer(this.#windows);
      if (this.#known === undefined || totals.some((total) => total !== this.#known?.total)) return;
      const seam = this.#windows.add(this.#known.window);
      if (seam !== undefined) this.#end('changed', seam.text);
      return;
    }
    this.#end(this.#lenient ? 'untold' : 'changed');
  }

  /** Takes over what stands as it was known. */
  #keepKnown(): void {
    for (;;) {
      const { keep } = planReads(this.#planInput());
      if (keep.length === 0) return;
      const broken = keep.some((window) => this.#windows.add(window) !== undefined);
      this.#kept = true;
      // What does not fit was not known: all is read.
      if (broken) this.#runs = [];
    }
  }

  /** Reads what is missing, several pages at a time, until nothing is or something speaks against it. */
  async #fill(): Promise<void> {
    while (this.#ended === undefined) {
      this.#keepKnown();
      const free = this.#reader.options.concurrency - this.#pending.size;
      for (const read of planReads(this.#planInput()).reads.slice(0, Math.max(0, free))) this.#start(read);
      if (this.#pending.size === 0) return;
      await Promise.race(this.#pending.values());
      if (this.#failure !== undefined) throw this.#failure.error;
    }
  }

  /** Begins to ask; a failure is kept for whoever waits. */
  #start(stretch: Stretch): Promise<void> {
    const asked = this.#ask(stretch)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#pending.delete(stretch));
    this.#pending.set(stretch, asked);
    return asked;
  }

  #planInput() {
    const { pageRows } = this.#reader;
    return {
      windows: this.#windows,
      pending: [...this.#pending.keys()],
      runs: this.#runs,
      end: this.#highest,
      pageRows,
    };
  }

  /** Asks for a stretch and takes in the answer. */
  async #ask(stretch: Stretch): Promise<void> {
    const startsAlone = this.#pending.size === 0;
    this.#asked += 1;
    const asked = this.#asked;
    let floor = 0;
    const answer = await this.#reader.ask(stretch.offset, {
      signal: this.#signal,
      onSend: () => {
        floor = this.#highest;
      },
    });
    // Of a reading that has ended nothing is believed that was asked before it did.
    if (this.#ended === undefined) this.#take(answer, floor);
    this.#tailIsLast = startsAlone && this.#asked === asked && reachesEnd(answer);
  }

  #take(answer: Answer, floor: number): void {
    const against = isTold(answer) ? this.#against(answer, floor) : { kind: 'untold' as const };
    if (against !== undefined) {
      this.#end(against.kind, against.seam);
      return;
    }
    this.#windows.put(answer.window);
    this.#reader.options.onAnswer(this.#windows);
  }

  /** What an answer says against this reading. `floor` is the highest total that had come before it was asked for. */
  #against(answer: ToldAnswer, floor: number): { kind: Reading['kind']; seam?: string } | undefined {
    const { window, total } = answer;
    this.#lastTotal = total;
    if (total < this.#highest) this.#fell = true;
    this.#highest = this.#lenient ? total : Math.max(this.#highest, total);
    if (contradicts(answer)) return { kind: 'contradiction' };
    if (this.#lenient) return undefined;
    if (total < floor) return { kind: 'changed' };
    const seam = this.#windows.brokenSeam(window);
    return seam && { kind: 'changed', seam: seam.text };
  }

  #end(kind: Reading['kind'], seam?: string): void {
    this.#ended ??= {
      kind,
      windows: this.#windows,
      total: this.#highest,
      lastTotal: this.#lastTotal,
      steady: this.#highest === this.#firstTotal && !this.#fell,
      kept: this.#kept,
      fell: this.#fell,
      rose: this.#highest > this.#firstTotal,
      seam,
    };
  }
}

function isTold(answer: Answer): answer is ToldAnswer {
  return answer.total !== undefined;
}

/** Whether an answer cannot be: its rows end before the total with none at all, or go on after it. */
function contradicts({ window, total }: ToldAnswer): boolean {
  return endOf(window) > Math.max(total, window.offset) || (window.to === window.from && window.offset < total);
}

function reachesEnd({ window, total }: Answer): boolean {
  return endOf(window) === total;
}

function page(offset: number, rows: number): Stretch {
  return { offset, end: offset + rows };
}
