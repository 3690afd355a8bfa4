import { useEffect } from 'react';
import type { ListCollection } from './use-collection.ts';

/** Loads a collection once it `isWanted`, where nobody has begun that as a whole: what the reader has stopped stays so. */
export function useWantedCollection({ source, state, load }: ListCollection, isWanted: boolean): void {
  const isDue = isWanted && (state.phase === 'none' || state.phase === 'larger');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list is loaded for itself.
  useEffect(() => {
    if (isDue) load();
  }, [isDue, load, source]);
}
