import type { Caller } from '../source/caller.ts';
import type { Source } from '../source/source.ts';

/** What every route works with. */
export interface RouteContext {
  readonly source: Source;
  /** Who makes a request. Throws 401 (CONTRACT, "Errors, sign-in, limits"). */
  readonly callerOf: (request: Request) => Promise<Caller>;
  /** Where the server of a request is reached, no slash at its end: what the links in an answer begin with. */
  readonly baseUrlOf: (request: Request) => string;
}
