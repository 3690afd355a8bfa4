import { existsSync } from 'node:fs';
import type { SqliteSource } from '../source/sqlite/open-sqlite.ts';
import { CommandError } from './flags.ts';
import { openDatabase } from './open-database.ts';
import type { Command } from './read-command.ts';

/** The commands that change who may read what. */
export type UserCommand = Extract<Command, { readonly dataFile: string | undefined }>;

/**
 * Does one of them, in a database that a server may have open, and returns what to print. Nothing but the token is on the
 * last line of a new user's.
 * @throws CommandError, UserError, DatabaseFileError
 */
export async function editUsers(command: UserCommand): Promise<string> {
  const { dataFile } = command;
  // A new database has nobody to list, and nothing to share: the name is a slip.
  if (dataFile !== undefined && command.kind !== 'add-user' && !existsSync(dataFile)) {
    throw new CommandError(`There is no file ${dataFile}.`);
  }
  const { source } = await openDatabase(dataFile);
  try {
    return await edit(command, source.users);
  } finally {
    await source.close();
  }
}

async function edit(command: UserCommand, users: SqliteSource['users']): Promise<string> {
  switch (command.kind) {
    case 'add-user': {
      const { token, restored } = await users.add(command.username);
      const done = restored ? `${command.username} is back, with the datasets it had.` : `Added ${command.username}.`;
      return `${done} This token is shown once:\n${token}`;
    }
    case 'list-users': {
      const listed = await users.list();
      const width = Math.max(...listed.map(({ username }) => username.length));
      return listed
        .map(({ userId, username, createdAt }) => `${username.padEnd(width)}  ${userId}  ${createdAt}`)
        .join('\n');
    }
    case 'remove-user':
      await users.remove(command.username);
      return `Removed ${command.username}. Its datasets stay.`;
    case 'share': {
      const changed = await users.share(command.dataset, command.username);
      return `${command.dataset} is ${changed ? 'now' : 'already'} shared with ${command.username}.`;
    }
    case 'unshare': {
      const changed = await users.unshare(command.dataset, command.username);
      return `${command.dataset} ${changed ? 'is no longer' : 'was not'} shared with ${command.username}.`;
    }
  }
}
