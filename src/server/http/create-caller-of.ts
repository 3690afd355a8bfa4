import { ApiError } from '../../contract/api-error.ts';
import type { Caller, Callers } from '../source/interface/source.ts';
import { tokenNotProvided, tokenNotValid } from './errors.ts';

const bearerForm = /^Bearer +([^\s]+)$/i;

/** The token of `?token=`, empty for none (CONTRACT: an empty value counts as absent). Its value is never repeated. */
function queryToken(request: Request): string {
  const given = new URL(request.url).searchParams.getAll('token');
  if (given.length > 1) {
    throw new ApiError({
      status: 400,
      type: 'invalid-parameter',
      message: `Parameter "token" was given ${given.length} times; give it once.`,
    });
  }
  return given[0] ?? '';
}

/**
 * The token of a request, `undefined` for none. The header is preferred, and one that is no `Bearer TOKEN` is 401; a parameter
 * that is given twice is 400 all the same.
 */
function readToken(request: Request): string | undefined {
  const inQuery = queryToken(request);
  const authorization = request.headers.get('authorization');
  if (authorization === null) return inQuery || undefined;
  const token = bearerForm.exec(authorization.trim())?.[1];
  if (token === undefined) throw tokenNotValid();
  return token;
}

/** Finds out who makes a request. A wrong token is always 401; a request without one is the local user's, unless tokens are required. */
export function createCallerOf({
  callers,
  requireToken,
}: {
  callers: Callers;
  requireToken: boolean;
}): (request: Request) => Promise<Caller> {
  return async (request) => {
    const token = readToken(request);
    if (token === undefined) {
      if (requireToken) throw tokenNotProvided();
      return callers.localUser();
    }
    const caller = await callers.authenticate(token);
    if (caller === undefined) throw tokenNotValid();
    return caller;
  };
}
