import { isAsciiText } from '../query/fold-text.ts';
import { missingKey } from './key-bits.ts';
import { stableOrder } from './stable-order.ts';
import { textRanks } from './text-ranks.ts';

/** Seven bits are enough for ASCII, and four characters for a key of 32 bits. */
const charBits = 7;
const charsPerKey = 4;
const maxChars = 32;

/**
 * Like `textRanks`, for ids: by UTF-16 units, in no language's way. Short ASCII texts, which ids are, are sorted as numbers, four
 * characters at a time.
 */
export function idRanks(texts: readonly string[]): Uint32Array {
  const length = texts.reduce((longest, text) => Math.max(longest, text.length), 0);
  if (length > maxChars || !texts.every(isPlain)) {
    return textRanks(texts, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  const keys = Array.from({ length: Math.ceil(length / charsPerKey) }, (_, place) => packChars(texts, place));
  let order: Uint32Array | undefined;
  for (const key of [...keys].reverse()) order = stableOrder(key, { desc: false, from: order });
  const ranks = new Uint32Array(texts.length).fill(missingKey);
  let rank = 0;
  let previous: number | undefined;
  for (const index of order ?? []) {
    if (texts[index] === '') continue;
    if (previous !== undefined && texts[index] !== texts[previous]) rank += 1;
    ranks[index] = rank;
    previous = index;
  }
  return ranks;
}

function isPlain(text: string): boolean {
  return isAsciiText(text) && !text.includes('\0');
}

/** What is no character is below all of them, so that a text comes before what it is the beginning of. */
function packChars(texts: readonly string[], place: number): Uint32Array {
  const key = new Uint32Array(texts.length);
  for (const [index, text] of texts.entries()) {
    let packed = 0;
    for (let at = place * charsPerKey; at < (place + 1) * charsPerKey; at += 1) {
      packed = (packed << charBits) | (at < text.length ? text.charCodeAt(at) : 0);
    }
    key[index] = packed;
  }
  return key;
}
