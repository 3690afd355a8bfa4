import { useEffect, useState } from 'react';
import type { DatasetListItem } from '../../../contract/dataset.ts';
import { filterOf } from '../../../contract/list-params.ts';
import { isAsked, type View } from '../../address/view-params.ts';
import { sourceKey } from '../../collection/fetch/list-source.ts';
import { type BlockAnswer, RowBlocks } from '../../table/window/row-blocks.ts';
import { readerLocales } from '../../ui/format/number-format.ts';
import type { ShownPage } from '../list/list-state.ts';
import type { List } from '../list/use-list.ts';
import { isWholeNow } from '../list/use-list.ts';
import { fetchPatiently } from '../pages/fetch-patiently.ts';

/** Rows of the API that are asked for together, and how long a place must be wanted until it is asked for, in ms. */
const apiRows = 100;
const settleMs = 90;
/** The worker answers within milliseconds: it is asked for little at a time, and waited for. */
const workerRows = 32;
const holdMs = 250;

/** What is read of which list, in which order. */
export interface Reading {
  /** What is asked, whatever place it is read at. */
  readonly question: Omit<View, 'limit' | 'offset'>;
  /** Whether the collection answers, and not the API by pages. */
  readonly isWhole: boolean;
  readonly source: RowBlocks<DatasetListItem>;
}

interface KeyedReading extends Reading {
  readonly key: string;
  readonly list: string;
}

interface Options {
  readonly view: View;
  readonly list: List;
  readonly shown: ShownPage;
  readonly userId: string | undefined;
}

/** All rows of the list on screen, in its order: from the collection where that has them, else by pages of the API. */
export function useRowSource(options: Options): Reading {
  const key = readingKey(options);
  const [reading, setReading] = useState<KeyedReading>(() => ({ ...read(options), key }));
  let current = reading;
  if (reading.key !== key) {
    current = { ...read(options, reading), key };
    setReading(current);
  }
  const { source } = current;
  useEffect(() => () => source.close(), [source]);
  return current;
}

/** What is on screen while other rows are on their way is what was asked before. */
function questionOf({ view, shown }: Options): Reading['question'] {
  const { limit: _limit, offset: _offset, ...question } = shown.source === 'before' ? shown.view : view;
  return question;
}

function isAnswered(question: Reading['question'], { list }: Options): boolean {
  return isAsked(question) || isWholeNow(list);
}

/** Another key, other rows. */
function readingKey(options: Options): string {
  const { list, shown, userId } = options;
  const question = questionOf(options);
  const { version: rows, refreshes } = list.collection.state;
  const version = isAnswered(question, options) ? `v${rows}.${refreshes}` : `at ${shown.updatedAtMs}`;
  return JSON.stringify([sourceKey(list.collection.source), question, version, userId]);
}

function read(options: Options, last?: KeyedReading): Omit<KeyedReading, 'key'> {
  const { list, shown, userId } = options;
  const question = questionOf(options);
  const isWhole = isAnswered(question, options);
  const name = JSON.stringify([sourceKey(list.collection.source), question]);
  const { page } = shown;
  const before = last?.list === name ? last.source : undefined;
  const source = new RowBlocks<DatasetListItem>({
    total: page.total,
    before,
    // What is on screen may be from before the rows were read again.
    ...(isWhole && before ? {} : { seed: { offset: page.offset, rows: page.items } }),
    ...(isWhole
      ? { blockRows: workerRows, settleMs: 0, holdMs, read: askWorker(question, { list, userId }) }
      : { blockRows: Math.min(apiRows, grantedRows(shown)), settleMs, holdMs: 0, read: askApi(question) }),
  });
  return { list: name, question, isWhole, source };
}

function grantedRows({ page, view }: ShownPage): number {
  return page.limit < view.limit ? Math.max(1, page.limit) : apiRows;
}

function askWorker(question: Reading['question'], { list, userId }: Pick<Options, 'list' | 'userId'>) {
  const { sort, desc, q } = question;
  return async (offset: number, limit: number): Promise<BlockAnswer<DatasetListItem>> => {
    const asked = { sort, desc, q, offset, limit, userId, locales: readerLocales() };
    const answer = await list.collection.ask('page', asked);
    if (answer === undefined) throw new Error('Nothing is loaded any more.');
    return { rows: answer.rows, count: answer.rows.length, total: answer.matching };
  };
}

function askApi(question: Reading['question']) {
  return async (offset: number, limit: number, signal: AbortSignal): Promise<BlockAnswer<DatasetListItem>> => {
    const { items, count, total } = await fetchPatiently(
      { ...filterOf(question), desc: question.desc, offset, limit },
      signal,
    );
    return { rows: items, count, total };
  };
}
