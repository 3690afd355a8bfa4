import type { DatasetPage } from '../../../contract/dataset-page.ts';
import type { RequestFailure } from '../../api/request-failure.ts';
import type { Problem } from '../fetch/problem.ts';

/** A page of the list as the API gave it. */
export type OfferedRows = Pick<DatasetPage, 'items' | 'total' | 'desc'>;

/** How far the collection of a list is. */
export interface CollectionState {
  /**
   * `none`: nothing was loaded · `kept`: as it was kept on this device, and not yet brought up to date · `loading` · `paused`: without a
   * network, it goes on by itself, or because it `isHeld` · `larger`: it was begun with a bound, and takes more than that · `stopped`: by
   * the reader · `failed` · `complete`: every row is here · `partial`: the load has ended, but the server has broken its rules, or the
   * list never rested.
   */
  readonly phase: 'none' | 'kept' | 'loading' | 'paused' | 'larger' | 'stopped' | 'failed' | 'complete' | 'partial';
  /** Changes whenever other rows can be asked. */
  readonly version: number;
  /** Rows that can be asked. */
  readonly covered: number;
  /** Rows that the list has, by the server's last word; `undefined` while it has said nothing. */
  readonly total: number | undefined;
  /** Rows that the server grants at a time, once a load has shown it. */
  readonly pageRows: number | undefined;
  /** Whether the rows that can be asked were all of the list at that time. */
  readonly wasWhole: boolean;
  /** When the rows were read, the oldest of them, in ms since 1970. */
  readonly asOfMs: number | undefined;
  /** How many of them were kept from before, and not read again since: their counts and times may be old. */
  readonly oldRows: number;
  /** Changes whenever some of the rows were read again, which move nowhere. */
  readonly refreshes: number;
  readonly progress: CollectionProgress | undefined;
  /** Whether another tab loads the list, for which this one waits. */
  readonly isWaiting: boolean;
  /** Whether the reader has paused the load. */
  readonly isHeld: boolean;
  readonly problems: readonly Problem[];
  /** Why it failed. */
  readonly failure: LoadFailure | undefined;
}

/** What a `RequestFailure` says, as it crosses from another thread. */
export type LoadFailure = Pick<RequestFailure, 'kind' | 'status' | 'type' | 'message'>;

/** How far a load is. */
export interface CollectionProgress {
  /** Rows that were read. */
  readonly rows: number;
  /** Whether all of them were read, and are read once more to be sure. */
  readonly isChecking: boolean;
  readonly requests: number;
  readonly expectedRequests: number;
  readonly remainingMs: number;
  /** When the request that failed is sent again, in ms since 1970. */
  readonly retryAtMs: number | undefined;
}

/** Nothing was loaded. */
export const nothingLoaded: CollectionState = {
  phase: 'none',
  version: 0,
  covered: 0,
  total: undefined,
  pageRows: undefined,
  wasWhole: false,
  asOfMs: undefined,
  oldRows: 0,
  refreshes: 0,
  progress: undefined,
  isWaiting: false,
  isHeld: false,
  problems: [],
  failure: undefined,
};

/** Whether every row of the list can be asked, of the list as it is now or as it was. */
export function coversList({ wasWhole, covered }: CollectionState): boolean {
  return wasWhole && covered > 0;
}
