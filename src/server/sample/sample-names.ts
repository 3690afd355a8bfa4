import type { Random } from './random.ts';

const subjects = [
  'eshop-items',
  'product-feed',
  'price-watch',
  'stock-levels',
  'reviews',
  'hotel-rates',
  'real-estate',
  'rentals',
  'flights',
  'train-times',
  'jobs',
  'companies',
  'leads',
  'restaurants',
  'google-places',
  'news-headlines',
  'press-releases',
  'court-records',
  'tenders',
  'grants',
  'patents',
  'github-trending',
  'npm-packages',
  'docs-pages',
  'support-tickets',
  'forum-threads',
  'podcasts',
  'recipes',
  'museum-catalogue',
  'book-prices',
  'car-listings',
  'weather-stations',
  'air-quality',
  'energy-prices',
  'exchange-rates',
  'sitemaps',
] as const;

const places = [
  'prague',
  'brno',
  'berlin',
  'vienna',
  'lisbon',
  'athens',
  'tokyo',
  'seoul',
  'mumbai',
  'cairo',
  'haifa',
  'lima',
  'eu',
  'us',
  'de',
  'cz',
  'uk',
  'apac',
] as const;

const kinds = ['daily', 'weekly', 'full', 'sample', 'clean', 'raw', 'test', 'backfill', 'v2', 'v3'] as const;

/** The names of the newest datasets: what a visitor sees first. */
const leading = [
  'eshop-items',
  'real-estate-prague',
  'reviews-2026-q3',
  'flights-eu-daily',
  'jobs-berlin',
  'news-headlines',
  'hotel-rates-lisbon',
  'product-feed-de',
  'github-trending',
  'court-records',
  'recipes-multilingual',
  'leads-clean',
  'museum-catalogue',
] as const;

/** The longest that a name may be, the shortest, and what people type in capitals. */
const odd = [
  'everything-that-the-crawler-found-on-the-old-site-before-it-moved',
  'a-name-as-long-as-a-name-may-be-sixty-three-letters-and-hyphens-',
  'x',
  '7',
  'GoogleMaps-Export-FINAL-v2',
  'TODO-sort-this-out',
  '2024',
  'null',
  'undefined',
  'true',
].map((name) => name.slice(0, 63).replace(/-$/, ''));

/** Names for datasets, none of them twice, whatever the case: the newest of `count` last. */
export function sampleNames(random: Random, count: number): readonly string[] {
  const names = new Map<string, string>();
  const made = count - leading.length;
  for (const name of odd) names.set(name.toLowerCase(), name);
  while (names.size < made) {
    const name = combined(random);
    if (!leading.some((one) => one === name)) names.set(name, name);
  }
  // The odd ones stand apart from each other.
  const older = [...names.values()].slice(0, made);
  for (let index = 0; index < odd.length; index += 1) {
    const other = random.int(0, older.length - 1);
    [older[index], older[other]] = [older[other] ?? '', older[index] ?? ''];
  }
  return [...older, ...[...leading].reverse()];
}

function combined(random: Random): string {
  const subject = random.pick(subjects);
  const place = random.pick(places);
  const year = random.int(2023, 2026);
  const month = String(random.int(1, 12)).padStart(2, '0');
  return random.pick([
    `${subject}-${place}`,
    `${subject}-${place}-${random.pick(kinds)}`,
    `${subject}-${random.pick(kinds)}`,
    `${subject}-${year}-q${random.int(1, 4)}`,
    `${subject}-${place}-${year}-${month}`,
    `${place}-${subject}-${year}`,
  ]);
}
