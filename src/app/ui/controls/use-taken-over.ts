import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether what is drawn works: not while it is prerendered, nor while React takes that over as it stands. */
export function useTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
