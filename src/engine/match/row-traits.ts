import { type AgeCodes, ageCodeCount } from './age-codes.ts';
import { stateCount } from './row-states.ts';

/** All that a row can be that has few values, in one number: what `is:` says of it, and how old its times are. */
const strides = {
  state: 1,
  created: stateCount,
  modified: stateCount * ageCodeCount,
  accessed: stateCount * ageCodeCount ** 2,
} as const;

type Trait = keyof typeof strides;

const sizes: Readonly<Record<Trait, number>> = {
  state: stateCount,
  created: ageCodeCount,
  modified: ageCodeCount,
  accessed: ageCodeCount,
};

/** Traits are below it. */
export const traitCount = stateCount * ageCodeCount ** 3;

/** The traits of each row, of its state and its ages. */
export function traitsOf(states: Uint8Array, { created, modified, accessed }: AgeCodes): Uint16Array {
  const traits = new Uint16Array(states.length);
  for (let row = 0; row < traits.length; row += 1) {
    traits[row] =
      (states[row] ?? 0) +
      strides.created * (created[row] ?? 0) +
      strides.modified * (modified[row] ?? 0) +
      strides.accessed * (accessed[row] ?? 0);
  }
  return traits;
}

/** The rows that have each value of one trait, by the rows that have each combination. */
export function countsOfTrait(counts: Uint32Array, trait: Trait): Uint32Array {
  const [stride, size] = [strides[trait], sizes[trait]];
  const sums = new Uint32Array(size);
  for (const [combination, count] of counts.entries()) {
    const value = Math.floor(combination / stride) % size;
    sums[value] = (sums[value] ?? 0) + count;
  }
  return sums;
}
