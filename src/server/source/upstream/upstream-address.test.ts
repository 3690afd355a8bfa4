import { describe, expect, it } from 'vitest';
import { readUpstreamAddress } from './upstream-address.ts';

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
