import { ApiError } from '../../contract/api-error.ts';
import type { ErrorType } from '../../contract/error-type.ts';
import { jsonResponse } from './json-response.ts';

const internalError: { readonly type: ErrorType; readonly message: string } = {
  type: 'internal-error',
  message: 'The server failed to answer this request. Its log says why.',
};

/**
 * The response of a thrown error, in the shape of CONTRACT ("Every error is `{"error":{"type","message"}}`"). An `ApiError`
 * says itself what it is; of anything else the caller learns nothing but that the server failed.
 */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof ApiError)) return jsonResponse(JSON.stringify({ error: internalError }), { status: 500 });
  const { status, type, message, headers } = error;
  return jsonResponse(JSON.stringify({ error: { type, message } }), { status, headers });
}
