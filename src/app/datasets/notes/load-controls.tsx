import { type ReactElement, Suspense } from 'react';
import { later } from '../../browser/later.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ListCollection } from '../list/use-collection.ts';

// Where it cannot be had, the server is gone, and the load fails with words of its own.
const LoadNote = later(
  async () => (await import('./load-note.tsx')).LoadNote,
  () => null,
);

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
  const { state, load, readAgain, stop, hold } = collection;
  const { phase, oldRows } = state;
  if (phase === 'loading' || phase === 'paused') {
    return (
      <Suspense>
        <LoadNote state={state} isSmall={isSmall} onHold={hold} onStop={stop} />
      </Suspense>
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
