import type { ModelList } from './model-list.ts';

/** Whether the list held just these rows at the end of a load: as long as its last reading may have taken. */
export function wasHeld(list: ModelList, held: readonly string[]): boolean {
  return list.history
    .slice(-(held.length + 30))
    .some((ids) => ids.length === held.length && ids.every((id, row) => id === held[row]));
}
