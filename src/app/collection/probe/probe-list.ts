import type { Probe } from './probe-buckets.ts';

/** Enough to see the shape of a timeline, few enough to be asked for at once. */
const probeCount = 32;
/** The rest of a browser's six connections to a server stays free for what the reader does meanwhile. */
const maxInFlight = 3;

/** What a list looks like by a few of its rows. */
export interface ProbedList {
  readonly probes: readonly Probe[];
  /** Rows that it has, by the last answer. */
  readonly total: number;
}

/** One row of a list in ascending order; no time where there is none any more, or it has none. */
export interface ProbedRow {
  readonly total: number;
  readonly createdAtMs: number | undefined;
}

/** Where a list of so many rows is probed: at its first row, its last one, and evenly between them. */
export function probeOffsets(total: number): readonly number[] {
  const last = total - 1;
  const count = Math.min(probeCount, total);
  return Array.from({ length: count }, (_, index) => Math.round((index * last) / Math.max(1, count - 1)));
}

/** Asks for a few rows of a list, some at a time. Rejects with what `fetchRow` rejects with; the rest is then not asked for. */
export async function probeList(options: {
  readonly total: number;
  readonly fetchRow: (offset: number) => Promise<ProbedRow>;
}): Promise<ProbedList> {
  const { fetchRow } = options;
  const offsets = probeOffsets(options.total);
  const probes: Probe[] = [];
  let { total } = options;
  let next = 0;
  async function work(): Promise<void> {
    for (let offset = offsets[next]; offset !== undefined; offset = offsets[next]) {
      next += 1;
      try {
        const row = await fetchRow(offset);
        total = row.total;
        if (row.createdAtMs !== undefined) probes.push({ offset, createdAtMs: row.createdAtMs });
      } catch (error) {
        next = offsets.length;
        throw error;
      }
    }
  }
  await Promise.all(Array.from({ length: maxInFlight }, work));
  return { probes, total };
}
