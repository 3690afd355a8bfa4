import { expect, it } from 'vitest';
import { shownName } from './shown-name.ts';

it.each([
  [{ name: 'shop', title: 'My shop' }, 'My shop'],
  [{ name: 'shop', title: null }, 'shop'],
  [{ name: 'shop' }, 'shop'],
  [{ name: 'shop', title: '' }, 'shop'],
  [{ name: 'shop', title: ' \t\u3000' }, 'shop'],
  [{ name: null, title: 'My shop' }, 'My shop'],
  [{ name: ' ', title: ' ' }, ''],
  [{ name: null }, ''],
  [{ name: 'shop', title: ' My shop ' }, ' My shop '],
])('%j is shown as "%s"', (dataset, shown) => {
  expect(shownName(dataset)).toBe(shown);
});
