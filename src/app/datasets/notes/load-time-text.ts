import type { CollectionProgress, CollectionState } from '../../collection/read/collection-state.ts';
import { formatCount } from '../../ui/format/number-format.ts';

/** How long a load still takes, or what it waits for; of one that has brought nothing yet there is no `progress`. */
export function loadTimeText(
  progress: CollectionProgress | undefined,
  { phase, isHeld }: Pick<CollectionState, 'phase' | 'isHeld'>,
): string {
  if (phase === 'paused') return isHeld ? 'paused' : 'paused: no network';
  if (progress === undefined) return 'loading…';
  const { isChecking, remainingMs, retryAtMs } = progress;
  if (retryAtMs !== undefined) return 'a request failed, trying again';
  if (isChecking) return 'checking';
  return `about ${formatCount(Math.max(1, Math.round(remainingMs / 1000)))} s`;
}
