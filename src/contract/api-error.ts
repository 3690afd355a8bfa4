/**
 * An answer of the API that is an error: thrown by a source or a route on the server, and by the client in the dashboard.
 * On the wire it is `{"error":{"type","message"}}` with `status`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status. */
  readonly status: number;
  /** An `ErrorType` when our server made it; another server may send other types. */
  readonly type: string;
  /** Response headers that belong to the error, such as `Allow` of a 405. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    status: number;
    type: string;
    message: string;
    headers?: Record<string, string>;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.status = options.status;
    this.type = options.type;
    this.headers = options.headers ?? {};
  }
}

/** The `type` of every error of the API (CONTRACT, "Errors, sign-in, limits"), and the two of a failing upstream. */
export type ErrorType =
  | 'invalid-parameter'
  | 'param-not-one-of'
  | 'invalid-request'
  | 'name-not-unique'
  | 'token-not-provided'
  | 'user-or-token-not-found'
  | 'insufficient-permissions'
  | 'record-not-found'
  | 'page-not-found'
  | 'method-not-allowed'
  | 'request-too-large'
  | 'unsupported-content-encoding'
  | 'rate-limit-exceeded'
  | 'internal-error'
  | 'upstream-unreachable'
  | 'upstream-invalid-response'
  | 'upstream-timeout';
