import { type ListSource, sourceKey } from '../../collection/fetch/list-source.ts';
import type { ProbedList } from '../../collection/probe/probe-list.ts';

/** What a list looks like by a few of its rows, and how many it had when they were asked for. */
export interface AskedProbes extends ProbedList {
  readonly askedTotal: number;
}

/** Under what the probes of a list are kept that the timeline has made. */
export function probesKey(source: ListSource) {
  return ['datasets', 'probes', sourceKey(source)] as const;
}
