import { expect, it } from 'vitest';
import { isMet } from '../../section.ts';
import { returnSection } from './return-section.ts';

const shown = (...drawnMs: number[]) => drawnMs.map((ms) => ({ inDocumentMs: ms - 1, drawnMs: ms }));
const counts = { datasets: 1000, rounds: 3, newDatasets: 10 };

it('compares each visit with the plain page of its round', () => {
  const { aims } = returnSection({ plain: shown(100, 200, 50), kept: shown(130, 240, 90), requests: 3 }, counts);
  expect(aims.map((aim) => [aim.value, isMet(aim)])).toEqual([
    [1.3, true],
    [3, true],
  ]);
});

it('does not call met what is not', () => {
  const { aims } = returnSection({ plain: shown(100), kept: shown(131), requests: 4 }, counts);
  expect(aims.some(isMet)).toBe(false);
});
