import { expect, it } from 'vitest';
import { shareText } from './share-text.ts';

it.each([
  [1, '100'],
  [0.99999, '99.9'],
  [0.9744, '97.4'],
  [0.00001, '0.1'],
  [0, '0'],
])('%f is %s per cent', (share, text) => {
  expect(shareText(share).replace(/\s?%/, '')).toBe(text);
});
