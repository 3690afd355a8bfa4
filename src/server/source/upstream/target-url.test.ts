import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../contract/api-error.ts';
import { targetUrl } from './target-url.ts';
import { readUpstreamAddress } from './upstream-address.ts';

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
