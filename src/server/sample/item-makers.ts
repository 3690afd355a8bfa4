import type { Random } from './random.ts';

/** The fields of an item, as they go to the wire. */
type SampleFields = Readonly<Record<string, unknown>>;

/** Makes the item at a position of a dataset; `createdAtMs` is when the dataset was made. */
export type ItemMaker = (options: {
  readonly random: Random;
  readonly index: number;
  readonly createdAtMs: number;
}) => SampleFields;

const things = [
  'Kettle',
  'Desk lamp',
  'Rain jacket',
  'Headphones',
  'Coffee grinder',
  'Bicycle bell',
  'Notebook',
] as const;
const makers = ['Norda', 'Halvex', 'Tilia', 'Brno Works', 'Okuda'] as const;

/** Flat: one value a field, the same fields in every item. */
export const productItem: ItemMaker = ({ random, index }) => {
  const sku = random.base62(8).toUpperCase();
  return {
    sku,
    name: `${random.pick(makers)} ${random.pick(things)} ${random.int(100, 999)}`,
    price: random.int(99, 49_999) / 100,
    currency: random.pick(['EUR', 'CZK', 'USD']),
    inStock: random.chance(0.8),
    rating: Math.round(random.next() * 50) / 10,
    reviews: random.int(0, 2_500),
    position: index + 1,
    url: `https://shop.example/p/${sku.toLowerCase()}`,
  };
};

const streets = ['Dlouhá', 'Hauptstraße', 'Rua Augusta', 'Ermou', 'Nerudova', 'High Street'] as const;
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Nested: objects and arrays in each other. */
export const placeItem: ItemMaker = ({ random, createdAtMs }) => ({
  placeId: random.base62(12),
  title: `${random.pick(['Café', 'Bistro', 'Hotel', 'Museum'])} ${random.pick(streets)}`,
  address: {
    street: random.pick(streets),
    number: random.int(1, 140),
    city: random.pick(['Praha', 'Berlin', 'Lisboa', 'Αθήνα']),
    location: { lat: 35 + random.int(0, 170_000) / 10_000, lng: -9 + random.int(0, 320_000) / 10_000 },
  },
  openingHours: days
    .slice(0, random.int(4, 7))
    .map((day) => ({ day, opens: '09:00', closes: random.pick(['17:00', '22:30']) })),
  reviews: Array.from({ length: random.int(0, 3) }, () => ({
    stars: random.int(1, 5),
    by: { id: random.base62(6), isLocalGuide: random.chance(0.2) },
    text: random.pick(['Lovely.', 'Never again!', 'Good coffee, slow service.', '']),
  })),
  scrapedAt: new Date(createdAtMs + random.int(0, 600_000)).toISOString(),
});

/** Long text: a page or several in one field. */
export const articleItem: ItemMaker = ({ random, index, createdAtMs }) => {
  const text = prose(random, random.int(6, 40));
  return {
    url: `https://news.example/${new Date(createdAtMs).getUTCFullYear()}/${index + 1}`,
    headline: prose(random, 1).replace(/\.$/, ''),
    author: random.pick(['J. Horák', 'M. Okafor', 'L. Brandt', null]),
    publishedAt: new Date(createdAtMs - random.int(0, 20 * 86_400_000)).toISOString(),
    text,
    wordCount: text.split(/\s+/).length,
  };
};

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

const columns = 120;
const names = Array.from({ length: columns }, (_, index) => `sensor_${String(index + 1).padStart(3, '0')}`);

/** Wide: more columns than any screen shows. */
export const wideItem: ItemMaker = ({ random, index, createdAtMs }) => ({
  measuredAt: new Date(createdAtMs + index * 60_000).toISOString(),
  station: `ST-${random.int(1, 40)}`,
  ...Object.fromEntries(names.map((name) => [name, random.chance(0.05) ? null : random.int(-4_000, 4_000) / 100])),
});

const recipes = [
  { lang: 'cs', name: 'Svíčková na smetaně', ingredients: ['hovězí', 'mrkev', 'celer', 'smetana'] },
  { lang: 'de', name: 'Käsespätzle mit Röstzwiebeln', ingredients: ['Mehl', 'Eier', 'Käse', 'Zwiebeln'] },
  { lang: 'ar', name: 'كشري مصري', ingredients: ['أرز', 'عدس', 'معكرونة', 'بصل'] },
  { lang: 'he', name: 'שקשוקה', ingredients: ['ביצים', 'עגבניות', 'פלפל'] },
  { lang: 'ja', name: '肉じゃが', ingredients: ['牛肉', 'じゃがいも', '玉ねぎ', '醤油'] },
  { lang: 'zh', name: '麻婆豆腐', ingredients: ['豆腐', '猪肉', '豆瓣酱', '花椒'] },
  { lang: 'hi', name: 'पालक पनीर', ingredients: ['पालक', 'पनीर', 'प्याज़'] },
  { lang: 'ru', name: 'Борщ со сметаной', ingredients: ['свёкла', 'капуста', 'картофель'] },
  { lang: 'el', name: 'Μουσακάς', ingredients: ['μελιτζάνες', 'κιμάς', 'μπεσαμέλ'] },
  { lang: 'ko', name: '김치찌개', ingredients: ['김치', '돼지고기', '두부'] },
  { lang: 'th', name: 'ต้มยำกุ้ง', ingredients: ['กุ้ง', 'ตะไคร้', 'พริก'] },
] as const;

/** Other scripts, in values and in the names of fields. */
export const recipeItem: ItemMaker = ({ random, index }) => {
  const { lang, name, ingredients } = random.pick(recipes);
  return {
    id: index + 1,
    lang,
    name,
    ingredients,
    'čas (min)': random.int(15, 180),
    評価: random.int(1, 5),
    mood: random.pick(['😋', '👩🏽‍🍳', '🌶️🌶️']),
  };
};

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

/** As crawlers store it: hidden fields (keys beginning with `#`) beside the data, and nothing else where a page failed. */
export const crawledItem: ItemMaker = ({ random, index, createdAtMs }) => {
  const url = `https://docs.example/page-${index + 1}`;
  const failed = random.chance(0.15);
  const debug = {
    requestId: random.base62(15),
    url,
    method: 'GET',
    retryCount: failed ? 3 : random.int(0, 1),
    statusCode: failed ? random.pick([403, 404, 500, null]) : 200,
    loadedAt: new Date(createdAtMs + index * 350).toISOString(),
  };
  if (failed) return { '#error': true, '#debug': debug };
  return {
    url,
    title: prose(random, 1),
    markdown: `# ${prose(random, 1)}\n\n${prose(random, random.int(2, 6))}`,
    '#error': false,
    '#debug': debug,
  };
};

const awkward: readonly [SampleFields, ...SampleFields[]] = [
  { text: '<script>alert(1)</script>', html: '<b>bold</b> & <i>italic</i> &amp;' },
  { text: '=HYPERLINK("https://example.com","click")', csv: 'comma, "quote", and\nnew line' },
  { text: 'left ‮right to left‬ left', zeroWidth: 'a\u200bb', combining: 'é é', nul: 'a\u0000b' },
  { number: 9_007_199_254_740_991, tiny: 5e-324, huge: 1.797_693_134_862_315_7e308, negativeZero: -0, text: '0012' },
  { '': 'an empty key', ' ': 'a space', 'a.b': 'a dot', 'a/b': 'a slash', 'a[0]': 'brackets', constructor: 'taken' },
  { deep: { a: { b: { c: { d: { e: { f: { g: [[[['bottom']]]] } } } } } } } },
  { list: [null, [], {}, '', 0, false], yes: true, no: false },
  { emoji: '👨‍👩‍👧‍👦🏳️‍🌈', family: ['👩', '👨'], flag: '🇨🇿' },
  { lines: 'one\r\ntwo\ttabbed\u2028three', quote: '\'"`', backslash: '\\n is not a new line' },
];

/** Values that break tables, exports and queries which were tried with ordinary data only. */
export const awkwardItem: ItemMaker = ({ random, index }) => ({ id: index + 1, ...random.pick(awkward) });

const sentences = [
  'The station opened in the spring, a year later than the city had promised.',
  'Prices went up by a tenth, and hardly anybody noticed.',
  'What the report leaves out is the cost of keeping the old system alive.',
  'Nobody on the committee had read the second volume.',
  'It rained for most of the week; the market stayed open all the same.',
  'The new timetable has four trains an hour, and six on Fridays.',
  'She had found the letters in a box that was meant for the bin.',
  'According to the ministry, the figures will be corrected in the autumn.',
  'The battery lasts for two days, which is more than the last one did.',
  'A table of all results stands at the end of the document.',
  'The harbour was rebuilt twice before the railway came.',
  'Readers wrote in from as far away as Osaka and Recife.',
] as const;

/** A text of so many sentences, a paragraph after every fifth. */
function prose(random: Random, count: number): string {
  const drawn = Array.from({ length: count }, () => random.pick(sentences));
  return drawn.map((sentence, index) => (index === 0 ? '' : index % 5 === 0 ? '\n\n' : ' ') + sentence).join('');
}
