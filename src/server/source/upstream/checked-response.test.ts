import { expect, it } from 'vitest';
import { type ExpectedBody, expectedBody } from './checked-response.ts';

const cases: [string, string, ExpectedBody][] = [
  ['GET', '/v2/datasets?limit=2', 'data'],
  ['POST', '/v2/datasets', 'data'],
  ['GET', '/v2/datasets/user~name', 'data'],
  ['GET', '/v2/datasets/abc/statistics', 'data'],
  ['GET', '/v2/users/me', 'data'],
  ['OPTIONS', '/v2/datasets', 'no-page'],
  ['GET', '/v2/datasets/abc/items', 'json'],
  ['GET', '/v2/datasets/abc/items?format=json', 'json'],
  ['GET', '/v2/datasets/abc/items?format=', 'json'],
  ['POST', '/v2/datasets/abc/items?format=html', 'json'],
  ['GET', '/v2/datasets/abc/items?format=jsonl', 'no-page'],
  ['GET', '/v2/datasets/abc/items?format=csv', 'no-page'],
  ['GET', '/v2/datasets/abc/items?format=html', 'anything'],
  ['GET', '/v2/actor-runs/abc/dataset/items', 'json'],
  ['GET', '/v2/key-value-stores/abc/records/page.html', 'anything'],
  ['GET', '/v2/key-value-stores/abc/keys', 'no-page'],
  ['GET', '/v2/acts', 'no-page'],
];

it.each(cases)('%s %s answers %s', (method, path, expected) => {
  const { pathname, search } = new URL(path, 'http://localhost');
  expect(expectedBody({ method, pathname, search })).toBe(expected);
});
