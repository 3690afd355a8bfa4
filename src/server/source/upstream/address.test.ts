import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../contract/api-error.ts';
import { passedLocation, readUpstreamAddress, targetUrl } from './address.ts';

describe('readUpstreamAddress', () => {
  it.each([
    ['https://api.apify.com', 'https://api.apify.com', '', 'api.apify.com'],
    ['https://api.apify.com/', 'https://api.apify.com', '', 'api.apify.com'],
    ['https://api.apify.com/v2', 'https://api.apify.com', '', 'api.apify.com'],
    ['https://api.apify.com/v2/', 'https://api.apify.com', '', 'api.apify.com'],
    ['HTTPS://API.Apify.com:443/', 'https://api.apify.com', '', 'api.apify.com'],
    ['http://localhost:4780', 'http://localhost:4780', '', 'localhost:4780'],
    ['http://[::1]:8080/base', 'http://[::1]:8080', '/base', '[::1]:8080'],
    ['https://host.example/base/', 'https://host.example', '/base', 'host.example'],
    ['https://host.example/a/b/v2//', 'https://host.example', '/a/b', 'host.example'],
    ['https://host.example/v2x', 'https://host.example', '/v2x', 'host.example'],
  ])('reads %s', (text, origin, basePath, host) => {
    expect(readUpstreamAddress(text)).toEqual({ origin, basePath, host });
  });

  it.each(['', 'api.apify.com', 'localhost:4780', 'ftp://host.example', 'file:///etc', '//host.example', 'https://'])(
    'refuses "%s", naming it',
    (text) => {
      expect(() => readUpstreamAddress(text)).toThrow(`"${text}" is not an http:// or https:// address`);
    },
  );

  it.each(['https://secret@host.example', 'https://user:secret@host.example'])('refuses credentials: %s', (text) => {
    expect(() => readUpstreamAddress(text)).toThrow(/^the address must not hold a user name or password/);
    expect(() => readUpstreamAddress(text)).not.toThrow(/secret/);
  });

  it.each(['https://host.example?token=secret', 'https://host.example/v2#secret'])(
    'refuses what follows: %s',
    (text) => {
      expect(() => readUpstreamAddress(text)).toThrow(/^the address must end with its path/);
      expect(() => readUpstreamAddress(text)).not.toThrow(/secret/);
    },
  );
});

const plain = readUpstreamAddress('https://api.example.com');
const based = readUpstreamAddress('https://api.example.com/base/v2');

describe('targetUrl', () => {
  it.each([
    ['/v2/datasets', 'limit=2&desc=1', '/v2/datasets?limit=2&desc=1'],
    ['/v2/datasets', '??limit=2', '/v2/datasets??limit=2'],
    ['/v2/datasets/', '', '/v2/datasets/'],
    ['/v2/datasets/user~name/items', 'a=%20+b', '/v2/datasets/user~name/items?a=%20+b'],
    ['/v2//evil.example/x', '', '/v2//evil.example/x'],
    ['/v2/https://evil.example/', '', '/v2/https://evil.example/'],
    ['/v2/@evil.example', '', '/v2/@evil.example'],
    ['/v2/a%2Fb', '', '/v2/a%2Fb'],
    ['/v2/..a/.b', '', '/v2/..a/.b'],
  ])('keeps %s with %s', (pathname, search, expected) => {
    expect(targetUrl(plain, { pathname, search }).href).toBe(`https://api.example.com${expected}`);
    expect(targetUrl(based, { pathname, search }).href).toBe(`https://api.example.com/base${expected}`);
  });

  it.each([
    '/v2',
    '/v2x/datasets',
    '//evil.example/v2/datasets',
    '/datasets',
    '/v2/../admin',
    '/v2/..',
    '/v2/./datasets',
    '/v2/%2e%2e/admin',
    '/v2/.%2E/admin',
    '/v2/..%2f..%2fadmin',
    '/v2/a%2F..%2fadmin',
    '/v2/%252e%252e%252fadmin',
    '/v2/..\\..\\admin',
    '/v2/..%5cadmin',
    '/v2/..%255cadmin',
  ])('finds nothing at %s', (pathname) => {
    expect(() => targetUrl(based, { pathname, search: '' })).toThrow(
      expect.objectContaining({ status: 404, type: 'page-not-found' }),
    );
  });

  it('never leaves the upstream or its base path, whatever the path and query', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '/',
        '\\',
        '..',
        '.',
        '%2e',
        '%2f',
        '%5c',
        '%25',
        '@',
        ':',
        '//evil.example',
        'http:',
        '?',
        '#',
        '\n',
        '\t',
      ),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (path, search) => {
        let target: URL;
        try {
          target = targetUrl(based, { pathname: `/v2/${path}`, search });
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
          return;
        }
        expect(target.origin).toBe('https://api.example.com');
        expect(target.username + target.password + target.hash).toBe('');
        expect(target.pathname).toMatch(/^\/base\/v2\//);
      }),
      { numRuns: 500 },
    );
  });
});

const address = readUpstreamAddress('https://api.example.com/base');
const target = new URL('https://api.example.com/base/v2/datasets?limit=2');

describe('passedLocation', () => {
  it.each([
    ['https://api.example.com/base/v2/datasets/abc', '/v2/datasets/abc'],
    ['/base/v2/datasets/abc?a=1', '/v2/datasets/abc?a=1'],
    ['datasets/abc', '/v2/datasets/abc'],
    ['?limit=3', '/v2/datasets?limit=3'],
    ['https://user:pass@api.example.com/base/v2/datasets', '/v2/datasets'],
    ['/base/v2/datasets?a=1&token=secret#x', '/v2/datasets?a=1'],
  ])('leads %s by way of this server', (location, expected) => {
    expect(passedLocation(address, { location, target })).toBe(expected);
  });

  it.each([
    'https://evil.example/base/v2/datasets',
    '//evil.example/base/v2/datasets',
    'http://api.example.com/base/v2/datasets',
    'https://api.example.com:8443/base/v2/datasets',
    'https://api.example.com.evil.example/base/v2/',
    '/v2/datasets',
    '/base/v2/../admin',
    'javascript:alert(1)',
    'https://',
  ])('leads nowhere for %s', (location) => {
    expect(passedLocation(address, { location, target })).toBeUndefined();
  });
});
