import type { Collection } from '../columns/collection.ts';
import { type Carried, perGrowingCollection } from '../columns/per-collection.ts';
import { RecentValues } from '../columns/recent-values.ts';
import { shownName } from '../columns/shown-name.ts';
import { growRanks } from './grow-ranks.ts';
import { naturalOrder, textRanks } from './text-ranks.ts';

/** Ranks by language. */
interface Ranked {
  readonly ranks: RecentValues<Uint32Array>;
  /** Those of the rows that were there before; not needed once all are ranked. */
  carried: Carried<ReadonlyMap<string, Uint32Array>> | undefined;
}

const keptLanguages = 2;

const rankedOf = perGrowingCollection({
  make: (_, carried: Ranked['carried']): Ranked => ({ ranks: new RecentValues(keptLanguages), carried }),
  seedOf: ({ ranks }) => {
    const seed = new Map(ranks.entries());
    return seed.size === 0 ? undefined : seed;
  },
});

/** The rank of each row's name as the table shows it, by the rules of a language; by none, of the runtime's own. */
export function nameRanks(collection: Collection, locales: readonly string[]): Uint32Array {
  const ranked = rankedOf(collection);
  const language = locales.join();
  return ranked.ranks.get(language, () => {
    const { count, name, title } = collection;
    const texts = Array.from({ length: count }, (_, row) => shownName({ name: name[row], title: title.at(row) }));
    const compare = naturalOrder(locales);
    const { seed, stretches = [] } = ranked.carried ?? {};
    const before = seed?.get(language);
    ranked.carried = undefined;
    return before === undefined ? textRanks(texts, compare) : growRanks(texts, compare, { ranks: before, stretches });
  });
}
