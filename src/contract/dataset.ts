import * as v from 'valibot';

/**
 * Schemas of what the API answers about datasets (CONTRACT, "Response, 200"). They tolerate fields that they do not know,
 * and what is documented as optional may be missing.
 */

const dateTime = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'not a date'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One row of `GET /v2/datasets`. Dates are ISO 8601. */
export const datasetListItemSchema = v.object({
  id: v.string(),
  /** `null` when unnamed; some servers leave it out instead. */
  name: v.nullish(v.string(), null),
  userId: v.string(),
  createdAt: dateTime,
  modifiedAt: dateTime,
  accessedAt: dateTime,
  itemCount: count,
  cleanItemCount: count,
  actId: v.nullish(v.string(), null),
  actRunId: v.nullish(v.string(), null),
  title: v.nullish(v.string()),
  username: v.nullish(v.string()),
  generalAccess: v.nullish(v.string()),
});

/** One row of the list. */
export type DatasetListItem = v.InferOutput<typeof datasetListItemSchema>;
