import type { ListFilter, ListView } from '../../../contract/list-params.ts';

/** Who makes a request: the user that a token belongs to, or the local user of a server that asks for none. */
export interface Caller {
  /** 17 characters, the `userId` on the wire. */
  readonly userId: string;
  readonly username: string;
}

/** JSON, already serialised: rows go to the wire as the source keeps them and are not parsed in between. */
export type JsonText = string;

/** What `GET /v2/datasets/{id}` says beyond a row of the list. Dates are ISO 8601 with milliseconds and `Z`. */
export interface DatasetRecord {
  readonly id: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly userId: string;
  readonly username: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly accessedAt: string;
  readonly itemCount: number;
  readonly cleanItemCount: number;
  readonly actId: string | null;
  readonly actRunId: string | null;
  readonly generalAccess: string;
  readonly stats: { readonly readCount: number; readonly writeCount: number; readonly storageBytes: number };
  /** Only for a caller with write access. */
  readonly urlSigningSecretKey?: string;
}

/** What `PUT /v2/datasets/{id}` changes; a missing key stays as it is, `name: null` un-names. */
export interface DatasetPatch {
  readonly name?: string | null;
  readonly title?: string | null;
  readonly generalAccess?: string;
}

/** One page of the list: `total` counts all that match the view's filter. */
export interface ListedDatasets {
  readonly total: number;
  /** One serialised row of the list each, in order. */
  readonly items: readonly JsonText[];
}

/** Which of a dataset's stored rows. */
interface ItemsSlice {
  readonly offset: number;
  readonly limit: number;
  readonly desc: boolean;
}

/** A slice of a dataset's stored rows. */
export interface ReadItems {
  /** All rows of the dataset. */
  readonly total: number;
  /** How many rows `batches` holds in all. */
  readonly count: number;
  /** The rows in order, a bounded number at a time, so that a dataset of any size is read in bounded memory. */
  readonly batches: AsyncIterable<readonly JsonText[]>;
}

/** One item to store: its JSON and whether something is left of it without hidden fields (keys beginning with `#`). */
export interface NewItem {
  readonly json: JsonText;
  readonly clean: boolean;
}

/** Whose requests are answered. */
export interface Callers {
  /** The user of a token, `undefined` when there is none. */
  authenticate(token: string): Promise<Caller | undefined>;
  /** The user that a request without a token is, on a server that asks for none. */
  localUser(): Promise<Caller>;
}

/**
 * What the API is answered from. `ref` is a dataset's id, `~name` (the caller's) or `username~name`, names matched without
 * regard to case. Every method throws an `ApiError` of the contract: 404 `record-not-found` for what is not there, 403
 * `insufficient-permissions` for what is another user's.
 */
export interface ReadSource extends Callers {
  /** A user by id or username, `undefined` when there is none. */
  findUser(idOrUsername: string): Promise<Caller | undefined>;
  /**
   * The datasets that the view's `ListFilter` chooses, every key of which a source knows by its `FilterRules`; of them the page
   * that `offset` and `limit` (already clamped) name.
   */
  listDatasets(caller: Caller, view: ListView): Promise<ListedDatasets>;
  getDataset(caller: Caller, ref: string): Promise<DatasetRecord>;
  readItems(caller: Caller, ref: string, slice: ItemsSlice): Promise<ReadItems>;
  /** Ends what is open; later calls reject. */
  close(): Promise<void>;
}

/** What a source has besides where it can write. What a method has resolved is on disk. */
export interface WriteSource {
  /** The caller's dataset of that name, made if it is not there; `name` absent makes an unnamed one. */
  createDataset(
    caller: Caller,
    options: { readonly name?: string },
  ): Promise<{ readonly dataset: DatasetRecord; readonly created: boolean }>;
  /** Throws 400 `name-not-unique` when the caller has another dataset of that name. */
  updateDataset(caller: Caller, ref: string, patch: DatasetPatch): Promise<DatasetRecord>;
  deleteDataset(caller: Caller, ref: string): Promise<void>;
  /** All or nothing; counts, `modifiedAt` and the list's totals are right at once. */
  pushItems(caller: Caller, ref: string, items: readonly NewItem[]): Promise<void>;
}

/** A source can write by all methods of `WriteSource` or by none: one that has some of them does not compile. */
export type Source = ReadSource & (WriteSource | { readonly [Method in keyof WriteSource]?: never });

/** A source that is a server of the API itself: its answers are passed on as they come, and not made by our routes. */
export interface ProxySource {
  /**
   * What answers the requests for `/v2/*`. `callers` are those that may use a token of the server's own.
   * @throws Error for options that would give away a token
   */
  createHandler(options: {
    readonly requireToken: boolean;
    readonly callers: Callers | undefined;
  }): (request: Request) => Promise<Response>;
}

/**
 * A rule for every value of every parameter of the list's filter; a forgotten one does not compile. The rules of a parameter with more
 * than a few values (any text, any number) are `never`: a source cannot keep a list for each, so it first needs another way.
 */
export type FilterRules<Rule> = { readonly [Key in keyof ListFilter]: RuleOfValue<ListFilter[Key], Rule> };

type RuleOfValue<Value extends string | number | boolean, Rule> = string extends Value
  ? never
  : number extends Value
    ? never
    : { readonly [Name in `${Value}`]: Rule };

/** The rules of a filter, one for each parameter. A dataset is on the list when it keeps all of them. */
export function chosenRules<Rule>(rules: FilterRules<Rule>, filter: ListFilter): Rule[] {
  const keys = Object.keys(rules) as (keyof ListFilter)[];
  // The rules of a parameter have its values for keys, which TypeScript cannot see across a loop.
  return keys.map((key) => (rules[key] as Readonly<Record<string, Rule>>)[String(filter[key])] as Rule);
}
