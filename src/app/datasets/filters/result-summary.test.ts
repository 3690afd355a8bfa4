import { describe, expect, it } from 'vitest';
import { shareText } from './result-summary.tsx';

describe('shareText', () => {
  it.each([
    [1, '100%', '100 %'],
    [0.99999, '99.9%', '99,9 %'],
    [0.9744, '97.4%', '97,4 %'],
    [0.00001, '0.1%', '0,1 %'],
    [0, '0%', '0 %'],
  ])('of %f is %s', (share, english, german) => {
    expect([shareText(share, ['en']), shareText(share, ['de'])]).toEqual([english, german]);
  });
});
