import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeToken, withoutToken } from './token.ts';

describe('takeToken', () => {
  it.each([
    ['', undefined, ''],
    ['?', undefined, ''],
    ['?token=abc', 'abc', ''],
    ['?limit=2&token=abc&desc=1', 'abc', '?limit=2&desc=1'],
    ['?%74oken=a%62c', 'abc', ''],
    ['?token=', undefined, ''],
    ['?token', undefined, ''],
    ['?token=a+b', 'a b', ''],
    ['?a=%zz&b=+&c=%C3&token=x', 'x', '?a=%zz&b=+&c=%C3'],
    ['?Token=x&tokens=y&my.token=z', undefined, '?Token=x&tokens=y&my.token=z'],
    ['?token=abc&?limit=2', 'abc', '??limit=2'],
    ['?a=1&?token=x', undefined, '?a=1&?token=x'],
    ['?token=&?', undefined, '??'],
  ])('takes it from %s', (search, token, rest) => {
    expect(takeToken(search)).toEqual({ token, search: rest });
  });

  it('refuses more than one, repeating none', () => {
    const message = 'Parameter "token" was given more than once; accepted is one token';
    expect(() => takeToken('?token=abc&token=def')).toThrow(
      expect.objectContaining({ status: 400, type: 'invalid-parameter', message }),
    );
  });

  it('leaves no token in any query, and all else as it was written', () => {
    const pair = fc
      .tuple(fc.constantFrom('token', '%74oken', 'limit', ''), fc.string())
      .map(([name, value]) => `${name}=${value}`);
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const rest = new URLSearchParams(withoutToken(`?${pairs.join('&')}`));
        const others = [...new URLSearchParams(pairs.join('&'))].filter(([name]) => name !== 'token');
        expect([...rest]).toEqual(others);
      }),
    );
  });
});
