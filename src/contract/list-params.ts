import { booleanCodec } from './boolean-codec.ts';
import { countCodec } from './count-codec.ts';
import { oneOfCodec } from './one-of-codec.ts';
import type { ParamValues } from './param-values.ts';

/** CONTRACT: the default and the maximum of `limit`, in rows. */
const maxLimitRows = 1000;

/** The parameters of `GET /v2/datasets`, and of the dashboard's list URL (CONTRACT, first table). */
export const listParams = {
  ownership: oneOfCodec('ownership', { words: ['ownedByMe', 'sharedWithMe'], absent: 'all' }),
  unnamed: booleanCodec('unnamed'),
  desc: booleanCodec('desc'),
  /** 0 means "no limit given"; above the maximum is clamped, never an error. */
  limit: countCodec('limit', {
    absent: maxLimitRows,
    normalize: (rows) => (rows === 0 ? maxLimitRows : Math.min(rows, maxLimitRows)),
  }),
  offset: countCodec('offset', { absent: 0 }),
} as const;

/** The values of `listParams`: which rows of which list. */
export type ListView = ParamValues<typeof listParams>;
