/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number, `min` to `max`. */
  int(min: number, max: number): number;
  /** One of several, each as likely. */
  pick<const Several extends readonly [unknown, ...unknown[]]>(from: Several): Several[number];
  chance(probability: number): boolean;
  /** `length` characters `[0-9A-Za-z]`. */
  base62(length: number): string;
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The generator known as mulberry32: 32 bits of state, plenty for sample data. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    chance: (probability) => next() < probability,
    base62: (length) => Array.from({ length }, () => digits[int(0, digits.length - 1)]).join(''),
  };
}
