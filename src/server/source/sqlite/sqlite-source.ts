import type { Source } from '../source.ts';
import type { ImportedData, ImportSummary } from './import-datasets.ts';
import type { ListedUser } from './users.ts';

/** The embedded database: a source, and what the commands do beside the API. */
export interface SqliteSource extends Source {
  readonly users: {
    /** Makes a user, or brings a removed one back; the token is shown here and never again. Throws `UserError`. */
    add(username: string): Promise<{ readonly token: string; readonly restored: boolean }>;
    /** All users that were not removed, the local one among them. */
    list(): Promise<readonly ListedUser[]>;
    /** Revokes the user's tokens and what is shared with it, and hides it; its datasets stay. Throws `UserError`. */
    remove(username: string): Promise<void>;
    /** Lets a user read a dataset (an id, `username~name`, or `~name` of the local user's). False when it was so. Throws `UserError`. */
    share(ref: string, username: string): Promise<boolean>;
    /** Takes a share back. False when there was none. Throws `UserError`. */
    unshare(ref: string, username: string): Promise<boolean>;
  };
  /** Stores many datasets in one transaction, all or none. Throws `ImportError`. */
  importDatasets(data: ImportedData): Promise<ImportSummary>;
}
