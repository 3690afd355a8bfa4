import { expect, it } from 'vitest';
import { refreshedText } from './refreshed-in-sight.tsx';

it.each([
  [[], undefined, undefined],
  [[undefined, undefined], 1, undefined],
  [[5, 7, 6], undefined, 'rows in sight as of 0:05'],
  [[undefined, 7, 6], undefined, '2 of 3 rows in sight as of 0:06'],
  [[9], 3, 'rows in sight as of 0:09, in the order of 0:03'],
])('says of when %j are, sorted at %j', (refreshedAtMs, sortedAtMs, text) => {
  const formats = { formatCount: String, formatSince: (timeMs: number) => `0:0${timeMs}` };
  expect(refreshedText(refreshedAtMs, { sortedAtMs, ...formats })).toBe(text);
});
