import { ApiError } from '../../../contract/api-error.ts';

/** The codes of Node's network errors in words, for the ones that people meet. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection cut',
  EPIPE: 'connection cut',
  ERR_STREAM_PREMATURE_CLOSE: 'connection cut',
  ENOTFOUND: 'no host of this name',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'connection timed out',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no route to the network',
  EPROTO: 'it does not speak TLS',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** 502: no answer, or no whole one, came from `host`. */
export function unreachable(host: string, reason: string): ApiError {
  return new ApiError({ status: 502, type: 'upstream-unreachable', message: `Could not reach ${host} (${reason})` });
}

/** 504: `host` did not begin to answer. */
export function timedOut(host: string, timeoutMs: number): ApiError {
  const message = `${host} did not answer within ${timeoutMs / 1000} s`;
  return new ApiError({ status: 504, type: 'upstream-timeout', message });
}

/** 504: `host` began to answer and stopped. */
export function stalled(host: string, timeoutMs: number): ApiError {
  const message = `${host} stopped in the middle of its answer: nothing came for ${timeoutMs / 1000} s`;
  return new ApiError({ status: 504, type: 'upstream-timeout', message });
}

/** 502: what came from `host` is not an answer of the API; `what` completes "HOST …". */
export function invalidAnswer(host: string, what: string, headers: Record<string, string> = {}): ApiError {
  return new ApiError({ status: 502, type: 'upstream-invalid-response', message: `${host} ${what}`, headers });
}

/** Codes that mean a mistake of ours in making the request rather than trouble on the way. */
const ownMistake = /^ERR_(?!STREAM_PREMATURE_CLOSE|TLS_|SSL_)/;

/**
 * What an error of the connection to `host` means for the caller. Node's own error goes no further: it may hold bytes of the
 * answer. An `ApiError` and an error that has nothing to do with the connection are returned as they are.
 */
export function transportError(host: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof ApiError || code === '' || ownMistake.test(code)) return error;
  if (code.startsWith('HPE_')) return invalidAnswer(host, 'answered with something that is not HTTP');
  return unreachable(host, reasons[code] ?? code);
}
