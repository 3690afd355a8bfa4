import { missingKey } from './key-bits.ts';

/** As a reader orders names: by the rules of the language, `item 2` before `item 10`. By none: the runtime's own. */
export function naturalOrder(locales: readonly string[]): (a: string, b: string) => number {
  return new Intl.Collator([...locales], { numeric: true }).compare;
}

/**
 * The place of each text among the different ones, the same for texts that `compare` holds equal; `missingKey` for an empty text.
 * Sorting by these numbers is sorting by `compare`, which is thus asked once for all.
 */
export function textRanks(texts: readonly string[], compare: (a: string, b: string) => number): Uint32Array {
  // A text that was never found equal to another needs no second look when the ranks are given.
  const hasEqual = new Uint8Array(texts.length);
  const sorted = [...texts.keys()].filter((index) => texts[index] !== '');
  sorted.sort((a, b) => {
    const difference = compare(texts[a] ?? '', texts[b] ?? '');
    if (difference === 0) {
      hasEqual[a] = 1;
      hasEqual[b] = 1;
    }
    return difference;
  });
  const ranks = new Uint32Array(texts.length).fill(missingKey);
  let rank = 0;
  let previous = -1;
  for (const index of sorted) {
    const mayBeEqual = hasEqual[index] === 1 && hasEqual[previous] === 1;
    const isEqual = mayBeEqual && compare(texts[previous] ?? '', texts[index] ?? '') === 0;
    if (previous >= 0 && !isEqual) rank += 1;
    ranks[index] = rank;
    previous = index;
  }
  return ranks;
}
