import { ApiError } from '../../contract/api-error.ts';

/** 400 for a body, or a request, that is not what it must be; `message` names what is wrong with it. */
export function invalidRequest(message: string): ApiError {
  return new ApiError({ status: 400, type: 'invalid-request', message });
}
