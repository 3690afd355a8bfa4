import { describe, expect, it } from 'vitest';
import { isAllowedHost } from './is-allowed-host.ts';

const publicUrl = new URL('https://setlist.example');
const withPort = new URL('http://setlist.example:8443');

describe('the hosts that we answer for', () => {
  it.each([
    'localhost',
    'LOCALHOST:4780',
    'localhost:1',
    'app.localhost',
    'a.b.localhost:80',
    '127.0.0.1',
    '127.0.0.1:4780',
    '127.255.3.9:65535',
    '[::1]',
    '[::1]:4780',
  ])('answers for %j', (host) => {
    expect(isAllowedHost(host, undefined)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'evil.example',
    'evil.example:4780',
    'localhost.evil.example',
    'notlocalhost',
    'localhost.',
    'localhost:',
    'localhost:99999',
    'localhost:4780:1',
    'localhost:80@evil.example',
    'evil.example@localhost',
    'localhost, evil.example',
    'localhost/evil',
    '-.localhost/x',
    '127.0.0.1.evil.example',
    '..127.0.0.1:4780',
    'a..localhost',
    'xn--a.localhost',
    '127.1',
    '127.0.0.256',
    '127.0.0.01',
    '0.0.0.0',
    '2130706433',
    '192.168.0.1',
    '::1',
    '[::1',
    '[::2]',
    '[::ffff:127.0.0.1]',
    'setlist.example',
    'ｌocalhost',
    'localhost\u0000',
  ])('refuses %j', (host) => {
    expect(isAllowedHost(host, undefined)).toBe(false);
  });

  it.each([
    ['setlist.example', publicUrl, true],
    ['SETLIST.example:443', publicUrl, true],
    ['localhost:4780', publicUrl, true],
    ['setlist.example:80', publicUrl, false],
    ['setlist.example:8443', withPort, true],
    ['setlist.example', withPort, false],
    ['www.setlist.example', publicUrl, false],
    ['setlist.example.evil.example', publicUrl, false],
    ['user@setlist.example', publicUrl, false],
    ['setlist.example/x', publicUrl, false],
    ['setlist.example?', publicUrl, false],
    ['setlist.example#', publicUrl, false],
  ] as const)('with a public URL, %j of %s is %s', (host, url, allowed) => {
    expect(isAllowedHost(host, url)).toBe(allowed);
  });
});
