import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { filterOf } from '../../../contract/list-params.ts';
import type { TimeBuckets } from '../../../engine/facets/time-buckets.ts';
import type { View } from '../../address/view-params.ts';
import type { RequestFailure } from '../../api/request-failure.ts';
import { sourceKey } from '../../collection/fetch/list-source.ts';
import { probeBuckets } from '../../collection/probe/probe-buckets.ts';
import { probeList } from '../../collection/probe/probe-list.ts';
import type { ItemsCount } from '../../collection/worker/answer-charts.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { List } from '../list/use-list.ts';
import { fetchPatiently } from '../pages/fetch-patiently.ts';
import { type AskedProbes, probesKey } from './probes-key.ts';

const minuteMs = 60_000;

/** What there is to draw. */
export interface Charts {
  /** `undefined` while nothing is known. */
  readonly time: TimeBuckets | undefined;
  /** `undefined` while the numbers of items are not known of every dataset that the timeline is of. */
  readonly items: readonly ItemsCount[] | undefined;
  /** What it is made of: every dataset · those that are loaded · a few of them. */
  readonly basis: 'all' | 'part' | 'samples';
  /** Datasets that the list has. */
  readonly total: number | undefined;
  /** Why nothing could be had. */
  readonly failure: RequestFailure | undefined;
  readonly tryAgain: () => void;
  /** How many datasets were looked at, where it is made of a few. */
  readonly samples: number;
  /** Whether they are being asked for. */
  readonly isProbing: boolean;
}

export interface ChartsOptions {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
  readonly maxBuckets: number;
}

/** The list over time: exact as soon as its collection is there, until then by a few samples, or of a search by what is loaded. */
export function useCharts(options: ChartsOptions): Charts {
  const { view, list, maxBuckets } = options;
  const { phase, covered, total, wasWhole } = list.collection.state;
  const isWhole = phase === 'complete' || (covered > 0 && covered === total);
  // The samples are of the whole list: where that was searched, can be had no better, or is being brought up to date, what is loaded
  // says more.
  const isPartWanted = view.q.trim() !== '' || phase === 'partial' || wasWhole;
  const answer = useAnswer(options, isWhole || (isPartWanted && covered > 0));
  // A small list is about to be loaded anyway.
  const isAwaited = isWhole || isPartWanted || (list.isSmall && phase !== 'failed' && phase !== 'stopped');
  const probed = useProbes(options, !isAwaited);
  const rough = useMemo(
    () => probed.data && probeBuckets(probed.data.probes, { total: probed.data.total, maxBuckets }),
    [probed.data, maxBuckets],
  );
  const common = {
    failure: undefined,
    tryAgain: () => void probed.refetch(),
    samples: probed.data?.probes.length ?? 0,
    isProbing: probed.isFetching,
  };
  if (answer !== undefined && (isWhole || isPartWanted)) {
    return { ...common, ...answer, basis: isWhole ? 'all' : 'part', total: total ?? 0 };
  }
  const nothing = { time: undefined, items: undefined, total };
  if (isAwaited) return { ...common, ...nothing, basis: 'all' };
  const failure = probed.data === undefined && probed.error !== null ? probed.error : undefined;
  return { ...common, ...nothing, basis: 'samples', time: rough, total: probed.data?.total, failure };
}

function useAnswer({ view, list, userId, maxBuckets }: ChartsOptions, isEnabled: boolean) {
  const { source, state, ask } = list.collection;
  const key = sourceKey(source);
  const question = { q: view.q, maxBuckets, userId, locales: readerLocales() };
  const { data } = useQuery({
    queryKey: ['collection', key, state.version, 'charts', question],
    queryFn: async () => (await ask('charts', question)) ?? null,
    enabled: isEnabled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: minuteMs,
    retry: false,
    // The bars stay until the next ones are there, but never those of another list.
    placeholderData: (before, query) => (query?.queryKey[1] === key ? before : undefined),
  });
  return data ?? undefined;
}

function useProbes({ view, list }: ChartsOptions, isEnabled: boolean) {
  const total = list.shown?.source === 'before' ? undefined : list.listTotal;
  const query = useQuery({
    queryKey: probesKey(list.collection.source),
    queryFn: async ({ signal }): Promise<AskedProbes> => {
      const probed = await probeList({
        total: total ?? 0,
        async fetchRow(offset) {
          const page = await fetchPatiently({ ...filterOf(view), desc: false, limit: 1, offset }, signal);
          const createdAtMs = Date.parse(page.items[0]?.createdAt ?? '');
          return { total: page.total, createdAtMs: Number.isNaN(createdAtMs) ? undefined : createdAtMs };
        },
      });
      return { ...probed, askedTotal: total ?? 0 };
    },
    enabled: isEnabled && total !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 5 * minuteMs,
    retry: false,
  });
  const { data, refetch, isFetching } = query;
  // What has come or gone since shows only when it is as much as lies between two samples.
  const { askedTotal } = data ?? {};
  const isOld =
    askedTotal !== undefined && total !== undefined && Math.abs(total - askedTotal) > Math.max(1, askedTotal / 32);
  useEffect(() => {
    if (isEnabled && isOld && !isFetching) void refetch();
  }, [isEnabled, isOld, isFetching, refetch]);
  return query;
}
