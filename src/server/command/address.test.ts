import { describe, expect, it } from 'vitest';
import { addressOf, isUnspecified } from './address.ts';

describe('addressOf', () => {
  it.each([
    ['127.0.0.1', 'http://localhost:4780'],
    ['localhost', 'http://localhost:4780'],
    ['0.0.0.0', 'http://localhost:4780'],
    ['::', 'http://localhost:4780'],
    ['::1', 'http://[::1]:4780'],
    ['192.168.1.5', 'http://192.168.1.5:4780'],
    ['box.lan', 'http://box.lan:4780'],
  ])('opens %s as %s', (host, address) => {
    expect(addressOf(host, 4780)).toBe(address);
  });
});

describe('isUnspecified', () => {
  it.each([
    ['0.0.0.0', true],
    ['::', true],
    ['0:0:0:0:0:0:0:0', true],
    ['::1', false],
    ['10.0.0.0', false],
  ])('says of %s: %s', (host, expected) => {
    expect(isUnspecified(host)).toBe(expected);
  });
});
