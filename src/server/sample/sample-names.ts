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

/** Titles in the scripts and lengths that titles come in. */
export const sampleTitles = [
  'Nabídky bytů v Praze, včetně cen za m²',
  'Křišťálově čistá data: žluťoučký kůň úpěl ďábelské ódy',
  'Öffentliche Ausschreibungen, Größe über 50 000 €',
  'Stellenanzeigen für Köche und Küchenhilfen in München',
  'مراجعات المنتجات باللغة العربية',
  'أسعار الفنادق في القاهرة (يوميًا)',
  'חדשות היום: כותרות ראשיות',
  'דירות להשכרה בחיפה, 3 חדרים ומעלה',
  '東京の賃貸物件一覧',
  'レシピ集（和食・洋食・中華）',
  '上海餐厅点评',
  '全國新聞標題，每日更新',
  'मुंबई के रेस्तराँ और उनके व्यंजन',
  'हिन्दी समाचार शीर्षक',
  'Объявления о продаже автомобилей',
  'Судебные решения за третий квартал',
  'Τιμές ξενοδοχείων στην Αθήνα',
  'Δρομολόγια πλοίων του Αιγαίου',
  '서울 아파트 실거래가',
  'ราคาน้ำมันรายวัน',
  'Giá nhà đất tại Hà Nội',
  'Prix de l’immobilier à l’Île-de-la-Réunion',
  'Catálogo de niños y pingüinos 🐧',
  '📦 Deliveries',
  '🔥🔥🔥 hot leads 🔥🔥🔥',
  '👩‍🚀 Space jobs 👨‍👩‍👧‍👦',
  'Reviews <b>with markup</b> & entities &amp; "quotes"',
  'ends in spaces   ',
  'Zażółć gęślą jaźń: ogłoszenia drobne',
  'İstanbul ılık rüzgâr kayıtları',
  'Mixed: English, العربية, עברית, 日本語 in one line',
  'The full text of every page that the sitemap of the documentation named on the day of the crawl, with the pages that redirected, the pages that were gone, and the reason that each of them gave, for the comparison with the crawl of the year before',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller und Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
] as const;
