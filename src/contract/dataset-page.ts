import * as v from 'valibot';
import { datasetListItemSchema } from './dataset.ts';

const rows = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `{data}` of `GET /v2/datasets`: `total` counts all that match, `offset`, `limit` and `desc` echo what was applied. */
export const datasetPageSchema = v.object({
  data: v.object({
    total: rows,
    offset: rows,
    limit: rows,
    desc: v.boolean(),
    count: rows,
    items: v.array(datasetListItemSchema),
  }),
});

/** One page of the list, as the server answered it. */
export type DatasetPage = v.InferOutput<typeof datasetPageSchema>['data'];
