/** A database file that cannot be used. The message is one plain line that names the file and says why. */
export class DatabaseFileError extends Error {
  override readonly name = 'DatabaseFileError';

  constructor(file: string, reason: string, cause?: unknown) {
    super(`Cannot use ${file} as the database: ${reason}.`, { cause });
  }
}
