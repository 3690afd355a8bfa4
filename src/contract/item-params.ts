import { booleanCodec, countCodec, oneOfCodec } from './codec.ts';

/** CONTRACT: what `x-apify-pagination-limit` says when no limit was given. */
const noLimitRows = 999_999_999_999;

/** The parameters of `GET /v2/datasets/{id}/items`. `format` absent means `json`. */
export const itemParams = {
  format: oneOfCodec('format', { words: ['json', 'jsonl'], absent: 'json' }),
  offset: countCodec('offset', { absent: 0 }),
  limit: countCodec('limit', {
    absent: noLimitRows,
    normalize: (rows) => (rows === 0 ? noLimitRows : Math.min(rows, noLimitRows)),
  }),
  desc: booleanCodec('desc'),
} as const;
