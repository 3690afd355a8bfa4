import { ApiError } from '../../contract/api-error.ts';
import { shortened } from './shortened.ts';

/** 404 for an address that is none of ours (CONTRACT: an unknown path under `/v2`). */
export function pageNotFound(path: string): ApiError {
  return new ApiError({ status: 404, type: 'page-not-found', message: `There is nothing at "${shortened(path)}".` });
}
