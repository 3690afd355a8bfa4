import { ApiError } from '../../contract/api-error.ts';
import { shortened } from './shortened.ts';

/** 405 with `Allow` (CONTRACT). */
export function methodNotAllowed(method: string, allowed: readonly string[]): ApiError {
  const allow = allowed.join(', ');
  return new ApiError({
    status: 405,
    type: 'method-not-allowed',
    message: `${shortened(method)} is not a method of this address, which has ${allow}.`,
    headers: { Allow: allow },
  });
}
