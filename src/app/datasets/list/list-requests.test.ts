import { expect, it } from 'vitest';
import { homeView } from '../../address/paths.ts';
import { pagesOf } from './list-requests.ts';

const page = { total: 2500, count: 50, offset: 0, limit: 50, desc: true, items: [] };

it.each([
  ['the most that the API grants', page, undefined, 3],
  ['what a load has shown', page, 100, 25],
  ['less than was asked for, as the page itself shows', { ...page, limit: 20 }, undefined, 125],
  ['a list without rows takes one', { ...page, total: 0 }, undefined, 1],
])('counts requests by %s', (_, shown, pageRows, pages) => {
  expect(pagesOf({ view: homeView, page: shown }, pageRows)).toBe(pages);
});
