import type { ItemMaker } from './sample-item.ts';

const columns = 120;
const names = Array.from({ length: columns }, (_, index) => `sensor_${String(index + 1).padStart(3, '0')}`);

/** Wide: more columns than any screen shows. */
export const wideItem: ItemMaker = ({ random, index, createdAtMs }) => ({
  measuredAt: new Date(createdAtMs + index * 60_000).toISOString(),
  station: `ST-${random.int(1, 40)}`,
  ...Object.fromEntries(names.map((name) => [name, random.chance(0.05) ? null : random.int(-4_000, 4_000) / 100])),
});
