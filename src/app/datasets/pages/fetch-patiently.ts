import type { DatasetPage } from '../../../contract/dataset-page.ts';
import type { ListView } from '../../../contract/list-params.ts';
import { RequestFailure } from '../../api/request-failure.ts';
import { retriesByItself, retryWaitMs } from '../../api/retry.ts';
import { after } from '../../browser/after.ts';
import { fetchPage } from './page-queries.ts';

const maxAttempts = 8;

/**
 * Rows of the list that are looked at and not kept. While the server asks for patience, it has it, up to eight attempts; rejects with
 * any other `RequestFailure`, or the reason of the signal.
 */
export async function fetchPatiently(view: ListView, signal: AbortSignal): Promise<DatasetPage> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await fetchPage(view, signal)).page;
    } catch (error) {
      const failure = error instanceof RequestFailure ? error : undefined;
      if (failure === undefined || !retriesByItself(attempt, failure) || attempt + 1 >= maxAttempts) throw error;
      await after(retryWaitMs(attempt, failure), signal);
    }
  }
}
