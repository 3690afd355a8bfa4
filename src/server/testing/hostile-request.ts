import fc from 'fast-check';
import { type HostileBody, hostileBody } from './hostile-body.ts';
import { hostileNumber, hostileText } from './hostile-text.ts';

/** A request as somebody might send it who means no good, or whose client is broken. */
export interface HostileRequest {
  readonly method: string;
  /** Path and query, sent as they are. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: HostileBody | undefined;
}

const paramValue = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom('true', '0', 'json', 'jsonl', 'csv', 'ownedByMe'),
);
const paramName = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom('offset', 'limit', 'desc', 'unnamed', 'ownership', 'format', 'name', 'clean', 'unknown'),
  },
  { weight: 1, arbitrary: fc.oneof(hostileText, fc.constant('token')) },
);
const query = fc
  .array(fc.tuple(paramName, paramValue, fc.boolean()), { maxLength: 3 })
  .map((params) =>
    params
      .map(([name, value, isRaw]) => (isRaw ? `${name}=${value}` : new URLSearchParams([[name, value]]).toString()))
      .join('&'),
  );

/** Anything that may stand in a header: Latin-1 without the control characters. */
const headerText = fc
  .string({ unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)) })
  .filter((value) => !/[\u007f-\u009f]/.test(value));
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom('accept-encoding', 'if-none-match', 'content-type', 'range', 'cookie', 'expect'),
    headerText,
  ),
  fc.tuple(fc.constant('accept-encoding'), fc.constantFrom('br', 'gzip;q=0.1, *;q=0', '*', 'br;q=', ',')),
  fc.tuple(fc.constant('content-length'), fc.constantFrom('-1', '1e9', '99999999999', 'NaN', '0', '')),
  fc.tuple(fc.constant('x-http-method-override'), fc.constantFrom('DELETE', 'PUT')),
);
/** Headers that decide whether a request gets anywhere. */
const gate = fc.oneof(
  fc.tuple(fc.constantFrom('host', 'origin', 'sec-fetch-site', 'authorization'), headerText),
  fc.tuple(
    fc.constant('authorization'),
    headerText.map((value) => `Bearer ${value}`),
  ),
  fc.tuple(fc.constant('host'), fc.constantFrom('localhost:4780', '127.0.0.1', 'evil.example', '[::1]:x')),
);
const headers = fc
  .tuple(
    fc.array(header, { maxLength: 2 }),
    fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: gate }),
  )
  .map(([some, one]) => (one === undefined ? some : [...some, one]));

/** Percent-encoded, a lone surrogate as the replacement character. */
function encodeLoosely(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Methods and paths. The methods are those that `fetch` lets one send. */
function target(refs: readonly string[]): fc.Arbitrary<readonly [string, string]> {
  const anyMethod = fc.constantFrom(
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'PATCH',
    'PROPFIND',
    'x!',
    'get',
  );
  const ref = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...refs) },
    { weight: 1, arbitrary: hostileText.map(encodeLoosely) },
    { weight: 1, arbitrary: hostileText },
  );
  const resources = [
    [3, fc.constant('/v2/datasets'), ['GET', 'GET', 'POST']],
    [3, ref.map((one) => `/v2/datasets/${one}`), ['GET', 'HEAD', 'PUT', 'PUT', 'DELETE']],
    [4, ref.map((one) => `/v2/datasets/${one}/items`), ['GET', 'HEAD', 'POST', 'POST']],
    [1, ref.map((one) => `/v2/users/${one}`), ['GET']],
    [1, fc.array(hostileText, { maxLength: 4 }).map((segments) => `/v2/${segments.join('/')}`), ['GET']],
    [1, hostileText.map((one) => `/${one}`), ['GET']],
  ] as const;
  return fc.oneof(
    ...resources.map(([weight, path, methods]) => {
      const method = fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom<string>(...methods) },
        { weight: 1, arbitrary: anyMethod },
      );
      return { weight, arbitrary: fc.tuple(method, path) };
    }),
  );
}

/** Requests to every kind of address; `refs` are datasets and users that may be asked for in any way. */
export function hostileRequest(refs: readonly string[]): fc.Arbitrary<HostileRequest> {
  const body = fc.option(hostileBody, { freq: 9, nil: undefined });
  return fc.tuple(target(refs), query, headers, body).map(([[method, path], search, given, sentBody]) => ({
    method,
    path: search === '' ? path : `${path}?${search}`,
    headers: given,
    body: sentBody,
  }));
}
