import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inBrowserOf } from '../../vite/in-browser-of.ts';
import { prerender } from './prerender.tsx';

beforeEach(() => {
  vi.stubGlobal('__API_URL__', '');
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the page is drawn without rows, and nothing of it keeps the build from ending', () => {
  const markup = inBrowserOf({ kind: 'database', label: 'my.db', user: { id: 'u1', username: 'ada' } }, prerender);
  expect(markup).toContain('<tbody></tbody>');
  expect(markup).toContain('my.db');
  expect(vi.getTimerCount()).toBe(0);
});
