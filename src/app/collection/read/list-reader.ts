import type { Dictionaries } from '../../../engine/columns/dictionaries.ts';
import { readBlock } from '../../../engine/columns/row-block.ts';
import type { PageFetcher } from '../fetch/page-fetcher.ts';
import { endOf, type RowWindow, type RowWindows, windowOf } from './row-windows.ts';
import { TotalSwings } from './total-swings.ts';

/** A page that was answered, and where it stands. */
export interface Answer {
  readonly window: RowWindow;
  /** Rows that the list has, by the answer; `undefined` when it does not say. */
  readonly total: number | undefined;
}

export interface ListReaderOptions {
  readonly fetcher: PageFetcher;
  readonly dictionaries: Dictionaries;
  /** Rows asked for at a time. */
  readonly limit: number;
  /** Requests under way at a time. */
  readonly concurrency: number;
  /** Told after each answer. */
  readonly onAnswer: (windows: RowWindows) => void;
}

interface SendOptions {
  readonly signal?: AbortSignal;
  /** Called each time just before the request goes out. */
  readonly onSend?: () => void;
}

/** Asks for rows of the list, and knows what the last answers said about it. */
export class ListReader {
  readonly options: ListReaderOptions;
  /** Rows that the server grants at a time, as far as is known. */
  pageRows: number;
  /** Rows that the list has, by the last answer. */
  total: number;
  /** What became of the total from answer to answer. */
  readonly swings = new TotalSwings();

  constructor(options: ListReaderOptions, known = 0) {
    this.options = options;
    this.pageRows = options.limit;
    this.total = known;
  }

  /** Asks for rows from a place on. */
  async ask(offset: number, send: SendOptions = {}): Promise<Answer> {
    const { fetcher, dictionaries, limit } = this.options;
    const { signal = fetcher.signal, onSend = () => {} } = send;
    const page = await fetcher.fetch({ offset, limit }, { signal, onSend });
    const { total = this.total, items } = page;
    const window = windowOf(readBlock(items, dictionaries), offset);
    this.total = total;
    this.swings.add(total);
    if (items.length > this.pageRows || (items.length > 0 && endOf(window) < total)) this.pageRows = items.length;
    return { window, total: page.total };
  }
}
