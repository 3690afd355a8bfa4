import { expect, it } from 'vitest';
import { querySuggestions } from '../../collection/engine/query/query-suggestions.ts';
import { acceptSuggestion } from './accept-suggestion.ts';

it.each([
  ['ow|', 'owner:', 'owner:|'],
  ['shop is:unn|', 'is:unnamed', 'shop is:unnamed |'],
  ['is:unn| shop', 'is:unnamed', 'is:unnamed |shop'],
  ['-is:em|', '-is:empty', '-is:empty |'],
  ['it| shop', 'items:', 'items:| shop'],
  ['shop |', 'is:', 'shop is:|'],
])('%s with %s is %s', (typed, insert, expected) => {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const suggestion = querySuggestions(text, { caret, facets: {} }).find((one) => one.insert === insert);
  if (suggestion === undefined) throw new Error(`${insert} is not suggested.`);
  const completed = acceptSuggestion(text, suggestion);
  expect(`${completed.text.slice(0, completed.caret)}|${completed.text.slice(completed.caret)}`).toBe(expected);
});
