import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ApiError, type ErrorType } from '../../contract/api-error.ts';
import { errorResponse } from './errors.ts';
import { apiHeaders } from './headers.ts';

function notARequest(): ApiError {
  const type: ErrorType = 'invalid-request';
  const message = 'The address or the Host header of the request is missing or not valid.';
  return new ApiError({ status: 400, type, message, headers: apiHeaders });
}

/**
 * Lets a Node server answer with a function of `Request`. What cannot become a `Request` (no `Host`, an address that is none)
 * is 400 in the contract's shape; a Node server must be made with `requireHostHeader: false` to leave that to us.
 */
export function createRequestListener(fetch: (request: Request) => Response | Promise<Response>): RequestListener {
  const listener = getRequestListener(fetch, { errorHandler: () => errorResponse(notARequest()) });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}
