import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../contract/api-error.ts';
import { parseNewItems } from './parse-new-items.ts';

async function refusal(body: string): Promise<string> {
  try {
    await parseNewItems(body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect([error.status, error.type]).toEqual([400, 'invalid-request']);
    return error.message;
  }
  throw new Error('The body was not refused.');
}

describe('new items', () => {
  it.each([
    ['{"a":1}', ['{"a":1}']],
    ['[{"a":1},{"b":[2]}]', ['{"a":1}', '{"b":[2]}']],
    ['[]', []],
    [' [ { "a" : 1 } ] \n', ['{"a":1}']],
    [JSON.stringify('{"a":1}'), ['{"a":1}']],
    [JSON.stringify('[{"a":1},{}]'), ['{"a":1}', '{}']],
    ['{"ключ":"値","\\ud800":"\\u0000"}', ['{"ключ":"値","\\ud800":"\\u0000"}']],
    ['{"__proto__":{"x":1},"constructor":null}', ['{"__proto__":{"x":1},"constructor":null}']],
    ['{"b":1,"a":2,"10":3}', ['{"10":3,"b":1,"a":2}']],
    ['{"e":"1e999","n":1e308}', ['{"e":"1e999","n":1e+308}']],
  ])('%s', async (body, items) => {
    expect((await parseNewItems(body)).map(({ json }) => json)).toEqual(items);
  });

  it.each([
    ['{"a":1}', true],
    ['{"a":null}', true],
    ['{"":0}', true],
    ['{"a#":0}', true],
    ['{"#a":1,"b":2}', true],
    ['{"#a":1}', false],
    ['{"#":1}', false],
    ['{}', false],
  ])('%s is clean: %s', async (body, clean) => {
    expect((await parseNewItems(body)).map((item) => item.clean)).toEqual([clean]);
  });

  it.each([
    ['', 'The body is not valid JSON'],
    ['{', 'The body is not valid JSON'],
    ['{"a":1}{"b":2}', 'The body is not valid JSON'],
    ["{'a':1}", 'The body is not valid JSON'],
    ['NaN', 'The body is not valid JSON'],
    ['null', 'The item is null'],
    ['7', 'The item is a number'],
    ['true', 'The item is a boolean'],
    ['"text"', 'The string in the body is not valid JSON'],
    [JSON.stringify('7'), 'The item is a number'],
    [JSON.stringify(JSON.stringify('{}')), 'The item is a string'],
    ['[{},7]', 'index 1 is a number'],
    ['[{},{},null]', 'index 2 is null'],
    ['[[{}]]', 'index 0 is an array'],
    ['["{}"]', 'index 0 is a string'],
    ['{"a":[1,1e400]}', 'number that is too large'],
    [`{"a":-${'9'.repeat(400)}}`, 'number that is too large'],
    [`{"a":${'9'.repeat(300)}e10}`, 'number that is too large'],
    [`{"a":${'9'.repeat(210)}.5E+99}`, 'number that is too large'],
    ['"{\\"a\\":1\\u0065400}"', 'number that is too large'],
  ])('refuses %.30j: %s', async (body, reason) => {
    expect(await refusal(body)).toContain(reason);
  });

  it('refuses what is nested too deeply, and says which item', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect(await refusal(deep)).toBe('The item is nested too deeply.');
    expect(await refusal(`[{},${deep}]`)).toBe('The item at index 1 is nested too deeply.');
    expect(await refusal(`{"a":1e999,"b":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)).toMatch(/too (deeply|large)/);
  });

  it('keeps any items as JSON has them, in order', async () => {
    const item = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(item), async (items) => {
        const body = JSON.stringify(items);
        const stored = (await parseNewItems(body)).map(({ json }) => JSON.parse(json));
        expect(stored).toEqual(JSON.parse(body));
        expect((await parseNewItems(JSON.stringify(body))).map(({ json }) => JSON.parse(json))).toEqual(stored);
      }),
    );
  });

  it('lets others have their turn while it looks at many', async () => {
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 0);
    const items = await parseNewItems(`[${'{},'.repeat(200_000)}{"last":1}]`);
    clearInterval(clock);
    expect(turns).toBeGreaterThan(3);
    expect([items.length, items.at(-1)?.json]).toEqual([200_001, '{"last":1}']);
  });

  it('never throws anything but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (body) => {
        try {
          await parseNewItems(body);
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
        }
      }),
    );
  });
});
