import type { ItemMaker } from './sample-item.ts';

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
