import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { theme, themes } from './theme.ts';

const script = readFileSync(join(import.meta.dirname, 'early-theme.js'), 'utf8');

/** The `data-theme` that the script in the page's head sets with this in storage. */
function paintedTheme(getItem: (key: string) => string | null): string | undefined {
  let painted: string | undefined;
  const documentElement = {
    setAttribute(name: string, value: string) {
      if (name === 'data-theme') painted = value;
    },
  };
  runInNewContext(script, { localStorage: { getItem }, document: { documentElement } });
  return painted;
}

afterEach(() => vi.unstubAllGlobals());

describe('the script that paints the theme first', () => {
  it.each(themes)('reads what the menu wrote: %s', (name) => {
    const stored = new Map<string, string>();
    vi.stubGlobal('localStorage', { setItem: (key: string, text: string) => void stored.set(key, text) });
    theme.set(name);
    expect(paintedTheme((key) => stored.get(key) ?? null)).toBe(name === 'system' ? undefined : name);
  });

  it('leaves the system’s theme for what it does not know', () => {
    expect(paintedTheme(() => '"><script>')).toBeUndefined();
  });

  it('leaves the system’s theme where storage is forbidden', () => {
    expect(
      paintedTheme(() => {
        throw new Error('denied');
      }),
    ).toBeUndefined();
  });
});
