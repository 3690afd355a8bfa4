import { describe, expect, it } from 'vitest';
import { passedLocation } from './passed-location.ts';
import { readUpstreamAddress } from './upstream-address.ts';

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
