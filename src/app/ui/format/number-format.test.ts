import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('formatCount', () => {
  it.each([
    ['en', 12_579, '12,579'],
    ['de', 12_579, '12.579'],
    ['fr', 12_579, '12\u202f579'],
    ['en-IN', 1_234_567, '12,34,567'],
    ['en', 0, '0'],
  ])('in %s: %d', async (locale, count, text) => {
    vi.stubGlobal('navigator', { languages: [locale] });
    const { formatCount } = await import('./number-format.ts');
    expect(formatCount(count)).toBe(text);
  });
});

describe('readerLocales', () => {
  it('is empty where the runtime does not say', async () => {
    vi.stubGlobal('navigator', undefined);
    const { readerLocales } = await import('./number-format.ts');
    expect(readerLocales()).toEqual([]);
  });

  it.each([
    [['C'], []],
    [['en-US@posix', 'de', ''], ['de']],
    [
      ['pt-BR', 'en_US', 'en'],
      ['pt-BR', 'en'],
    ],
  ])('leaves out of %j what is no language', async (languages, understood) => {
    vi.stubGlobal('navigator', { languages });
    const { formatCount, readerLocales } = await import('./number-format.ts');
    expect(readerLocales()).toEqual(understood);
    expect(formatCount(7)).toBe('7');
  });

  it('follows the reader who asks for other languages', async () => {
    const { readerLocales } = await import('./number-format.ts');
    vi.stubGlobal('navigator', { languages: ['de'] });
    expect(readerLocales()).toEqual(['de']);
    vi.stubGlobal('navigator', { languages: ['fr'] });
    expect(readerLocales()).toEqual(['fr']);
  });
});
