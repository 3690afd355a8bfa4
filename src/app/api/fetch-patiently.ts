import type { DatasetPage } from '../../contract/dataset-page.ts';
import { datasetsPath } from '../../contract/datasets-path.ts';
import type { ListView } from '../../contract/list-params.ts';
import { after } from '../browser/after.ts';
import { pageAnswer } from './answer-shapes.ts';
import { apiBaseUrl } from './api-base-url.ts';
import { request } from './client.ts';
import { credentialsFor } from './queries.ts';
import { RequestFailure } from './request-failure.ts';
import { retriesByItself, retryWaitMs } from './retry.ts';
import { pageSession } from './session.ts';

const maxAttempts = 8;

/**
 * Rows of the list that are looked at and not kept. While the server asks for patience, it has it, up to eight attempts; rejects with
 * any other `RequestFailure`, or the reason of the signal.
 */
export async function fetchPatiently(view: ListView, signal: AbortSignal): Promise<DatasetPage> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await fetchOnce(view, signal);
    } catch (error) {
      const failure = error instanceof RequestFailure ? error : undefined;
      if (failure === undefined || !retriesByItself(attempt, failure) || attempt + 1 >= maxAttempts) throw error;
      await after(retryWaitMs(attempt, failure), signal);
    }
  }
}

async function fetchOnce(view: ListView, signal: AbortSignal): Promise<DatasetPage> {
  const { token } = pageSession().current();
  const url = apiBaseUrl() + datasetsPath(view);
  const answer = await request({ shape: pageAnswer, url, token, signal, credentials: credentialsFor(token) });
  return answer.data;
}
