/** Numbers to sort by. `NaN` and `missingKey` stand for "there is none". */
export type SortableKeys = Float64Array | Uint32Array;

/** In a `Uint32Array`: there is no value, so the row comes last in both directions. */
export const missingKey = 0xff_ff_ff_ff;

const maxWord = 0xff_ff_ff_ff;
const wordSize = 2 ** 32;

/** Keys as up to 64 bits whose unsigned order is the order of the rows. */
export interface KeyBits {
  readonly low: Uint32Array;
  /** Left out where all of them are 0. */
  readonly high?: Uint32Array;
}

/** The bits to sort by. */
export function bitsOf(keys: SortableKeys, desc: boolean): KeyBits {
  return keys instanceof Float64Array ? numberBits(keys, desc) : wordBits(keys, desc);
}

/** Whole numbers, which counts and times are, by their distance from the first one: few bits, and so few digits. */
function numberBits(keys: Float64Array, desc: boolean): KeyBits {
  let [least, most, hasFractions] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (let row = 0; row < keys.length; row += 1) {
    // No comparison holds for `NaN`.
    const value = keys[row] ?? Number.NaN;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value - Math.floor(value) > 0) hasFractions = true;
  }
  const missing = Math.max(0, most - least + 1);
  if (hasFractions || missing >= Number.MAX_SAFE_INTEGER) return floatBits(keys, desc);
  const distances = { first: desc ? most : least, sign: desc ? -1 : 1, missing };
  return missing < wordSize ? shortDistances(keys, distances) : longDistances(keys, distances);
}

interface Distances {
  readonly first: number;
  readonly sign: number;
  /** What stands for "there is none". */
  readonly missing: number;
}

function shortDistances(keys: Float64Array, { first, sign, missing }: Distances): KeyBits {
  const low = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const distance = sign * ((keys[row] ?? Number.NaN) - first);
    low[row] = distance >= 0 ? distance : missing;
  }
  return { low };
}

function longDistances(keys: Float64Array, { first, sign, missing }: Distances): KeyBits {
  const low = new Uint32Array(keys.length);
  const high = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const value = sign * ((keys[row] ?? Number.NaN) - first);
    const distance = value >= 0 ? value : missing;
    const upper = Math.floor(distance / wordSize);
    high[row] = upper;
    low[row] = distance - upper * wordSize;
  }
  return { low, high };
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
  if (!desc) return { low: keys };
  const low = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row] ?? 0;
    low[row] = key === missingKey ? key : missingKey - 1 - key;
  }
  return { low };
}
