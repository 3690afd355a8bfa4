import { queryOptions } from '@tanstack/react-query';
import type { User } from '../../contract/user.ts';
import type { AnswerShape } from './answer-shape.ts';
import { apiBaseUrl } from './api-base-url.ts';
import { request } from './client.ts';
import type { RequestFailure } from './request-failure.ts';
import { retriesByItself, retryWaitMs } from './retry.ts';
import { servedBy } from './served-by.ts';

declare module '@tanstack/react-query' {
  interface Register {
    /** All that a query function here throws. */
    defaultError: RequestFailure;
  }
}

/** Asks the API, as the user of `token` or as whoever needs none. */
export function ask<Answer>(
  path: string,
  options: {
    readonly shape: AnswerShape<Answer>;
    readonly token: string | undefined;
    readonly signal: AbortSignal;
  },
): Promise<Answer> {
  return request({ ...options, url: apiBaseUrl() + path, credentials: credentialsFor(options.token) });
}

/** A server with a local user preloads that user's rows; whoever has a token asks for other ones. */
export function credentialsFor(token: string | undefined): 'omit' | 'same-origin' {
  return token !== undefined && servedBy()?.user ? 'omit' : 'same-origin';
}

/** `GET /v2/users/me` */
export const userAnswer: AnswerShape<{ data: User }> = {
  schema: async () => (await import('../../contract/user.ts')).userSchema,
};

/** The user that a token belongs to. Throws a `RequestFailure`. */
export async function fetchUser(token: string | undefined, signal: AbortSignal): Promise<User> {
  return (await ask('/v2/users/me', { shape: userAnswer, token, signal })).data;
}

/** Who the requests of this session are made for. */
export function me(token: string | undefined) {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => fetchUser(token, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: retriesByItself,
    retryDelay: retryWaitMs,
  });
}
