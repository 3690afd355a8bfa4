import type { DatasetState } from '../../app/datasets/dataset-query.ts';
import type { Collection } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';

const [unnamedBit, emptyBit, dirtyBit] = [1, 2, 4];

/** The states that a row can be in, from 0 on. */
export const stateCount = 8;

const tests: Readonly<Record<DatasetState, { readonly bit: number; readonly isSet: boolean }>> = {
  named: { bit: unnamedBit, isSet: false },
  unnamed: { bit: unnamedBit, isSet: true },
  filled: { bit: emptyBit, isSet: false },
  empty: { bit: emptyBit, isSet: true },
  clean: { bit: dirtyBit, isSet: false },
  dirty: { bit: dirtyBit, isSet: true },
};

/** What each row is, by the words of `is:`, as one number. */
export const rowStates = perCollection(({ count, name, itemCount, cleanItemCount }: Collection): Uint8Array => {
  const states = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const items = itemCount[row] ?? 0;
    states[row] =
      (name[row] ? 0 : unnamedBit) | (items > 0 ? 0 : emptyBit) | ((cleanItemCount[row] ?? 0) < items ? dirtyBit : 0);
  }
  return states;
});

/** Whether a word holds in a state. */
export function isInState(state: number, word: DatasetState): boolean {
  const { bit, isSet } = tests[word];
  return ((state & bit) !== 0) === isSet;
}
