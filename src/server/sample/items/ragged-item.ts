import type { ItemMaker, SampleFields } from './sample-item.ts';

/** Ragged: hardly two items have the same fields, and a field has not always the same type. */
export const raggedItem: ItemMaker = ({ random, index }) => {
  const optional: readonly (readonly [string, unknown])[] = [
    ['salary', random.pick([45_000, '45k–60k', { from: 45_000, to: 60_000 }, null])],
    ['remote', random.pick([true, false, 'hybrid'])],
    ['tags', random.pick([['sql', 'etl'], [], 'sql, etl'])],
    ['contact', { mail: `jobs${index}@company.example` }],
    ['seniority', random.pick(['junior', 'senior', 3])],
    ['expiresAt', '2026-12-31'],
    ['language', random.pick(['cs', 'de', 'en'])],
    ['views', random.int(0, 900)],
  ];
  const fields: SampleFields = Object.fromEntries(optional.filter(() => random.chance(0.5)));
  return { id: index + 1, position: random.pick(['Data engineer', 'Cook', 'Nurse', 'Welder']), ...fields };
};
