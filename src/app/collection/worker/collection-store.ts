import { type ListSource, sourceKey } from '../fetch/list-source.ts';
import { type CollectionState, type LoadFailure, nothingLoaded, type OfferedRows } from '../read/collection-state.ts';
import type { AnswerName, AnswerOf, QuestionOf } from './answers.ts';

/** Whatever loads a list and answers from it, on another thread. */
export interface CollectionConnection {
  readonly open: (source: ListSource, onState: (state: CollectionState) => void) => Promise<void>;
  readonly load: (maxRequests: number | undefined) => Promise<void>;
  readonly offer: (page: OfferedRows) => Promise<void>;
  readonly readAgain: () => Promise<void>;
  /** Ends it: nothing of any list stays behind. */
  readonly close: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly hold: (isHeld: boolean) => Promise<void>;
  readonly refreshRows: (question: QuestionOf<'page'>) => Promise<void>;
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
  /** Turns to a list: to another one than before begins anew, with nothing loaded but what is `known` of it. */
  readonly open: (source: ListSource, known?: CollectionState) => void;
  /** Puts up what is kept of the list that is open. */
  readonly restore: () => void;
  /** Loads the list that is open, or brings it up to date; not when that turns out to take more than `maxRequests`. */
  readonly load: (maxRequests?: number) => void;
  /** Gives what the page has of the list, to be asked while another tab loads it. */
  readonly offer: (page: OfferedRows) => void;
  /** Reads all rows of the list that is open, also those that are there. */
  readonly readAgain: () => void;
  readonly stop: () => void;
  /** Pauses the load, or goes on with it. */
  readonly hold: (isHeld: boolean) => void;
  /** Reads the rows of a page again that are older than a moment. */
  readonly refreshRows: (question: QuestionOf<'page'>) => void;
  /** Forgets everything. No list is open afterwards. */
  readonly close: () => Promise<void>;
  /** Asks the rows that are there. Rejects when the worker cannot be had. */
  readonly ask: AskCollection;
}

/** A list that the page has turned to. */
interface OpenList {
  readonly source: ListSource;
  /** Its versions are counted from that of its first state: no two lists have one in common. */
  readonly first: CollectionState;
}

/** A store over a connection that is made when it is first needed. */
export function createCollectionStore(connect: () => Promise<CollectionConnection>): CollectionStore {
  const listeners = new Set<() => void>();
  let state = nothingLoaded;
  let open: OpenList | undefined;
  /** The connection with the list that was last opened there: what is told to it goes one after the other. */
  let connected:
    | { readonly connection: Promise<CollectionConnection>; readonly list: OpenList | undefined }
    | undefined;
  /** What a list is open at, or being opened. */
  let made: CollectionConnection | undefined;
  let closings = 0;

  /** The same, once the list is open there. */
  let there: { readonly connection: CollectionConnection; readonly list: OpenList } | undefined;

  function change(next: CollectionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  /** The connection, with the list open that is on screen. */
  function ready(): Promise<CollectionConnection> {
    const list = open;
    if (list === undefined) return Promise.reject(new Error('No list is open.'));
    if (connected?.list !== list) {
      connected = { connection: openThere(connected?.connection ?? connect(), list), list };
    }
    return connected.connection;
  }

  async function openThere(connection: Promise<CollectionConnection>, list: OpenList): Promise<CollectionConnection> {
    const before = closings;
    const opened = await connection;
    if (closings !== before) throw new Error('The collections were closed.');
    made = opened;
    await opened.open(list.source, (next) => {
      if (open === list) change({ ...next, version: list.first.version + 1 + next.version });
    });
    there = { connection: opened, list };
    return opened;
  }

  /** Does something with the connection; that it cannot be had is a failure of the collection. */
  function tell(act: (connection: CollectionConnection) => Promise<void>): void {
    const list = open;
    const connection = ready();
    connection.then(act).catch((error: unknown) => {
      forget(connection);
      if (open === list) change({ ...state, phase: 'failed', failure: failureOf(error) });
    });
  }

  /** Has the next one connect anew who wants something; not where somebody has already. */
  function forget(connection: Promise<CollectionConnection>): void {
    if (connected?.connection === connection) connected = undefined;
  }

  /** The list of a source, if that is the one that is open. */
  function openList(source: ListSource): OpenList | undefined {
    return open !== undefined && identityOf(open.source) === identityOf(source) ? open : undefined;
  }

  return {
    stateOf: (source) => (openList(source) ? state : nothingLoaded),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(source, known = nothingLoaded) {
      if (openList(source)) return;
      open = { source, first: { ...known, version: state.version + 1 } };
      change(open.first);
      // What was being loaded is given up, also when nothing is asked of the new list.
      if (connected !== undefined) tell(async () => {});
    },
    restore() {
      // Without it, the list is loaded from the server.
      const connection = ready();
      connection.catch(() => forget(connection));
    },
    load: (maxRequests) => tell((connection) => connection.load(maxRequests)),
    offer: (page) => tell((connection) => connection.offer(page)),
    readAgain: () => tell((connection) => connection.readAgain()),
    stop: () => tell((connection) => connection.stop()),
    hold: (isHeld) => tell((connection) => connection.hold(isHeld)),
    refreshRows: (question) => tell((connection) => connection.refreshRows(question)),
    async close() {
      const closing = made;
      closings += 1;
      made = undefined;
      there = undefined;
      connected = undefined;
      open = undefined;
      change({ ...nothingLoaded, version: state.version + 1 });
      // At once: what is wanted next is not for the connection that ends.
      await closing?.close();
    },
    // At once where that is possible: what waits for a promise waits for all that is being drawn.
    ask: (name, question) =>
      there !== undefined && there.list === open
        ? there.connection.ask(name, question)
        : ready().then((connection) => connection.ask(name, question)),
  };
}

/** What keeps the worker from starting is no answer of the server. */
function failureOf(error: unknown): LoadFailure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unreachable', status: 0, type: 'worker-not-started', message };
}

function identityOf(source: ListSource): string {
  return `${source.baseUrl} ${source.token ?? ''} ${sourceKey(source)}`;
}
