import { expect, it } from 'vitest';
import { secondsLeft } from './request-notes.tsx';

it.each([
  ['as long as was asked for', 10_000, 30],
  ['no longer, by a clock that is behind', 9_300, 30],
  ['a second that has begun', 10_001, 30],
  ['a second less', 11_000, 29],
  ['the last', 39_999, 1],
  ['none', 40_000, 0],
  ['none when it is past', 50_000, 0],
])('%s', (_, nowMs, seconds) => {
  expect(secondsLeft({ sinceMs: 10_000, untilMs: 40_000, nowMs })).toBe(seconds);
});
