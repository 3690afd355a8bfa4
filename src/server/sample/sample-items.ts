import type { NewItem } from '../source/interface/source.ts';
import {
  articleItem,
  awkwardItem,
  crawledItem,
  type ItemMaker,
  placeItem,
  productItem,
  raggedItem,
  recipeItem,
  sparseItem,
  wideItem,
} from './item-makers.ts';
import type { Random } from './random.ts';

/** A kind of item, how often it is made, and how many a dataset has: at most so many that the file stays small. */
interface Shape {
  readonly make: ItemMaker;
  readonly weight: number;
  readonly medianItems: number;
  readonly maxItems: number;
}

const shapes: readonly [Shape, ...Shape[]] = [
  { make: productItem, weight: 26, medianItems: 24, maxItems: 6_000 },
  { make: placeItem, weight: 14, medianItems: 10, maxItems: 400 },
  { make: articleItem, weight: 10, medianItems: 6, maxItems: 60 },
  { make: raggedItem, weight: 12, medianItems: 14, maxItems: 4_000 },
  { make: wideItem, weight: 7, medianItems: 6, maxItems: 60 },
  { make: recipeItem, weight: 8, medianItems: 12, maxItems: 2_500 },
  { make: sparseItem, weight: 10, medianItems: 14, maxItems: 3_000 },
  { make: crawledItem, weight: 11, medianItems: 10, maxItems: 500 },
  { make: awkwardItem, weight: 2, medianItems: 5, maxItems: 60 },
];

const totalWeight = shapes.reduce((sum, shape) => sum + shape.weight, 0);

/** The items of one dataset that is not empty: all of one shape, mostly few of them, sometimes thousands. */
export function sampleItems(random: Random, createdAtMs: number): readonly NewItem[] {
  const { make, medianItems, maxItems } = pickShape(random);
  const count = Math.min(maxItems, longTailCount(random, medianItems));
  return Array.from({ length: count }, (_, index) => {
    const fields = make({ random, index, createdAtMs });
    return { json: JSON.stringify(fields), clean: Object.keys(fields).some((key) => !key.startsWith('#')) };
  });
}

function pickShape(random: Random): Shape {
  let rest = random.next() * totalWeight;
  const found = shapes.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return found ?? shapes[0];
}

/** A count of at least 1, log-normal as real sizes are: half of them are below the median, one in a hundred above 60 times the median. */
function longTailCount(random: Random, median: number): number {
  const spread = 1.8;
  // Box and Muller's way to a normal distribution; 1 - next() is never 0.
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.max(1, Math.round(median * Math.exp(spread * normal)));
}
