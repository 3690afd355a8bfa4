import type { CollectionProgress } from '../collection/collection-state.ts';
import { formatCount } from '../ui/number-format.ts';

/** How long a load still takes, or what it waits for. */
export function loadTimeText(progress: CollectionProgress, isPaused: boolean): string {
  const { isChecking, remainingMs, retryAtMs } = progress;
  if (isPaused) return 'paused: no network';
  if (retryAtMs !== undefined) return 'the server asked for a pause';
  if (isChecking) return 'checking';
  return `about ${formatCount(Math.max(1, Math.round(remainingMs / 1000)))} s`;
}
