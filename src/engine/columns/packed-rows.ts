import {
  type CodedColumn,
  type CodedValue,
  type Collection,
  type Column,
  type ColumnsOf,
  codesOf,
  flagsOf,
  numbersOf,
  textsOf,
} from './collection.ts';
import { type ColumnDescription, fieldsOf, type TableDescription } from './table-description.ts';
import { isWhole, type PackedTexts, packTexts, TextColumn, unpackTexts } from './text-column.ts';

/** Codes in the narrowest array that holds them. */
type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of some rows as it is kept. */
type PackedColumn = PackedTexts | Codes | Float64Array;

/** Columns of some rows, by name, in a form that is quickly written and read. */
export type PackedRows = Readonly<Record<string, PackedColumn>>;

/** The values of the coded columns, by name: what the codes of packed rows mean. */
export type PackedValues = Readonly<Record<string, readonly CodedValue[]>>;

/** Changes with every change of the columns that packed rows have: those of other columns cannot be read. */
export function packedForm({ columns }: TableDescription): string {
  const forms = Object.entries(columns).map(([name, column]) => `${fieldsOf(name, column).join('+')}:${column.kind}`);
  return forms.join(' ');
}

/** The values of the coded columns. */
export function packValues(collection: Collection): PackedValues {
  const coded = Object.entries(collection.table.columns).filter(([, { kind }]) => kind === 'coded');
  return Object.fromEntries(coded.map(([name]) => [name, codesOf(collection, name).values]));
}

/** The rows `from` to `to`, which is not in it, of a collection as they are kept. */
export function packRows(collection: Collection, from: number, to: number): PackedRows {
  const packed = Object.entries(collection.table.columns).map(([name, { kind }]): [string, PackedColumn] => {
    switch (kind) {
      case 'text':
      case 'any': {
        const texts = textsOf(collection, name);
        return [name, packTexts((row) => texts.at(row) ?? null, from, to)];
      }
      case 'coded': {
        const { codes, values } = codesOf(collection, name);
        return [name, narrow(codes.subarray(from, to), values.length)];
      }
      // A view of an array would be kept with all that it is a view of.
      case 'boolean':
        return [name, flagsOf(collection, name).slice(from, to)];
      default:
        return [name, numbersOf(collection, name).slice(from, to)];
    }
  });
  return Object.fromEntries(packed);
}

function narrow(codes: Uint32Array, values: number): Codes {
  if (values <= 0x100) return new Uint8Array(codes);
  return values <= 0x10000 ? new Uint16Array(codes) : new Uint32Array(codes);
}

/** Roughly how many bytes packed rows take: a text of letters other than Latin ones takes twice as many. */
export function bytesOf(rows: PackedRows): number {
  return Object.values(rows).reduce(
    (bytes, column) => bytes + ('text' in column ? column.text.length + column.lengths.byteLength : column.byteLength),
    0,
  );
}

/** Puts a collection together from packed rows, one part after the other, so that no two of them are there at a time. */
export class PackedRowsReader<Table extends TableDescription> {
  readonly #table: Table;
  readonly #count: number;
  readonly #columns: readonly ColumnReader[];
  #rows = 0;
  #isSound = true;

  constructor(table: Table, { count, values }: { readonly count: number; readonly values: PackedValues }) {
    this.#table = table;
    this.#count = count;
    this.#columns = Object.entries<ColumnDescription>(table.columns).map(([name, column]) =>
      columnReader({ name, column, count, values: values[name] ?? [], isId: name === table.id }),
    );
  }

  /** Adds the next part, of so many rows. Answers whether it is what it should be; if not, nothing comes of the whole. */
  add(part: unknown, rows: number): boolean {
    const from = this.#rows;
    const fields = typeof part === 'object' && part !== null ? (part as Readonly<Record<string, unknown>>) : {};
    this.#isSound &&=
      from + rows <= this.#count && this.#columns.every(({ name, add }) => add(fields[name], { from, rows }));
    this.#rows += rows;
    return this.#isSound;
  }

  /** The collection; `undefined` when something of it is missing or was spoilt. */
  finish(): Collection<Table> | undefined {
    if (!this.#isSound || this.#rows !== this.#count) return undefined;
    const columns = Object.fromEntries(this.#columns.map(({ name, finish }) => [name, finish()]));
    // The columns of a description are read by their kinds, as `ColumnsOf` says.
    return { table: this.#table, count: this.#count, total: this.#count, columns: columns as ColumnsOf<Table> };
  }
}

interface Stretch {
  readonly from: number;
  readonly rows: number;
}

interface ColumnReader {
  readonly name: string;
  /** Adds packed values, unchecked; answers whether they are what they should be. */
  readonly add: (packed: unknown, stretch: Stretch) => boolean;
  readonly finish: () => Column;
}

function columnReader(options: {
  readonly name: string;
  readonly column: ColumnDescription;
  readonly count: number;
  readonly values: readonly CodedValue[];
  readonly isId: boolean;
}): ColumnReader {
  const { name, column, count, values, isId } = options;
  switch (column.kind) {
    case 'text':
      return { name, ...(column.isPacked ? packedReader() : textReader(count, isId)) };
    case 'any':
      return { name, ...packedReader() };
    case 'coded':
      return { name, ...codesReader(count, values) };
    case 'boolean':
      return { name, ...numbersReader(new Uint8Array(count), (packed) => packed instanceof Uint8Array) };
    default:
      return { name, ...numbersReader(new Float64Array(count), (packed) => packed instanceof Float64Array) };
  }
}

type Reading = Omit<ColumnReader, 'name'>;

function textReader(count: number, isId: boolean): Reading {
  const texts = new Array<string | null>(count);
  return {
    add(packed, { from, rows }) {
      if (!isTexts(packed, rows)) return false;
      // A row without an id is in no collection.
      return !(isId && packed.lengths.some((length) => length < 0)) && unpackTexts(packed, texts, from);
    },
    finish: () => texts,
  };
}

/** What stays packed, as it is kept. */
function packedReader(): Reading {
  const columns: TextColumn[] = [];
  return {
    add(packed, { rows }) {
      if (!isTexts(packed, rows) || !isWhole(packed)) return false;
      columns.push(TextColumn.ofLengths(packed.text, packed.lengths));
      return true;
    },
    finish: () => TextColumn.join(columns.map((column) => ({ column, from: 0, to: column.length }))),
  };
}

function codesReader(count: number, values: readonly CodedValue[]): Reading {
  const codes = new Uint32Array(count);
  return {
    add(packed, { from, rows }) {
      if (!isCodes(packed) || packed.length !== rows || packed.some((code) => code >= values.length)) return false;
      codes.set(packed, from);
      return true;
    },
    finish: (): CodedColumn => ({ codes, values }),
  };
}

function numbersReader<Numbers extends Float64Array | Uint8Array>(
  numbers: Numbers,
  isRight: (packed: unknown) => boolean,
): Reading {
  return {
    add(packed, { from, rows }) {
      if (!isRight(packed) || (packed as Numbers).length !== rows) return false;
      numbers.set(packed as Numbers, from);
      return true;
    },
    finish: () => numbers,
  };
}

function isTexts(packed: unknown, rows: number): packed is PackedTexts {
  if (typeof packed !== 'object' || packed === null || !('text' in packed) || !('lengths' in packed)) return false;
  return typeof packed.text === 'string' && packed.lengths instanceof Int32Array && packed.lengths.length === rows;
}

function isCodes(packed: unknown): packed is Codes {
  return packed instanceof Uint8Array || packed instanceof Uint16Array || packed instanceof Uint32Array;
}
