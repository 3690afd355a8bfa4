import type { CollectionState } from '../../collection/read/collection-state.ts';

/** How much of the collection stands behind what is on screen, in a few words. */
export interface ScopeText {
  /** "this page" · "12,000 of 48,213 loaded" · "all 48,213" · "all 48,213, as of 14:03" */
  readonly text: string;
  /** Whether that is everything there is. */
  readonly isAll: boolean;
}

/**
 * What the scope is. `listTotal` is how many rows the list has by the API's last word: a whole collection that says otherwise is the
 * list as it was, and so is one that has rows of an earlier visit.
 */
export function scopeTextOf(
  state: CollectionState,
  options: {
    readonly listTotal: number | undefined;
    readonly formatCount: (count: number) => string;
    readonly formatSince: (timeMs: number) => string;
  },
): ScopeText {
  const { listTotal, formatCount, formatSince } = options;
  const { phase, covered, total = listTotal ?? 0, wasWhole, asOfMs, oldRows, progress, isWaiting } = state;
  const isWhole = phase === 'complete' || (wasWhole && covered === total);
  if (isWhole) {
    const isOld = phase !== 'complete' || oldRows > 0 || (listTotal !== undefined && listTotal !== total);
    const age = isOld && asOfMs !== undefined ? `, as of ${formatSince(asOfMs)}` : '';
    return { text: `all ${formatCount(total)}${age}`, isAll: true };
  }
  // What another tab has read is not here.
  const rows = Math.max(covered, isWaiting ? 0 : (progress?.rows ?? 0));
  // What has just begun has nothing to be counted yet.
  if (phase === 'none' || rows === 0) return { text: 'this page', isAll: false };
  return { text: `${formatCount(rows)} of ${formatCount(Math.max(total, rows))} loaded`, isAll: false };
}
