import { sampleSource } from '../sample/open-sample.ts';
import type { FlagSource, SourceDefinition } from './interface/source-definition.ts';
import { sqliteSource } from './sqlite/open-sqlite.ts';
import { upstreamSource } from './upstream/upstream-source.ts';

/**
 * Every source, by the flag that chooses it. A line here is all that the command needs: the flag, its variable (`SETLIST_` and the
 * flag), the help, the check that one source is chosen, and what is opened follow from it (docs/how-to/add-a-source.md).
 */
export const sources = {
  data: sqliteSource,
  upstream: upstreamSource,
} as const satisfies Readonly<Record<string, FlagSource<unknown>>>;

/** The name of a flag that chooses a source, without its dashes. */
export type SourceFlag = keyof typeof sources;

/** Which source: the flag and what its value came to, by the definition's `read`. Without a flag it is the sample data. */
export type SourceChoice =
  | { readonly flag: SourceFlag; readonly target: unknown }
  | { readonly flag: undefined; readonly target: undefined };

/** How the chosen source is opened. Its methods take the target of the choice. */
export function definitionOf({ flag }: SourceChoice): SourceDefinition<unknown> {
  return flag === undefined ? sampleSource : sources[flag];
}
