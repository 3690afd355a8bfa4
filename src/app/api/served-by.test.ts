import { describe, expect, it } from 'vitest';
import { readServerInfo, sourceLabel } from './served-by.ts';

const user = { id: 'u1', username: 'you' };

describe('what the server says of itself', () => {
  it('is read from the page', () => {
    const info = { kind: 'database', label: 'my.db', user } as const;
    expect(readServerInfo(JSON.stringify(info))).toEqual(info);
  });

  it.each([null, '', '{', '{"kind":"other","label":"x","user":null}', '[]'])('is nothing when it is %j', (content) => {
    expect(readServerInfo(content)).toBeUndefined();
  });
});

describe('where the datasets come from', () => {
  it.each([
    [{ kind: 'sample', label: 'Sample', user }, 'localhost:4780', { name: 'Sample data', place: 'this computer' }],
    [{ kind: 'sample', label: 'Sample', user }, '[::1]:4780', { name: 'Sample data', place: 'this computer' }],
    [{ kind: 'database', label: 'my.db', user }, '127.0.0.1:4780', { name: 'my.db', place: 'this computer' }],
    [
      { kind: 'database', label: 'my.db', user: null },
      'data.example.org',
      { name: 'my.db', place: 'data.example.org' },
    ],
    [
      { kind: 'upstream', label: 'api.apify.com', user: null },
      'localhost:4780',
      { name: 'api.apify.com', place: undefined },
    ],
    [undefined, 'api.example.org', { name: 'api.example.org', place: undefined }],
    [{ kind: 'database', label: 'my.db', user }, '127.evil.example', { name: 'my.db', place: '127.evil.example' }],
  ] as const)('%j at %s: %j', (served, host, label) => {
    expect(sourceLabel(served, host)).toEqual(label);
  });
});
