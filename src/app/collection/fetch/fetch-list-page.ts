import { datasetsPath } from '../../../contract/datasets-path.ts';
import { requestJson } from '../../api/client.ts';
import type { ListSource } from './list-source.ts';
import type { PageRequest } from './page-fetcher.ts';

/** Pages of a list, and what the server has said of its pace. */
export interface ListPages {
  /** The `data` of the answer, unchecked. Rejects with a `RequestFailure`, or the reason of the signal. */
  readonly fetchPage: (request: PageRequest) => Promise<unknown>;
  readonly requestsPerSecond: () => number | undefined;
}

/** The pages of a list in ascending order, which datasets that are created meanwhile do not disturb (CONTRACT, "The guarantee"). */
export function listPages({ baseUrl, token, credentials, list }: ListSource): ListPages {
  let requestsPerSecond: number | undefined;
  return {
    async fetchPage({ offset, limit, signal }) {
      const url = baseUrl + datasetsPath({ ...list, desc: false, offset, limit });
      const answer = await requestJson({ url, token, credentials, signal });
      requestsPerSecond = readRateLimit(answer.headers.get('X-RateLimit-Limit'));
      const { value } = answer;
      return typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined;
    },
    requestsPerSecond: () => requestsPerSecond,
  };
}

/** CONTRACT, 429: what the server allows each second; `undefined` where it does not say. */
function readRateLimit(header: string | null): number | undefined {
  const limit = Number(header ?? Number.NaN);
  return limit > 0 && Number.isFinite(limit) ? limit : undefined;
}
