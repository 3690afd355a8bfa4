import fc from 'fast-check';
import type { Comparison, QueryLanguage, Term, TermKeysOf } from '../../../engine/query/query-language.ts';
import { datasetQuery } from '../../datasets/dataset-query.ts';

const counts = fc.constantFrom(0, 1, 5, 10, 1000, 1_000_000);
const dates = fc.constantFrom('2025', '2026', '2025-12', '2026-01', '2026-03-29', '2026-03-29T02', '2026-01-15T14:30');
const ages = fc.constantFrom('30min', '12h', '7d', '2w', '3mo', '1y');
const bounds = fc.constantFrom('<', '<=', '>', '>=');

function comparisons<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Comparison<Value>> {
  return fc.oneof(fc.record({ op: bounds, value: values }), fc.record({ op: fc.constant('='), value: values }));
}

const countRange = fc.oneof(
  comparisons(counts),
  fc
    .tuple(counts, counts)
    .map(([a, b]): Comparison<number> => ({ op: '..', from: Math.min(a, b), to: Math.max(a, b) })),
);

const timeRange = fc.oneof(
  comparisons(fc.oneof(dates, fc.constantFrom('today', 'yesterday'))),
  fc.record({ op: bounds, value: ages }),
  fc.constant<Comparison<string>>({ op: '..', from: '2025-12', to: '2026-01-15' }),
  fc.constant<Comparison<string>>({ op: '..', from: '2026-03-29', to: 'today' }),
);

const texts = fc.oneof(
  fc.constantFrom(
    'me',
    'ada',
    'bob',
    'u3',
    'shop',
    'shop*',
    '*2',
    's*p*',
    '*',
    'strasse',
    'acta',
    'run1',
    'restricted',
    'a',
    'a*b',
    'a\\*b',
    'a\\\\b',
  ),
  fc.constantFrom(
    'two words',
    '"',
    '-',
    '-x',
    'items:5',
    'http://x',
    '\\',
    'a"b',
    'line\nbreak',
    '\ud800',
    ' ',
    'i',
    'e',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
);

/** Terms of every key of a language, and every word of `is:`. */
export function randomTermOf<Language extends QueryLanguage>(
  language: Language,
): fc.Arbitrary<Term<TermKeysOf<Language>>> {
  const { keys, states } = language;
  const ofKeys = Object.entries(keys).map(([key, { kind }]) => {
    const base = { key: fc.constant(key), not: fc.boolean() };
    return kind === 'text'
      ? fc.record({ ...base, text: texts })
      : fc.record({ ...base, range: kind === 'count' ? countRange : timeRange });
  });
  const terms: fc.Arbitrary<Term> = fc.oneof(
    fc.record({ key: fc.constant('word'), not: fc.boolean(), text: texts }),
    fc.record({ key: fc.constant('is'), not: fc.boolean(), word: fc.constantFrom(...Object.keys(states)) }),
    ...(ofKeys as fc.Arbitrary<Term>[]),
  );
  // Its keys and words are those of the language.
  return terms as fc.Arbitrary<Term<TermKeysOf<Language>>>;
}

/** Terms of all that can be asked of datasets. */
export const randomTerm = randomTermOf(datasetQuery);
