import { RequestFailure } from '../../api/request-failure.ts';
import type { ProblemLog } from './problem.ts';

/** What an answer of the list says, as far as it can be used. */
export interface ListPage {
  /** `undefined` where the answer has no whole number there. */
  readonly total: number | undefined;
  readonly items: readonly unknown[];
}

/**
 * Reads the `data` of an answer to a request for rows from `offset` on. What breaks a rule of the API is noted in `log`. Throws a
 * `RequestFailure` when there are no rows to be had: such a request is worth being sent again.
 */
export function readListPage(data: unknown, offset: number, log: ProblemLog): ListPage {
  if (typeof data !== 'object' || data === null) throw malformed('data', 'no object');
  // Any object may be read by names; the values are checked one by one.
  const fields = data as Readonly<Record<string, unknown>>;
  if (!Array.isArray(fields.items)) throw malformed('data.items', 'no array');
  if (fields.offset !== undefined && fields.offset !== offset) log.note('offset', String(offset));
  return { total: readTotal(fields.total, log), items: fields.items };
}

function readTotal(total: unknown, log: ProblemLog): number | undefined {
  if (isCount(total)) return total;
  log.note('total', String(JSON.stringify(total)));
  return typeof total === 'string' && /^\d+$/.test(total) && isCount(Number(total)) ? Number(total) : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function malformed(place: string, what: string): RequestFailure {
  const message = `At "${place}" of the answer: ${what}.`;
  return new RequestFailure({ kind: 'malformed', status: 200, type: 'answer-of-another-shape', message });
}
