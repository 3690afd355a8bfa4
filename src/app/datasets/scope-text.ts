import type { CollectionState } from '../collection/collection-state.ts';

/** How much of the collection stands behind what is on screen, in a few words. */
export interface ScopeText {
  /** "this page" · "12,000 of 48,213 loaded" · "all 48,213" · "all 48,213, as of 14:03" */
  readonly text: string;
  /** Whether that is everything there is. */
  readonly isAll: boolean;
}

/**
 * What the scope is. `listTotal` is how many rows the list has by the API's last word: a whole collection that says otherwise is the
 * list as it was.
 */
export function scopeTextOf(
  state: CollectionState,
  options: {
    readonly listTotal: number | undefined;
    readonly formatCount: (count: number) => string;
    readonly formatClock: (timeMs: number) => string;
  },
): ScopeText {
  const { listTotal, formatCount, formatClock } = options;
  const { phase, covered, total = listTotal ?? 0, asOfMs, progress } = state;
  if (phase === 'none') return { text: 'this page', isAll: false };
  const isWhole = phase === 'complete' || (phase === 'loading' && covered > 0 && covered === total);
  if (isWhole) {
    const isOld = phase !== 'complete' || (listTotal !== undefined && listTotal !== total);
    const age = isOld && asOfMs !== undefined ? `, as of ${formatClock(asOfMs)}` : '';
    return { text: `all ${formatCount(total)}${age}`, isAll: true };
  }
  const rows = Math.max(covered, progress?.rows ?? 0);
  return { text: `${formatCount(rows)} of ${formatCount(Math.max(total, rows))} loaded`, isAll: false };
}
