import { ApiError } from '../../contract/api-error.ts';
import type { ErrorType } from '../../contract/error-type.ts';

function unauthorized(type: ErrorType, message: string): ApiError {
  return new ApiError({ status: 401, type, message, headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** 401 for a request without a token where one is needed (CONTRACT). */
export function tokenNotProvided(): ApiError {
  return unauthorized('token-not-provided', 'Authentication token was not provided');
}

/** 401 for a token of nobody (CONTRACT). */
export function tokenNotValid(): ApiError {
  return unauthorized('user-or-token-not-found', 'User was not found or authentication token is not valid');
}
