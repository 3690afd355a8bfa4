import { bitsOf, type KeyBits, type SortableKeys } from './key-bits.ts';

const digitBits = 11;

/**
 * Row numbers in the order of their keys, what is missing last, equal ones as they stand in `from` (default: by row number): a
 * radix sort, digit by digit from the last, over the bits that differ at all. To sort by several keys sort by the last one first.
 */
export function stableOrder(
  keys: SortableKeys,
  options: { readonly desc: boolean; readonly from?: Uint32Array | undefined },
): Uint32Array {
  const { desc, from } = options;
  const bits = bitsOf(keys, desc);
  const digits = new Uint16Array(keys.length);
  let order = from;
  let free: Uint32Array | undefined;
  for (const shift of shiftsOf(bits)) {
    const places = readDigits(bits, shift, digits);
    const into: Uint32Array = free ?? new Uint32Array(keys.length);
    if (order === undefined) {
      scatterAll(digits, places, into);
    } else {
      scatter(order, { digits, places, into });
      free = order === from ? undefined : order;
    }
    order = into;
  }
  return order ?? rowNumbers(keys.length);
}

/** 0, 1, 2 … */
export function rowNumbers(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** Where the digits begin that are not the same in all rows, the last one first. */
function shiftsOf({ low, high }: KeyBits): number[] {
  const differs = (BigInt(high === undefined ? 0 : bitsThatDiffer(high)) << 32n) | BigInt(bitsThatDiffer(low));
  const shifts: number[] = [];
  let shift = 0;
  while (differs >> BigInt(shift) !== 0n) {
    if (((differs >> BigInt(shift)) & 1n) === 0n) {
      shift += 1;
    } else {
      shifts.push(shift);
      shift += digitBits;
    }
  }
  return shifts;
}

function bitsThatDiffer(words: Uint32Array): number {
  const first = words[0] ?? 0;
  let differs = 0;
  for (let row = 0; row < words.length; row += 1) differs |= (words[row] ?? 0) ^ first;
  return differs >>> 0;
}

/** Reads one digit of each key. Answers how many keys have each. */
function readDigits({ low, high = low }: KeyBits, shift: number, digits: Uint16Array): Uint32Array {
  const mask = (1 << digitBits) - 1;
  const sizes = new Uint32Array(mask + 1);
  // The digit is of the low word, of the high one, or of both.
  const [word, right] = shift < 32 ? [low, shift] : [high, shift - 32];
  const left = shift < 32 && shift + digitBits > 32 && high !== low ? 32 - shift : 0;
  for (let row = 0; row < digits.length; row += 1) {
    const upper = left === 0 ? 0 : (high[row] ?? 0) << left;
    const digit = (((word[row] ?? 0) >>> right) | upper) & mask;
    digits[row] = digit;
    sizes[digit] = (sizes[digit] ?? 0) + 1;
  }
  return startsOf(sizes);
}

/** Where the keys of each digit begin, in place of how many there are. */
function startsOf(sizes: Uint32Array): Uint32Array {
  let start = 0;
  for (let digit = 0; digit < sizes.length; digit += 1) {
    const size = sizes[digit] ?? 0;
    sizes[digit] = start;
    start += size;
  }
  return sizes;
}

function scatter(
  order: Uint32Array,
  { digits, places, into }: { readonly digits: Uint16Array; readonly places: Uint32Array; readonly into: Uint32Array },
): void {
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    const digit = digits[row] ?? 0;
    const to = places[digit] ?? 0;
    into[to] = row;
    places[digit] = to + 1;
  }
}

/** The same, of all rows as they stand. */
function scatterAll(digits: Uint16Array, places: Uint32Array, into: Uint32Array): void {
  for (let row = 0; row < digits.length; row += 1) {
    const digit = digits[row] ?? 0;
    const to = places[digit] ?? 0;
    into[to] = row;
    places[digit] = to + 1;
  }
}
