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
