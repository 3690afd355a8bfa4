import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const timeMs = Date.UTC(2026, 10, 23, 21, 20, 6);

describe('absolute times', () => {
  it('say all of it, the zone included', async () => {
    vi.stubGlobal('navigator', { languages: ['en'] });
    const { formatFullTime } = await import('./absolute-time.ts');
    const zone = new Intl.DateTimeFormat('en', { timeStyle: 'long' }).formatToParts(timeMs).at(-1)?.value ?? 'none';
    expect(formatFullTime(timeMs)).toMatch(/^(Mon|Tues)day, November 2[34], 2026 at \d+:\d\d:06 [AP]M /);
    expect(formatFullTime(timeMs).endsWith(zone)).toBe(true);
  });

  it('are shorter in a column, and in the reader’s language', async () => {
    vi.stubGlobal('navigator', { languages: ['de'] });
    const { formatCompactTime } = await import('./absolute-time.ts');
    expect(formatCompactTime(timeMs)).toMatch(/^2[34]\.11\.2026, \d\d:\d\d$/);
  });

  it('refuse what is no time', async () => {
    const { formatCompactTime, formatFullTime } = await import('./absolute-time.ts');
    expect(() => formatFullTime(Number.NaN)).toThrow(RangeError);
    expect(() => formatCompactTime(Number.NaN)).toThrow(RangeError);
  });
});
