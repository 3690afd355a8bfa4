import { expose } from 'comlink';
import type { TableDescription } from '../../../engine/columns/table-description.ts';
import { after } from '../../browser/after.ts';
import { listPages } from '../fetch/fetch-list-page.ts';
import type { ListSource } from '../fetch/list-source.ts';
import { withIndexedDb } from '../keep/indexed-db-records.ts';
import { keeperOf } from '../keep/keep-collection.ts';
import { keepKey } from '../keep/keep-key.ts';
import type { Keeping } from '../keep/keeping.ts';
import { shareOf } from '../keep/share-load.ts';
import type { CollectionState } from '../read/collection-state.ts';
import { forgetExports } from './answer-export.ts';
import type { AnswerName, AnswerOf } from './answers.ts';
import { CollectionHost } from './collection-host.ts';
import type { AskCollection } from './collection-store.ts';

/** What the page may ask of the worker. One list at a time: to open another one gives the load of the one before up. */
export interface CollectionWorker {
  readonly open: (source: ListSource, onState: (state: CollectionState) => void) => void;
  readonly load: (maxRequests: number | undefined) => void;
  readonly offer: CollectionHost['offer'];
  readonly readAgain: () => void;
  readonly stop: () => void;
  readonly hold: (isHeld: boolean) => void;
  readonly refreshRows: CollectionHost['refreshRows'];
  readonly ask: AskCollection;
  /** Says whether the browser has a network. */
  readonly setOnline: (isOnline: boolean) => void;
}

/** What is asked for with the rows: it is not worked out while these are drawn, which has more to do than one processor can. */
const besideRows: ReadonlySet<AnswerName> = new Set(['facets', 'summary', 'charts', 'letters']);
const drawnAfterMs = 25;

let host: CollectionHost | undefined;

function openHost(): CollectionHost {
  if (host === undefined) throw new Error('No list is open.');
  return host;
}

let isOnline = navigator.onLine;
let waiting: (() => void)[] = [];

/** Resolves when the browser has a network again; `undefined` while it has one. */
function untilOnline(): Promise<void> | undefined {
  return isOnline ? undefined : new Promise((resolve) => waiting.push(resolve));
}

/** Nothing where the list may not be kept, or the browser cannot. */
async function keepingOf(source: ListSource, table: TableDescription): Promise<Keeping | undefined> {
  const key = await keepKey(source).catch(() => undefined);
  if (key === undefined || !('indexedDB' in globalThis)) return undefined;
  const share = shareOf(key, {
    locks: 'locks' in navigator ? navigator.locks : undefined,
    openChannel: 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) : undefined,
  });
  return { keeper: keeperOf({ table, withRecords: withIndexedDb, key }), share };
}

/** Answers the page, from lists whose rows are described by `table`: what the worker of a list does. */
export function serveCollections(table: TableDescription): void {
  expose(workerOf(table));
}

function workerOf(table: TableDescription): CollectionWorker {
  return {
    open(source, onState) {
      host?.close();
      forgetExports();
      const pages = listPages(source);
      host = new CollectionHost({ ...pages, table, onState, gate: untilOnline, keeping: keepingOf(source, table) });
    },
    load: (maxRequests) => void openHost().load(maxRequests),
    offer: (page) => openHost().offer(page),
    readAgain: () => void openHost().readAgain(),
    stop: () => openHost().stop(),
    hold: (isHeld) => openHost().hold(isHeld),
    refreshRows: (question) => openHost().refreshRows(question),
    async ask(name, question) {
      const asked = openHost();
      // Rows come first: what stands beside them is asked for at the same time, and often before them.
      if (name !== 'page') await after(besideRows.has(name) ? drawnAfterMs : 0);
      // Another list has been turned to meanwhile: nobody waits for this one, and the rows of that one are no answer.
      if (asked !== host) return undefined;
      // TypeScript does not look into an answer that it knows by a name only.
      return (await asked.ask(name, question)) as AnswerOf<typeof name> | undefined;
    },
    setOnline(isOnlineNow) {
      isOnline = isOnlineNow;
      if (!isOnline) return;
      for (const goOn of waiting) goOn();
      waiting = [];
    },
  };
}
