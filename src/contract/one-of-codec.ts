import type { Codec } from './codec.ts';

/** One of a few words; `absent` stands for "not given" and has no wire form of its own. */
export function oneOfCodec<const Word extends string, const Absent extends string>(
  name: string,
  options: { words: readonly Word[]; absent: Absent },
): Codec<Word | Absent> {
  const { words, absent } = options;
  return {
    name,
    absent,
    accepted: words.join(' or '),
    errorType: 'param-not-one-of',
    parse: (raw) => words.find((word) => word === raw),
    serialize: (value) => (value === absent ? '' : value),
  };
}
