import { describe, expect, it } from 'vitest';
import { databaseFileError } from './database-file.ts';

describe('why a database file cannot be used', () => {
  it.each([
    ['EACCES', 'no permission to read and write it'],
    ['EROFS', 'it is on a read-only file system'],
    ['SQLITE_READONLY', 'no permission to write it'],
    ['SQLITE_FULL', 'the disk is full'],
    ['SQLITE_CORRUPT', 'it is damaged'],
    ['SQLITE_OTHER', 'what SQLite said'],
    ['toString', 'what SQLite said'],
  ])('says it in words for %s', (code, reason) => {
    const error = databaseFileError('my.db', Object.assign(new Error('what SQLite said'), { code }));
    expect(error.message).toBe(`Cannot use my.db as the database: ${reason}.`);
  });

  it('keeps an error that says it already', () => {
    const error = databaseFileError('my.db', new Error('first'));
    expect(databaseFileError('my.db', error)).toBe(error);
  });
});
