import type { KnownRun } from './known-run.ts';
import { endOf, idAt, type RowWindow, type RowWindows, type Stretch } from './row-windows.ts';

/** What there is to plan with. */
export interface PlanInput {
  readonly windows: RowWindows;
  /** What was asked for and is not answered. */
  readonly pending: readonly Stretch[];
  /** What was known before something changed, to be taken over where it can be shown to stand as it did. */
  readonly runs: readonly KnownRun[];
  /** Rows of the list. */
  readonly end: number;
  /** Rows that the server grants at a time. */
  readonly pageRows: number;
}

/** What to do next about what is not covered. */
export interface Plan {
  readonly reads: readonly Stretch[];
  /** Windows of runs that stand where they stood, or moved as a whole. */
  readonly keep: readonly RowWindow[];
}

/** A row of a run, and where it stands in the list now. */
interface Anchor {
  readonly run: KnownRun;
  readonly was: number;
  readonly now: number;
}

/** How many rows of a window are looked for in a run, at its edge: they may be new, or gone there. */
const anchorRows = 32;

/**
 * Plans how the rest of the list is read: in stretches of a page that share a row with the one before, or, where it was known before,
 * by bisection. Between two rows of a run that are as far apart as they were, nothing was deleted and nothing came in (or as much of
 * the one as of the other); where they are not, the page in their middle is read, and so on.
 */
export function planReads(input: PlanInput): Plan {
  const plan = { reads: [] as Stretch[], keep: [] as RowWindow[] };
  for (const gap of openGaps(input)) {
    const left = input.runs.length === 0 || gap.after === 'pending' ? undefined : leftAnchor(input, gap);
    if (left !== undefined) planKnown(input, { gap, left, plan });
    else if (!waits(input, gap)) plan.reads.push(...pages(input, gap));
  }
  return plan;
}

interface Gap extends Stretch {
  readonly after: 'pending' | 'window';
  readonly before: 'pending' | 'window';
}

/** What is neither covered nor asked for. */
function openGaps({ windows, pending, end }: PlanInput): Gap[] {
  const asked = [...pending].sort((a, b) => a.offset - b.offset);
  return windows.gaps(end).flatMap((stretch) => {
    const gaps: Gap[] = [];
    let offset = stretch.offset;
    let after: Gap['after'] = 'window';
    for (const one of asked) {
      if (one.end <= offset || one.offset >= stretch.end) continue;
      if (one.offset > offset) gaps.push({ offset, end: one.offset, after, before: 'pending' });
      offset = Math.max(offset, one.end);
      after = 'pending';
    }
    if (offset < stretch.end) gaps.push({ offset, end: stretch.end, after, before: 'window' });
    return gaps;
  });
}

/** After a probe that is under way, what was known before waits for its answer. */
function waits({ runs, pageRows }: PlanInput, { offset, after }: Gap): boolean {
  return after === 'pending' && runs.some((run) => run.offset <= offset && run.end > offset + pageRows);
}

function planKnown(
  input: PlanInput,
  {
    gap,
    left,
    plan,
  }: { readonly gap: Gap; readonly left: Anchor; readonly plan: { reads: Stretch[]; keep: RowWindow[] } },
): void {
  const { pageRows } = input;
  if (gap.before === 'pending') return;
  const right = rightAnchor(input, gap, left.run);
  if (right !== undefined) {
    if (right.was - left.was === right.now - left.now) plan.keep.push(...between(gap, left));
    else if (gap.end - gap.offset <= 2 * pageRows) plan.reads.push(...pages(input, gap));
    else plan.reads.push(page(Math.floor((gap.offset + gap.end - pageRows) / 2), pageRows));
    return;
  }
  // Beyond the run nothing is known; at its end a row of it is looked for, so that the rest of it lies between two.
  const runEnd = Math.min(gap.end, left.run.end + left.now - left.was);
  const probe = page(runEnd - pageRows, pageRows);
  if (probe.offset <= gap.offset + pageRows) {
    plan.reads.push(...pages(input, gap));
    return;
  }
  plan.reads.push(probe);
  if (runEnd < gap.end) plan.reads.push(...pages(input, { offset: runEnd, end: gap.end }));
}

/** The rows of the run between its two rows, which are next to the gap, and those two. */
function between(gap: Gap, { run, was, now }: Anchor): RowWindow[] {
  const shift = now - was;
  return run.windows(Math.max(run.offset, gap.offset - 1 - shift), gap.end + 1 - shift, shift);
}

/** A row of a run at the left edge of a gap; the beginning of the list is as good as one. */
function leftAnchor({ windows, runs }: PlanInput, gap: Gap): Anchor | undefined {
  if (gap.offset === 0) {
    const run = runs.find(({ offset }) => offset === 0);
    return run && { run, was: -1, now: -1 };
  }
  const window = windows.at(gap.offset - 1);
  if (window === undefined) return undefined;
  for (let now = gap.offset - 1; now >= Math.max(window.offset, gap.offset - anchorRows); now--) {
    for (const run of runs) {
      const was = placeIn(run, window, now);
      if (was !== undefined) return { run, was, now };
    }
  }
  return undefined;
}

function rightAnchor({ windows }: PlanInput, gap: Gap, run: KnownRun): Anchor | undefined {
  const window = windows.at(gap.end);
  if (window === undefined) return undefined;
  for (let now = gap.end; now < Math.min(endOf(window), gap.end + anchorRows); now++) {
    const was = placeIn(run, window, now);
    if (was !== undefined) return { run, was, now };
  }
  return undefined;
}

function placeIn(run: KnownRun, window: RowWindow, place: number): number | undefined {
  const row = window.from + place - window.offset;
  return run.placeOf(idAt(window, place), window.block.timesMs[row] ?? Number.NaN);
}

/** Pages that cover a gap, each beginning with the last row of the one before. */
function pages({ pageRows }: PlanInput, { offset, end }: Stretch): Stretch[] {
  // Where the server gives one row at a time, no two answers can share one.
  const overlap = pageRows > 1 ? 1 : 0;
  const reads: Stretch[] = [];
  for (let next = offset; next < end; ) {
    const read = page(Math.max(0, next - overlap), pageRows);
    reads.push(read);
    next = read.end;
  }
  return reads;
}

function page(offset: number, pageRows: number): Stretch {
  return { offset: Math.max(0, offset), end: Math.max(0, offset) + pageRows };
}
