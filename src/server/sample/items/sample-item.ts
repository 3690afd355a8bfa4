import type { Random } from '../random.ts';

/** The fields of an item, as they go to the wire. */
export type SampleFields = Readonly<Record<string, unknown>>;

/** Makes the item at a position of a dataset; `createdAtMs` is when the dataset was made. */
export type ItemMaker = (options: {
  readonly random: Random;
  readonly index: number;
  readonly createdAtMs: number;
}) => SampleFields;
