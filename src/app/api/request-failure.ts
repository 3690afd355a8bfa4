import { ApiError } from '../../contract/api-error.ts';

/**
 * What went wrong with a request, as far as the page has to tell it apart:
 * `unreachable` no answer at all · `malformed` an answer that is not the API's (not JSON, another shape, broken off) ·
 * `unauthorized` 401 · `forbidden` 403 · `rate-limited` 429 · `upstream` 502 and 504, the server behind the server ·
 * `server` every other 5xx · `refused` every other 4xx.
 */
export type FailureKind =
  | 'unreachable'
  | 'malformed'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'upstream'
  | 'server'
  | 'refused';

/** A request that brought no data: thrown by the API client, and by nothing else. */
export class RequestFailure extends ApiError {
  readonly kind: FailureKind;
  /** When it failed, in ms since 1970. */
  readonly failedAtMs: number;
  /** How long the server asked to wait (`Retry-After`), in ms. */
  readonly retryAfterMs: number | undefined;
  /** A random number in [0, 1), drawn once: how much the wait after this failure is stretched. */
  readonly jitter: number;

  constructor(options: {
    kind: FailureKind;
    /** HTTP status; 0 when there was no answer. */
    status: number;
    type: string;
    message: string;
    retryAfterMs?: number | undefined;
    cause?: unknown;
  }) {
    super(options);
    this.kind = options.kind;
    this.failedAtMs = Date.now();
    this.retryAfterMs = options.retryAfterMs;
    this.jitter = Math.random();
  }
}

/** The kind of an answer with an error status. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate-limited';
  if (status === 502 || status === 504) return 'upstream';
  return status >= 500 ? 'server' : 'refused';
}
