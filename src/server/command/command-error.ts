/** What keeps a command from being done; the message is one plain line for the person who typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
