import type { ProbedList } from '../../collection/read/probe-list.ts';

/**
 * About when the row at a place of a list was created, by a few of its rows in ascending order: between two of them the others are
 * taken to have come evenly. `undefined` where the probes say nothing.
 */
export function probedTime({ probes, total }: ProbedList, options: { row: number; desc: boolean }): number | undefined {
  const offset = options.desc ? total - 1 - options.row : options.row;
  let before: ProbedList['probes'][number] | undefined;
  let after: typeof before;
  for (const probe of probes) {
    if (Number.isNaN(probe.createdAtMs)) continue;
    if (probe.offset <= offset && (before === undefined || probe.offset > before.offset)) before = probe;
    if (probe.offset >= offset && (after === undefined || probe.offset < after.offset)) after = probe;
  }
  if (before === undefined || after === undefined) return (before ?? after)?.createdAtMs;
  if (after.offset === before.offset) return before.createdAtMs;
  const share = (offset - before.offset) / (after.offset - before.offset);
  return before.createdAtMs + share * (after.createdAtMs - before.createdAtMs);
}
