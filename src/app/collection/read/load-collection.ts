import { CollectionJoiner } from '../../../engine/columns/collection-joiner.ts';
import { RowCodes } from '../../../engine/columns/row-codes.ts';
import { type LoadedCollection, type LoadOptions, LoadRun } from './load-run.ts';

/**
 * Loads all of a list in ascending order, several pages at a time, while it changes: what comes out is what the list held at some
 * moment at the end of the load, as far as `evidence` says. Rejects with the signal's reason, or with a failure that is final or
 * does not pass; what was read until then was told to `onProgress`.
 */
export async function loadCollection(options: LoadOptions): Promise<LoadedCollection> {
  const run = new LoadRun(options, { joiner: new CollectionJoiner(new RowCodes()) });
  const known = await run.reader.ask(0);
  return (await run.finish({ known })).loaded;
}
