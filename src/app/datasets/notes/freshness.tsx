import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useSyncExternalStore } from 'react';
import { Chip } from '../../ui/controls/chip.tsx';
import { clockMs, subscribeClock } from '../../ui/format/clock.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ShownPage } from '../list/list-state.ts';
import { datasetsTotal } from '../pages/page-queries.ts';
import { ageText } from './age-text.ts';

/**
 * How old the rows are, and whether the list has changed since. It is only told: rows never move under the reader's hand, a click
 * brings the new ones.
 */
export function Freshness(props: {
  shown: ShownPage;
  /** How many datasets the list had when the rows were read. */
  total: number;
  isRefreshing: boolean;
  onShowNew: () => void;
}): ReactElement {
  const { shown, total, isRefreshing, onShowNew } = props;
  const probe = useQuery({
    ...datasetsTotal(shown.view),
    initialData: total,
    initialDataUpdatedAt: shown.updatedAtMs,
    enabled: shown.source === 'view',
  });
  const totalNow = probe.dataUpdatedAt > shown.updatedAtMs ? probe.data : total;
  // Pages that are turned go on below what is new: it is still to be read.
  const change = totalNow - (shown.begunTotal ?? total);
  const isOutOfReach = shown.source === 'last-time' || probe.failureReason?.kind === 'unreachable';
  return (
    <div className="freshness">
      <span aria-live="polite">
        {change === 0 ? null : <Chip onClick={onShowNew}>{changeText(change, formatCount)}</Chip>}
      </span>
      <span className="updated">
        {isOutOfReach ? 'offline, ' : ''}
        {isRefreshing ? 'updating…' : <Updated atMs={shown.updatedAtMs} />}
      </span>
    </div>
  );
}

function Updated({ atMs }: { atMs: number }): ReactElement {
  const text = useSyncExternalStore(subscribeClock, () => ageText(clockMs() - atMs));
  return <>updated {text}</>;
}

/** By how much the list has grown or shrunk since the rows were fetched, as an offer. `change` is not 0. */
export function changeText(change: number, formatCount: (count: number) => string): string {
  const count = Math.abs(change);
  return `${formatCount(count)} ${change > 0 ? 'new' : 'fewer'} dataset${count === 1 ? '' : 's'}`;
}
