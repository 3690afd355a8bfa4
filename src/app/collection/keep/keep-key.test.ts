import { expect, it } from 'vitest';
import { defaultFilter } from '../../../contract/testing/list-views.ts';
import type { ListSource } from '../fetch/list-source.ts';
import { keepKey } from './keep-key.ts';

const source: ListSource = {
  baseUrl: 'https://setlist.test',
  server: 'test',
  token: 'setlist_secret',
  credentials: 'omit',
  onDevice: true,
  list: defaultFilter,
};

it('tells server, user and view from others, and tells nobody the token', async () => {
  const others: Partial<ListSource>[] = [
    {},
    { server: 'another' },
    { token: 'setlist_other' },
    { token: undefined },
    { token: undefined, userId: 'ada' },
    { list: { ...defaultFilter, unnamed: true } },
    { list: { ...defaultFilter, ownership: 'ownedByMe' } },
  ];
  const keys = await Promise.all(others.map((other) => keepKey({ ...source, ...other })));
  expect(new Set(keys).size).toBe(others.length);
  expect(keys.join()).not.toContain('secret');
  expect(await keepKey(source)).toBe(keys[0]);
});

it('is none for who may only see it in this tab', async () => {
  expect(await keepKey({ ...source, onDevice: false })).toBeUndefined();
  expect(await keepKey({ ...source, onDevice: undefined })).toBeUndefined();
});
