import type { DatasetListItem } from '../../../contract/dataset.ts';
import type { ListFilter } from '../../../contract/list-params.ts';
import { RequestFailure } from '../../api/request-failure.ts';
import type { FetchPage } from '../fetch/page-fetcher.ts';

/** A dataset as the server keeps it. */
interface ModelDataset {
  readonly id: string;
  readonly createdAtMs: number;
  readonly isMine: boolean;
  isShared: boolean;
  isNamed: boolean;
  itemCount: number;
  modifiedAtMs: number;
}

/** Something that happens to the datasets; `pick` chooses among those that it can happen to. */
export interface ModelChange {
  readonly kind: 'create' | 'delete' | 'push' | 'name' | 'unname' | 'share' | 'unshare';
  readonly pick: number;
}

/** How a server answers that keeps to the rules, and yet makes it hard. */
export interface ModelAnswering {
  /** What happens before a request is answered, by the number of the request; after the last, the list rests. */
  readonly changes: readonly (readonly ModelChange[])[];
  /** The most rows that are granted, by the number of the request; the last stays. */
  readonly caps: readonly number[];
  /** How many turns an answer is on its way, by the number of the request. */
  readonly delays: readonly number[];
  /** Which requests fail, and how, by the number of the request. */
  readonly failures: ReadonlyMap<number, 'rate-limited' | 'server' | 'unreachable' | 'cut'>;
  /** Whether a request is answered from the list as it is when its answer arrives; else as it is when it is sent. */
  readonly answersLate: boolean;
}

/** More than any load of a list this small takes. */
const maxRequests = 20_000;

/** The API's list in memory: rows in order of creation, and all that may happen to them between two requests. */
export class ModelList {
  readonly view: ListFilter;
  readonly #datasets: ModelDataset[] = [];
  /** The ids that the list held, after each answer. */
  readonly history: string[][] = [];
  requests = 0;
  #created = 0;

  constructor(view: ListFilter, count: number) {
    this.view = view;
    for (let n = 0; n < count; n++) this.change({ kind: 'create', pick: n * 7 + (n >> 2) });
  }

  get rows(): readonly ModelDataset[] {
    return this.#datasets.filter((dataset) => this.#isListed(dataset));
  }

  get ids(): string[] {
    return this.rows.map(({ id }) => id);
  }

  change({ kind, pick }: ModelChange): void {
    if (kind === 'create') {
      this.#create(pick);
      return;
    }
    const able = this.#datasets.filter((dataset) => canChange(dataset, kind));
    const dataset = able[pick % Math.max(1, able.length)];
    if (dataset === undefined) return;
    if (kind === 'delete') this.#datasets.splice(this.#datasets.indexOf(dataset), 1);
    if (kind === 'push') dataset.itemCount += 1 + (pick % 3);
    if (kind === 'name' || kind === 'unname') dataset.isNamed = kind === 'name';
    if (kind === 'share' || kind === 'unshare') dataset.isShared = kind === 'share';
    dataset.modifiedAtMs += 1;
  }

  /** Answers requests as the API does; `history` has what the list held at each. */
  fetchPage(answering: ModelAnswering): FetchPage {
    return async ({ offset, limit, signal }) => {
      const number = this.requests++;
      if (number > maxRequests) throw Object.assign(new Error('This load does not end.'), { status: 400 });
      const answer = () => {
        this.#happen(answering, number);
        return this.#answer(answering, { number, offset, limit });
      };
      const early = answering.answersLate ? undefined : answer();
      for (let turn = answering.delays[number % Math.max(1, answering.delays.length)] ?? 0; turn > 0; turn--) {
        await Promise.resolve();
      }
      signal.throwIfAborted();
      const answered = early ?? answer();
      if (answered instanceof RequestFailure) throw answered;
      return answered;
    };
  }

  #happen({ changes }: ModelAnswering, number: number): void {
    for (const change of changes[number] ?? []) this.change(change);
    this.history.push(this.ids);
  }

  #answer({ caps, failures }: ModelAnswering, asked: { number: number; offset: number; limit: number }): unknown {
    const { number, offset } = asked;
    const failure = failures.get(number);
    if (failure === 'cut') return { total: this.rows.length };
    if (failure !== undefined) {
      return new RequestFailure({ kind: failure, status: 503, type: failure, message: 'Later.' });
    }
    const limit = Math.min(asked.limit, caps[Math.min(number, caps.length - 1)] ?? 1000);
    const rows = this.rows;
    const items = rows.slice(offset, offset + limit).map(itemOf);
    return { total: rows.length, offset, limit, desc: false, count: items.length, items };
  }

  #create(pick: number): void {
    const n = this.#created++;
    this.#datasets.push({
      id: `id-${n}`,
      // Several in the same millisecond keep their order of creation.
      createdAtMs: Date.UTC(2026, 0, 1) + (n >> 1),
      isMine: pick % 3 !== 0,
      isShared: pick % 5 !== 0,
      isNamed: pick % 4 !== 0,
      itemCount: pick % 2,
      modifiedAtMs: Date.UTC(2026, 0, 1) + n,
    });
  }

  #isListed({ isMine, isShared, isNamed, itemCount }: ModelDataset): boolean {
    const { unnamed, ownership } = this.view;
    if (!isMine && !isShared) return false;
    if (ownership !== 'all' && isMine !== (ownership === 'ownedByMe')) return false;
    return unnamed ? itemCount > 0 : isNamed;
  }
}

function canChange({ isMine, isShared, isNamed }: ModelDataset, kind: ModelChange['kind']): boolean {
  if (kind === 'name') return !isNamed;
  if (kind === 'unname') return isNamed;
  if (kind === 'share') return !isMine && !isShared;
  if (kind === 'unshare') return !isMine && isShared;
  return true;
}

function itemOf(dataset: ModelDataset): DatasetListItem {
  const { id, isMine, isNamed, itemCount, createdAtMs, modifiedAtMs } = dataset;
  return {
    id,
    name: isNamed ? `name-${id}` : null,
    title: null,
    userId: isMine ? 'me' : 'other',
    username: isMine ? 'me' : 'other',
    createdAt: new Date(createdAtMs).toISOString(),
    modifiedAt: new Date(modifiedAtMs).toISOString(),
    accessedAt: new Date(modifiedAtMs).toISOString(),
    itemCount,
    cleanItemCount: itemCount,
    actId: null,
    actRunId: null,
    generalAccess: 'RESTRICTED',
  };
}
