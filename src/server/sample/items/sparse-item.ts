import type { ItemMaker } from './sample-item.ts';

/** A third of the fields `null`, a third missing: the two are not the same, and neither is empty. */
export const sparseItem: ItemMaker = ({ random, index }) => {
  const fields = {
    company: random.pick(['Acme', 'Globex', 'Initech', 'Umbrella']),
    email: `contact${index + 1}@company.example`,
    phone: `+420 ${random.int(600, 799)} ${random.int(100, 999)} ${random.int(100, 999)}`,
    employees: random.int(0, 5_000),
    note: random.pick(['', 'called twice', 'wants the paper catalogue']),
    address: { city: random.pick(['Brno', 'Graz', 'Porto']), zip: null },
    socials: [],
  };
  const kept = Object.entries(fields).flatMap(([name, value]) => {
    const fate = random.int(0, 2);
    if (fate === 0) return [];
    return [[name, fate === 1 ? null : value] as const];
  });
  return { row: index + 1, ...Object.fromEntries(kept) };
};
