import type { AnswerName, AnswerOf, QuestionOf } from './answers.ts';
import { type CollectionState, type LoadFailure, nothingLoaded } from './collection-state.ts';
import { type ListSource, listKey } from './list-source.ts';

/** Whatever loads a list and answers from it, on another thread. */
export interface CollectionConnection {
  readonly open: (source: ListSource, onState: (state: CollectionState) => void) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly ask: AskCollection;
}

/** Asks the rows that are there; `undefined` while there is none. */
export type AskCollection = <Name extends AnswerName>(
  name: Name,
  question: QuestionOf<Name>,
) => Promise<AnswerOf<Name> | undefined>;

/** The collection of the list that is on screen, as the page sees it. */
export interface CollectionStore {
  /** How far the collection of a list is; nothing is loaded of one that is not open. */
  readonly stateOf: (source: ListSource) => CollectionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Turns to a list: to another one than before begins anew, with nothing loaded. */
  readonly open: (source: ListSource) => void;
  /** Loads the list that is open, anew if it was loaded. */
  readonly load: () => void;
  readonly stop: () => void;
  /** Asks the rows that are there. Rejects when the worker cannot be had. */
  readonly ask: AskCollection;
}

/** A store over a connection that is made when it is first needed. */
export function createCollectionStore(connect: () => Promise<CollectionConnection>): CollectionStore {
  const listeners = new Set<() => void>();
  let state = nothingLoaded;
  let source: ListSource | undefined;
  let connected: Promise<CollectionConnection> | undefined;
  let opened: string | undefined;

  function change(next: CollectionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  /** The connection, with the list open that is wanted now. */
  async function ready(): Promise<CollectionConnection> {
    connected ??= connect();
    const connection = await connected;
    const wanted = source;
    if (wanted === undefined) throw new Error('No list is open.');
    const key = identityOf(wanted);
    if (opened !== key) {
      opened = key;
      await connection.open(wanted, (next) => {
        if (opened === key) change({ ...next, version: versionOf(next.version) });
      });
    }
    return connection;
  }

  let firstVersion = 0;
  /** No two lists have versions in common. */
  function versionOf(version: number): number {
    return firstVersion + version;
  }

  function fail(error: unknown): void {
    connected = undefined;
    opened = undefined;
    change({ ...state, phase: 'failed', failure: failureOf(error) });
  }

  return {
    stateOf: (asked) => (source !== undefined && identityOf(asked) === identityOf(source) ? state : nothingLoaded),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(next) {
      if (source !== undefined && identityOf(source) === identityOf(next)) return;
      const isFirst = source === undefined;
      source = next;
      if (isFirst) return;
      firstVersion = state.version + 1;
      change({ ...nothingLoaded, version: firstVersion });
      // What was being loaded is given up, also when nothing is asked of the new list.
      if (opened !== undefined) void ready().catch(fail);
    },
    load() {
      void ready()
        .then((connection) => connection.load())
        .catch(fail);
    },
    stop() {
      void ready()
        .then((connection) => connection.stop())
        .catch(fail);
    },
    ask: async (name, question) => (await ready()).ask(name, question),
  };
}

/** What keeps the worker from starting is no answer of the server. */
function failureOf(error: unknown): LoadFailure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unreachable', status: 0, type: 'worker-not-started', message };
}

function identityOf(source: ListSource): string {
  return `${source.baseUrl} ${source.token ?? ''} ${listKey(source)}`;
}
