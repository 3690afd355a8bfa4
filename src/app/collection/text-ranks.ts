import { missingKey } from './stable-order.ts';

/**
 * The place of each text among the different ones by `compare`, the same for texts that it holds equal; `missingKey` for an empty
 * text. Each different text is compared once however often it occurs.
 */
export function textRanks(texts: readonly string[], compare: (a: string, b: string) => number): Uint32Array {
  const rankOf = new Map<string, number>();
  for (const text of texts) if (text !== '') rankOf.set(text, 0);
  const sorted = [...rankOf.keys()].sort(compare);
  let rank = 0;
  for (const [index, text] of sorted.entries()) {
    const previous = sorted[index - 1];
    if (previous !== undefined && compare(previous, text) !== 0) rank += 1;
    rankOf.set(text, rank);
  }
  return Uint32Array.from(texts, (text) => (text === '' ? missingKey : (rankOf.get(text) ?? missingKey)));
}
