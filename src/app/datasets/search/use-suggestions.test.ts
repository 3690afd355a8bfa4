import { expect, it } from 'vitest';
import { acceptSuggestion, queryProblems, suggestionsAt } from './use-suggestions.ts';

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
  const suggestion = suggestionsAt(text, caret).find((one) => one.insert === insert);
  if (suggestion === undefined) throw new Error(`${insert} is not suggested.`);
  const completed = acceptSuggestion(text, suggestion);
  expect(`${completed.text.slice(0, completed.caret)}|${completed.text.slice(completed.caret)}`).toBe(expected);
});

it('tells of what was typed before, and not of what is being typed', () => {
  const q = 'items:x shop colour:red';
  expect(queryProblems(q, q.length).map(({ text }) => text)).toEqual(['items:x']);
  expect(queryProblems(q, 3).map(({ text }) => text)).toEqual(['colour:red']);
  expect(queryProblems(`${q} `, q.length + 1)).toHaveLength(2);
  expect(queryProblems('shop items:>5', 0)).toEqual([]);
});

it('has a hint for every key', () => {
  const keys = suggestionsAt('', 0);
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ hint = '' }) => hint.trim() === '').map(({ insert }) => insert)).toEqual([]);
  const hintAt = (text: string) => suggestionsAt(text, text.length)[0]?.hint;
  expect(hintAt('-owner')).toBe(hintAt('owner'));
  expect(hintAt('is:empty')).toBeUndefined();
});
