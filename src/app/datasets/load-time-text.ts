import type { CollectionProgress, CollectionState } from '../collection/collection-state.ts';
import { formatCount } from '../ui/number-format.ts';

/** How long a load still takes, or what it waits for. */
export function loadTimeText(
  progress: CollectionProgress,
  { phase, isHeld }: Pick<CollectionState, 'phase' | 'isHeld'>,
): string {
  const { isChecking, remainingMs, retryAtMs } = progress;
  if (phase === 'paused') return isHeld ? 'paused' : 'paused: no network';
  if (retryAtMs !== undefined) return 'a request failed, trying again';
  if (isChecking) return 'checking';
  return `about ${formatCount(Math.max(1, Math.round(remainingMs / 1000)))} s`;
}
