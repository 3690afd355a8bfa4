import { expect, it } from 'vitest';
import { querySuggestions } from '../../collection/engine/query/query-suggestions.ts';
import { suggestionHint } from './suggestion-hint.ts';

it('has a hint for every key', () => {
  const keys = querySuggestions('', { caret: 0, facets: {} });
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ insert }) => suggestionHint(insert) === undefined)).toEqual([]);
  expect(suggestionHint('-owner:')).toBe(suggestionHint('owner:'));
  expect(suggestionHint('is:empty')).toBeUndefined();
});
