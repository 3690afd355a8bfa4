/** Numbers to sort by. `NaN` and `missingKey` stand for "there is none". */
export type SortableKeys = Float64Array | Uint32Array;

/** In a `Uint32Array`: there is no value, so the row comes last in both directions. */
export const missingKey = 0xff_ff_ff_ff;

const digitBits = 11;
const maxWord = 0xff_ff_ff_ff;

/** Keys as 64 bits whose unsigned order is the order of the rows. */
interface KeyBits {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

/**
 * Row numbers in the order of their keys, what is missing last, equal ones as they stand in `from` (default: by row number): a
 * radix sort, digit by digit from the last, over the bits that differ at all. To sort by several keys sort by the last one first.
 */
export function stableOrder(
  keys: SortableKeys,
  options: { readonly desc: boolean; readonly from?: Uint32Array | undefined },
): Uint32Array {
  const count = keys.length;
  let order: Uint32Array = options.from ?? rowNumbers(count);
  const bits = keys instanceof Float64Array ? floatBits(keys, options.desc) : wordBits(keys, options.desc);
  let free: Uint32Array | undefined;
  const digits = new Uint16Array(count);
  for (const shift of shiftsOf(bits)) {
    readDigits(bits, shift, digits);
    const ordered = scatter(order, digits, free ?? new Uint32Array(count));
    free = order === options.from ? undefined : order;
    order = ordered;
  }
  return order;
}

/** 0, 1, 2 … */
export function rowNumbers(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** IEEE 754: the bits of positive numbers are in their order; negative ones have them turned round. */
function floatBits(keys: Float64Array, desc: boolean): KeyBits {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  const high = new Uint32Array(keys.length);
  const low = new Uint32Array(keys.length);
  const turn = desc ? maxWord : 0;
  for (let row = 0; row < keys.length; row += 1) {
    const value = keys[row] ?? 0;
    if (value > 0) {
      // Every platform that has typed arrays today stores the low word first.
      low[row] = (words[2 * row] ?? 0) ^ turn;
      high[row] = (words[2 * row + 1] ?? 0) ^ 0x80_00_00_00 ^ turn;
    } else if (value < 0) {
      low[row] = ~(words[2 * row] ?? 0) ^ turn;
      high[row] = ~(words[2 * row + 1] ?? 0) ^ turn;
    } else {
      // 0 and -0 are one number.
      low[row] = value === 0 ? turn : maxWord;
      high[row] = value === 0 ? 0x80_00_00_00 ^ turn : maxWord;
    }
  }
  return { high, low };
}

function wordBits(keys: Uint32Array, desc: boolean): KeyBits {
  const low = new Uint32Array(keys.length);
  const top = desc ? missingKey - 1 : 0;
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    low[row] = desc && key !== missingKey ? top - key : key;
  }
  return { high: new Uint32Array(keys.length), low };
}

/** Where the digits begin that are not the same in all rows, the last one first. */
function shiftsOf({ high, low }: KeyBits): number[] {
  let highDiffers = 0;
  let lowDiffers = 0;
  const firstHigh = high[0] ?? 0;
  const firstLow = low[0] ?? 0;
  for (let row = 0; row < low.length; row += 1) {
    highDiffers |= (high[row] ?? 0) ^ firstHigh;
    lowDiffers |= (low[row] ?? 0) ^ firstLow;
  }
  const differs = (BigInt(highDiffers >>> 0) << 32n) | BigInt(lowDiffers >>> 0);
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

function readDigits({ high, low }: KeyBits, shift: number, digits: Uint16Array): void {
  const mask = (1 << digitBits) - 1;
  if (shift >= 32) {
    for (let row = 0; row < digits.length; row += 1) digits[row] = ((high[row] ?? 0) >>> (shift - 32)) & mask;
  } else if (shift + digitBits <= 32) {
    for (let row = 0; row < digits.length; row += 1) digits[row] = ((low[row] ?? 0) >>> shift) & mask;
  } else {
    for (let row = 0; row < digits.length; row += 1) {
      digits[row] = (((low[row] ?? 0) >>> shift) | ((high[row] ?? 0) << (32 - shift))) & mask;
    }
  }
}

function scatter(order: Uint32Array, digits: Uint16Array, into: Uint32Array): Uint32Array {
  const places = new Uint32Array(1 << digitBits);
  for (let row = 0; row < digits.length; row += 1) places[digits[row] ?? 0] = (places[digits[row] ?? 0] ?? 0) + 1;
  let place = 0;
  for (let digit = 0; digit < places.length; digit += 1) {
    const size = places[digit] ?? 0;
    places[digit] = place;
    place += size;
  }
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    const digit = digits[row] ?? 0;
    const to = places[digit] ?? 0;
    into[to] = row;
    places[digit] = to + 1;
  }
  return into;
}
