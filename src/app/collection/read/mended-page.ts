import * as v from 'valibot';
import { type DatasetPage, datasetPageSchema } from '../../../contract/dataset-page.ts';
import { isRecord } from '../../../contract/is-record.ts';
import { rowOf } from '../../../engine/columns/collection.ts';
import { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { joinSlices } from '../../../engine/columns/join-blocks.ts';
import { readBlock } from '../../../engine/columns/row-block.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { Problem } from '../fetch/problem.ts';
import { keepRows } from './keep-rows.ts';

/** What `GET /v2/datasets` answered, as far as it can be shown, and which rules of the API it broke. */
export interface MendedPage {
  readonly data: DatasetPage;
  readonly problems: readonly Problem[];
}

const { data } = datasetPageSchema.entries;

const countText = v.pipe(
  v.string(),
  v.digits(),
  v.check((text) => Number.isSafeInteger(Number(text))),
);

/** All but the rows as the contract has it; some servers write numbers as texts. */
const envelopeSchema = v.object({
  data: v.object({
    ...data.entries,
    total: v.union([data.entries.total, countText]),
    items: v.pipe(
      v.array(v.unknown()),
      v.check((items) => items.length === 0 || items.some(hasId), 'no row has an id'),
    ),
  }),
});

/**
 * A page of a server that breaks rules of the API, read as a load of the whole list reads it: each row has what can be read of it,
 * and what is wrong is told beside the rows. An answer without a row to show, or without a total, has another shape.
 */
export const mendedPageSchema = v.pipe(envelopeSchema, v.transform(mend));

function mend({ data: page }: v.InferOutput<typeof envelopeSchema>): MendedPage {
  const { desc, total } = page;
  const dictionaries = new Dictionaries(datasetFields);
  // Rows are looked through in ascending order.
  const block = readBlock(desc ? page.items.toReversed() : page.items, dictionaries);
  const { slices, problems } = keepRows([{ block, from: 0, to: block.count }], datasetFields, Date.now());
  if (typeof total === 'string') problems.note('total', JSON.stringify(total));
  const rows = joinSlices(slices, dictionaries);
  const items = Array.from({ length: rows.count }, (_, row) => rowOf(rows, row));
  if (desc) items.reverse();
  // Where the next page begins, rows that cannot be shown count too.
  const count = page.items.length;
  return { data: { ...page, total: Number(total), count, items }, problems: problems.problems() };
}

function hasId(item: unknown): boolean {
  return isRecord(item) && typeof item.id === 'string' && item.id !== '';
}
