import type { ItemMaker } from './sample-item.ts';

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
