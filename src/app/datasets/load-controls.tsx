import type { ReactElement } from 'react';
import type { CollectionProgress } from '../collection/collection-state.ts';
import { formatCount } from '../ui/number-format.ts';
import type { ListCollection } from './use-collection.ts';

/**
 * What a load takes, and the way to begin it or to give it up. Nothing where all is there and as it is now, or a small list loads by
 * itself.
 */
export function LoadControls(props: {
  collection: ListCollection;
  /** Pages that it takes; `undefined` while that is not known. */
  pages: number | undefined;
  isSmall: boolean;
}): ReactElement | null {
  const { collection, pages, isSmall } = props;
  const { state, load, readAgain, stop } = collection;
  const { phase, progress, oldRows } = state;
  if (phase === 'loading' || phase === 'paused') {
    return (
      <span className="load">
        <span>{progress === undefined ? 'loading…' : loadTimeText(progress, phase === 'paused')}</span>
        <button type="button" className="text-button" onClick={stop}>
          Stop
        </button>
      </span>
    );
  }
  const isOld = phase === 'complete' && oldRows > 0;
  if (pages === undefined || phase === 'kept' || (phase === 'none' && isSmall)) return null;
  if (phase === 'complete' && !isOld) return null;
  return (
    <span className="load">
      <button type="button" className="text-button" onClick={isOld ? readAgain : load}>
        {isOld ? 'Read all again' : 'Load all'}
      </button>
      <span>{`${formatCount(pages)} ${pages === 1 ? 'request' : 'requests'}`}</span>
    </span>
  );
}

/** How long a load still takes, or what it waits for. */
export function loadTimeText(progress: CollectionProgress, isPaused: boolean): string {
  const { isChecking, remainingMs, retryAtMs } = progress;
  if (isPaused) return 'paused: no network';
  if (retryAtMs !== undefined) return 'the server asked for a pause';
  if (isChecking) return 'checking';
  return `about ${formatCount(Math.max(1, Math.round(remainingMs / 1000)))} s`;
}
