import { SourceError, type UserStore } from '../source/interface/source-definition.ts';
import { definitionOf, type SourceChoice } from '../source/registry.ts';
import type { Command } from './read-command.ts';

/** The commands that change who may read what. */
export type UserCommand = Extract<Command, { readonly source: SourceChoice }>;

/**
 * Carries out one of these commands and returns what to print. A server may have the source open meanwhile. The last line that is
 * printed of a new user is the token alone.
 * @throws SourceError
 */
export async function editUsers(command: UserCommand): Promise<string> {
  // All other commands need a user or dataset that exists: a source that is not there has been misspelt.
  const mayCreate = command.kind === 'add-user';
  const opened = await definitionOf(command.source).openUsers?.(command.source.target, { mayCreate });
  if (opened === undefined) throw new SourceError('This source keeps no users.');
  try {
    return await edit(command, opened.users);
  } finally {
    await opened.close();
  }
}

async function edit(command: UserCommand, users: UserStore): Promise<string> {
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
