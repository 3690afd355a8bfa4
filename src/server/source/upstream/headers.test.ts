import { describe, expect, it } from 'vitest';
import { requestHeaders, responseHeaders } from './headers.ts';

const hopByHop = {
  Connection: 'keep-alive, X-Named',
  'X-Named': 'by Connection',
  'Keep-Alive': 'timeout=5',
  'Proxy-Authorization': 'Basic abc',
  'Proxy-Connection': 'keep-alive',
  'Proxy-Authenticate': 'Basic',
  TE: 'trailers',
  Trailer: 'X-Sum',
  'Transfer-Encoding': 'chunked',
  Upgrade: 'h2c',
};

describe('requestHeaders', () => {
  const sent = (headers: Record<string, string>, options: { authorization?: string; hasBody?: boolean } = {}) =>
    requestHeaders(new Headers(headers), { authorization: options.authorization, hasBody: options.hasBody ?? false });

  it('passes what is about the request', () => {
    const headers = {
      accept: 'application/json',
      'accept-language': 'ar',
      'content-encoding': 'br',
      'content-length': '12',
      'content-type': 'application/json',
      'if-none-match': '"1"',
      'user-agent': 'ApifyClient/2',
      'x-apify-request-origin': 'SETLIST',
    };
    expect(sent(headers, { hasBody: true })).toEqual({ ...headers, 'accept-encoding': 'identity' });
  });

  it('keeps what ends at this hop and what says who asks', () => {
    const identity = {
      Authorization: 'Bearer caller',
      Cookie: 'a=b',
      Host: 'evil.example',
      Origin: 'https://evil.example',
      Referer: 'https://evil.example/',
      Forwarded: 'for=1.2.3.4;host=evil.example',
      'X-Forwarded-For': '1.2.3.4',
      'X-Forwarded-Host': 'evil.example',
      'X-Real-IP': '1.2.3.4',
      'X-Original-URL': '/admin',
      'X-Rewrite-URL': '/admin',
      'Sec-Fetch-Site': 'same-origin',
      'Sec-WebSocket-Key': 'x',
      'Access-Control-Request-Method': 'PUT',
      Expect: '100-continue',
    };
    expect(sent({ ...hopByHop, ...identity })).toEqual({ 'accept-encoding': 'identity' });
  });

  it('sends the one credential that it is given', () => {
    const received = { Authorization: 'Bearer caller', Connection: 'authorization' };
    expect(sent(received, { authorization: 'Bearer server' })).toMatchObject({ authorization: 'Bearer server' });
  });

  it('sends no length without a body', () => {
    expect(sent({ 'Content-Length': '5' })).not.toHaveProperty('content-length');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'gzip, deflate, br'],
    ['br;q=1.0, gzip;q=0.5, *;q=0', 'br;q=1.0, gzip;q=0.5'],
    ['zstd', 'identity'],
    ['', 'identity'],
    ['GZIP', 'GZIP'],
  ])('asks for the encodings of "%s" that can be read here', (received, expected) => {
    expect(sent({ 'Accept-Encoding': received })['accept-encoding']).toBe(expected);
  });
});

describe('responseHeaders', () => {
  const passed = (headers: Record<string, string>, token?: string) =>
    Object.fromEntries(responseHeaders(Object.entries(headers).flat(), token));

  it('passes what is about the answer', () => {
    const headers = {
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="a.json"',
      'content-encoding': 'gzip',
      'content-length': '12',
      'content-type': 'application/json; charset=utf-8',
      etag: 'W/"1"',
      'retry-after': '3',
      vary: 'Accept-Encoding',
      'www-authenticate': 'Bearer',
      'x-apify-pagination-total': '1200',
      'x-ratelimit-limit': '60',
      'x-request-id': '7',
    };
    expect(passed(headers)).toEqual(headers);
  });

  it('keeps what ends at this hop and what would set something for our origin', () => {
    const policies = {
      'Set-Cookie': 'session=1',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Credentials': 'true',
      'Content-Security-Policy': "default-src 'unsafe-inline'",
      'Content-Security-Policy-Report-Only': 'default-src *',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Strict-Transport-Security': 'max-age=9',
      'Clear-Site-Data': '"*"',
      Refresh: '0; url=https://evil.example',
      'Alt-Svc': 'h3="evil.example:443"',
      'Referrer-Policy': 'unsafe-url',
      'Service-Worker-Allowed': '/',
      'Report-To': '{}',
      'WWW-Authenticate': 'Basic realm="x"',
      Location: 'https://evil.example',
    };
    expect(passed({ ...hopByHop, ...policies })).toEqual({});
  });

  it('keeps a header that holds the token of this server', () => {
    expect(passed({ 'X-Echo': 'Bearer s3cret', 'X-Other': 'a' }, 's3cret')).toEqual({ 'x-other': 'a' });
  });
});
