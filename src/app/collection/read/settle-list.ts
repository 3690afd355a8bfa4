import type { ProblemLog } from '../fetch/problem.ts';
import { type KnownRun, runsOf } from './known-run.ts';
import type { Answer, ListReader } from './list-reader.ts';
import { type Reading, type ReadOptions, readList } from './read-list.ts';
import { endOf, idAt, RowWindows } from './row-windows.ts';
import type { TotalSwings } from './total-swings.ts';

/**
 * What was established about a list that was read while it may have changed, the surest first.
 *
 * - `one-answer`: all of it came in one answer.
 * - `read-twice`: two readings, one after the other, brought the same rows.
 * - `no-sign`: in the last reading all that overlaps agreed, the total never fell, and what it rose by stands at the end. One change
 *   shows in no such thing: rows that go and as many that come in, in a stretch already read, between the same two answers.
 * - `probed`: the same, but stretches in which overlap and total show no change are as they were read before.
 * - `unsettled`: the list never rested, or the server broke its rules: rows may be missing, or be there that are gone.
 */
export type Evidence = 'one-answer' | 'read-twice' | 'no-sign' | 'probed' | 'unsettled';

/** A list that was read. */
export interface SettledList {
  readonly windows: RowWindows;
  readonly total: number;
  readonly evidence: Evidence;
}

export interface SettleOptions {
  readonly reader: ListReader;
  readonly log: ProblemLog;
  /** Up to so many rows a list is read until two readings agree. */
  readonly confirmUpToRows: number;
  /** What an answer before told. */
  readonly known?: Answer | undefined;
  /** What was known from another time. */
  readonly runs?: readonly KnownRun[] | undefined;
}

/** A list that has not come to rest by then is taken as it is. A reading ends at the first sign of a change, so most are short. */
const maxReadings = 40;
/** How often the same two answers may contradict each other before that is the server's doing and no change. */
const maxSameSeams = 3;
const maxContradictions = 3;

/**
 * Reads a list until nothing speaks against what was read: it is then what the list held at some moment of the last reading. After
 * `maxReadings` it is taken as it is, and said to be unsettled.
 */
export async function settleList(options: SettleOptions): Promise<SettledList> {
  const { reader, known } = options;
  if (known !== undefined) {
    const windows = new RowWindows();
    windows.put(known.window);
    reader.options.onAnswer(windows);
    const { total } = known;
    if (endOf(known.window) === total) return { windows, total, evidence: 'one-answer' };
  }
  const doubts = new Doubts(options);
  const settling = new Settling(options, doubts);
  for (let readings = 0; readings < maxReadings && !doubts.areTooMany; readings++) {
    const settled = settling.take(await readList(reader, settling.next()));
    if (settled !== undefined) return settled;
  }
  return settling.proven ?? takeAsItIs(options, doubts);
}

/** What the readings until now have shown. */
class Settling {
  /** What two readings agreed about, though there was more in the second. */
  proven: SettledList | undefined;
  readonly #options: SettleOptions;
  readonly #doubts: Doubts;
  readonly #memory: Memory;
  #known: Answer | undefined;
  #before: Reading | undefined;

  constructor(options: SettleOptions, doubts: Doubts) {
    this.#options = options;
    this.#doubts = doubts;
    this.#memory = new Memory(options.runs ?? []);
    this.#known = options.known;
  }

  /** What the next reading begins with. A small list is read without what was known before, so that two readings are two. */
  next(): ReadOptions {
    const { reader, confirmUpToRows } = this.#options;
    const known = this.#known;
    this.#known = undefined;
    if (reader.total <= confirmUpToRows) return { known };
    return { known, runs: (totals) => this.#memory.runsAt(totals) };
  }

  /** Answers the list when nothing speaks against the reading. */
  take(reading: Reading): SettledList | undefined {
    const { kind, windows, total } = reading;
    if (kind !== 'whole') {
      this.#doubts.add(reading);
      this.#memory.add(reading, this.#doubts);
      this.#before = undefined;
      return undefined;
    }
    if (isOneAnswer(reading)) return { windows, total, evidence: 'one-answer' };
    if (total > this.#options.confirmUpToRows) return { windows, total, evidence: evidenceOf(reading, this.#memory) };
    return this.#confirm(reading);
  }

  #confirm(reading: Reading): SettledList | undefined {
    const before = this.#before;
    // What was taken over was not read again.
    this.#before = reading.kept ? undefined : reading;
    if (before === undefined || !goesOn(before, reading)) return undefined;
    this.proven = { windows: before.windows, total: before.total, evidence: 'read-twice' };
    return before.total === reading.total && reading.steady ? this.proven : undefined;
  }
}

function evidenceOf(reading: Reading, memory: Memory): Evidence {
  if (!reading.kept) return 'no-sign';
  return memory.isDoubtful ? 'unsettled' : 'probed';
}

function isOneAnswer({ windows, total }: Reading): boolean {
  const [first, second] = windows.sorted;
  return second === undefined && (first === undefined || endOf(first) === total);
}

/** Whether a reading has the rows of the one before, and perhaps more after them. */
function goesOn(before: Reading, reading: Reading): boolean {
  for (let place = 0; place < before.total; place++) {
    const [then, now] = [before.windows.at(place), reading.windows.at(place)];
    if (then === undefined || now === undefined || idAt(then, place) !== idAt(now, place)) return false;
  }
  return true;
}

/** Counts what no change of a list explains. */
class Doubts {
  readonly #log: ProblemLog;
  readonly #swings: TotalSwings;
  readonly #seams = new Map<string, number>();
  #contradictions = 0;
  isUntold = false;
  areTooMany = false;

  constructor({ log, reader }: SettleOptions) {
    this.#log = log;
    this.#swings = reader.swings;
  }

  add({ kind, seam, total }: Reading): void {
    if (kind === 'untold') this.isUntold = true;
    if (kind === 'contradiction') this.#contradictions += 1;
    if (this.#contradictions === maxContradictions) {
      this.#log.note('totalWrong', String(total));
      this.isUntold = true;
    }
    if (this.#swings.areTooMany) {
      this.#log.note('totalUnsteady', this.#swings.range);
      this.isUntold = true;
    }
    const times = seam === undefined ? 0 : this.times(seam) + 1;
    if (seam !== undefined) this.#seams.set(seam, times);
    if (times === maxSameSeams) this.#log.note('seam', seam?.split(' ')[0] ?? '');
    this.areTooMany ||= this.isUntold || times >= maxSameSeams;
  }

  /** How often a seam broke. */
  times(seam: string): number {
    return this.#seams.get(seam) ?? 0;
  }
}

/** What was read before a change, and what is known of the changes since. */
class Memory {
  #runs: readonly KnownRun[];
  #rows = 0;
  #fell = false;
  #rose = false;
  #lastTotal: number | undefined;
  #mixed = 0;
  /** Whether rows were taken over though there were changes of both kinds. */
  isDoubtful = false;

  constructor(runs: readonly KnownRun[]) {
    this.#runs = runs;
    this.#rows = runs.reduce((sum, { offset, end }) => sum + end - offset, 0);
  }

  add(reading: Reading, doubts: Doubts): void {
    const rows = reading.windows.covered();
    if (rows >= this.#rows) {
      if (!reading.kept) {
        this.#fell = false;
        this.#rose = false;
      }
      this.#runs = runsOf(reading.windows);
      this.#rows = rows;
    }
    const { seam, fell, rose } = reading;
    const isBalanced = seam !== undefined && !fell && !rose;
    this.#fell ||= fell || isBalanced;
    this.#rose ||= rose || isBalanced;
    // Not the highest one: after a fall, the list may rise to just that again.
    if (reading.lastTotal > 0) this.#lastTotal = reading.lastTotal;
    if (seam !== undefined && doubts.times(seam) > 1) this.#runs = [];
  }

  /**
   * The runs that can be taken over. When rows only went, or only came in, those between two that are as far apart as they were are
   * the same; when both happened, they need not be, and all is read again. A list that always does both is never read through so:
   * in the end it is taken over all the same, and said to be in doubt.
   */
  runsAt(totals: readonly number[]): readonly KnownRun[] {
    for (const total of totals) {
      this.#fell ||= total < (this.#lastTotal ?? total);
      this.#rose ||= total > (this.#lastTotal ?? total);
      this.#lastTotal = total;
    }
    const isMixed = this.#fell && this.#rose;
    if (isMixed && this.#runs.length > 0) this.#mixed += 1;
    const takesOver = !isMixed || this.#mixed > maxMixed;
    this.isDoubtful = isMixed && takesOver;
    return takesOver ? this.#runs : [];
  }
}

const maxMixed = 3;

async function takeAsItIs({ reader, log }: SettleOptions, doubts: Doubts): Promise<SettledList> {
  if (!doubts.isUntold) {
    const { kind, windows, total } = await readList(reader, { lenient: true });
    if (kind === 'whole') return { windows, total, evidence: 'unsettled' };
  }
  const windows = await readToTheEnd(reader, log);
  return { windows, total: Math.max(windows.covered(), reader.total), evidence: 'unsettled' };
}

/** More than a list has; for one that never ends. */
const maxRows = 2_000_000;
const maxPages = 10_000;
/** How many pages in a row may bring nothing new before the list is taken to end: some may be wrong, and right ones come after them. */
const maxVainPages = 20;

/**
 * Reads page after page until they bring nothing new: for a server that does not say how many rows there are, or cannot be believed. A
 * page that brings nothing new is no part of what is answered.
 */
async function readToTheEnd(reader: ListReader, log: ProblemLog): Promise<RowWindows> {
  const windows = new RowWindows();
  const ids = new Set<string>();
  let offset = 0;
  for (let pages = 0, vainPages = 0; pages < maxPages && ids.size < maxRows; pages++) {
    const { window } = await reader.ask(offset);
    const end = endOf(window);
    const known = ids.size;
    for (const id of window.block.ids) ids.add(id);
    if (ids.size > known) {
      vainPages = 0;
      windows.put(window);
      reader.options.onAnswer(windows);
    } else {
      vainPages += 1;
      if (vainPages === maxVainPages || (end === offset && offset >= reader.total)) return windows;
    }
    offset = end > offset ? end : offset + reader.pageRows;
  }
  log.note('endless', String(offset));
  return windows;
}
