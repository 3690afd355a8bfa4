import { formatCount, formatMs } from '../format.ts';
import { median } from '../statistics.ts';
import type { Load } from './measure-load.ts';
import type { ServerCase, Subject } from './server-cases.ts';

/** A request and how the server answered it, in each round. */
export interface MeasuredCase extends ServerCase {
  readonly rounds: readonly Load[];
  /** The p50 of each round, in ms. */
  readonly p50s: readonly number[];
}

/** A measured page of the list. */
export type MeasuredPage = MeasuredCase & { readonly subject: Extract<Subject, { kind: 'page' }> };

/** Joins the requests with their rounds. */
export function measuredCases(loads: ReadonlyMap<ServerCase, readonly Load[]>): MeasuredCase[] {
  return [...loads].map(([one, rounds]) => ({ ...one, rounds, p50s: rounds.map(({ p50Ms }) => p50Ms) }));
}

export function isPage(one: MeasuredCase): one is MeasuredPage {
  return one.subject.kind === 'page';
}

/** The columns of `loadCells`. */
export const loadHead = ['p50', 'p99', 'req/s'] as const;

/** p50, p99 and requests a second: the medians of the rounds. */
export function loadCells({ rounds }: MeasuredCase): string[] {
  const of = (read: (load: Load) => number): number => median(rounds.map(read));
  return [
    formatMs(of(({ p50Ms }) => p50Ms)),
    formatMs(of(({ p99Ms }) => p99Ms)),
    formatCount(of(({ requestsPerSecond }) => requestsPerSecond)),
  ];
}
