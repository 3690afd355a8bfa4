import { anyText } from './any-value.ts';
import { type Collection, type Column, flagCodes, idsOf, numbersOf } from './collection.ts';
import type { Dictionaries } from './dictionaries.ts';
import { parseIsoMs } from './iso-time.ts';
import { type ColumnDescription, fieldsOf } from './table-description.ts';
import { TextColumn } from './text-column.ts';

/** A column of some rows: as a collection holds it, but of a coded column the codes alone. */
export type BlockColumn = Exclude<Column, { readonly codes: Uint32Array }> | Uint32Array;

/**
 * Rows that stand next to each other in the list, by columns, as a `Collection` has them; codes are those of the `Dictionaries` that it
 * was read with. A row that has no id is in it with the id `''`: it has a place in the list.
 */
export interface RowBlock {
  readonly count: number;
  readonly columns: Readonly<Record<string, BlockColumn>>;
  /** The column that tells rows apart. */
  readonly ids: readonly string[];
  /** The column by which rows stand in the list, in ms since 1970. */
  readonly timesMs: Float64Array;
  /** The rows whose value of a field is none of its kind, or is missing where it must not, by field. */
  readonly flaws: ReadonlyMap<string, readonly number[]>;
  /** The rows of which a text was cut; one may stand there twice. */
  readonly cut: readonly number[];
}

/** A collection as one block; its codes are those of `Dictionaries.of(collection)`. */
export function blockOf(collection: Collection): RowBlock {
  const columns = Object.entries(collection.columns).map(([name, column]) => [
    name,
    'codes' in column ? column.codes : column,
  ]);
  const { table, count } = collection;
  return {
    count,
    columns: Object.fromEntries(columns),
    ids: idsOf(collection),
    timesMs: numbersOf(collection, table.time),
    flaws: new Map(),
    cut: [],
  };
}

type Fields = Readonly<Record<string, unknown>>;

const noFields: Fields = {};

/**
 * Reads rows as the API answers them, or as a server does that breaks its rules: what is missing or of another type becomes `null`,
 * `NaN` or `''`, and is noted in `flaws`. By hand, and not with the schema of a page: a million rows are read so. Column by column: each
 * loop is of one kind of value.
 */
export function readBlock(items: readonly unknown[], dictionaries: Dictionaries): RowBlock {
  const { table } = dictionaries;
  const reader = new BlockReader(items, dictionaries);
  // First, since a row without an id cannot be here, and has no other problems.
  const ids = reader.ids(table.id);
  const columns: Record<string, BlockColumn> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    columns[name] = name === table.id ? ids : reader.column(name, column);
  }
  // The time is a column of numbers: the description says so, and a test of it.
  return {
    count: items.length,
    columns,
    ids,
    timesMs: columns[table.time] as Float64Array,
    flaws: reader.flaws,
    cut: reader.cut,
  };
}

class BlockReader {
  readonly flaws = new Map<string, number[]>();
  readonly cut: number[] = [];
  readonly #rows: Fields[];
  readonly #dictionaries: Dictionaries;
  readonly #maxTextChars: number;
  /** Rows that cannot be here. */
  readonly #absent = new Set<number>();

  constructor(items: readonly unknown[], dictionaries: Dictionaries) {
    // Any object may be read by names; the values are checked one by one.
    this.#rows = items.map((item) => (typeof item === 'object' && item !== null ? (item as Fields) : noFields));
    this.#dictionaries = dictionaries;
    this.#maxTextChars = dictionaries.table.maxTextChars;
  }

  ids(name: string): string[] {
    const ids = this.#requiredTexts(name);
    for (const [row, id] of ids.entries()) if (id === '') this.#absent.add(row);
    for (const row of this.#absent) this.#rows[row] = noFields;
    return ids;
  }

  column(name: string, column: ColumnDescription): BlockColumn {
    switch (column.kind) {
      case 'text': {
        const texts = column.isRequired ? this.#requiredTexts(name) : this.#texts(name);
        return column.isPacked ? TextColumn.of(texts) : texts;
      }
      case 'coded': {
        const [first = name, ...others] = fieldsOf(name, column);
        const isRequired = column.fields !== undefined;
        const texts = [
          isRequired ? this.#requiredTexts(first) : this.#texts(first),
          ...others.map((one) => this.#texts(one)),
        ];
        return this.#dictionaries.of(name).codesOf(texts, this.#rows.length);
      }
      case 'time':
        return this.#times(name, column.isOptional === true);
      case 'count':
        return this.#numbers(name, { isRight: isCount, isOptional: column.isOptional === true });
      case 'number':
        return this.#numbers(name, { isRight: Number.isFinite, isOptional: column.isOptional === true });
      case 'boolean':
        return this.#flags(name);
      case 'any':
        return TextColumn.of(this.#rows.map((fields) => anyText(fields[name])));
    }
  }

  #texts(field: string): (string | null)[] {
    const rows = this.#rows;
    const texts = new Array<string | null>(rows.length).fill(null);
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]?.[field];
      if (typeof value === 'string') texts[row] = value.length <= this.#maxTextChars ? value : this.#cut(value, row);
      else if (!isNothing(value)) this.#flaw(field, row);
    }
    return texts;
  }

  #requiredTexts(field: string): string[] {
    const rows = this.#rows;
    const texts = new Array<string>(rows.length).fill('');
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]?.[field];
      if (typeof value !== 'string' || value === '') this.#flaw(field, row);
      else texts[row] = value.length <= this.#maxTextChars ? value : this.#cut(value, row);
    }
    return texts;
  }

  #times(field: string, isOptional: boolean): Float64Array {
    const rows = this.#rows;
    const times = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]?.[field];
      const timeMs = typeof value === 'string' ? parseIsoMs(value) : Number.NaN;
      times[row] = timeMs;
      if (Number.isNaN(timeMs) && !(isOptional && isNothing(value))) this.#flaw(field, row);
    }
    return times;
  }

  #numbers(
    field: string,
    { isRight, isOptional }: { readonly isRight: (value: unknown) => boolean; readonly isOptional: boolean },
  ): Float64Array {
    const rows = this.#rows;
    const numbers = new Float64Array(rows.length);
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]?.[field];
      const isNumber = typeof value === 'number' && isRight(value);
      numbers[row] = isNumber ? value : Number.NaN;
      if (!isNumber && !(isOptional && isNothing(value))) this.#flaw(field, row);
    }
    return numbers;
  }

  #flags(field: string): Uint8Array {
    const rows = this.#rows;
    const flags = new Uint8Array(rows.length).fill(flagCodes.neither);
    for (let row = 0; row < rows.length; row += 1) {
      const value = rows[row]?.[field];
      if (typeof value === 'boolean') flags[row] = value ? flagCodes.true : flagCodes.false;
      else if (!isNothing(value)) this.#flaw(field, row);
    }
    return flags;
  }

  #cut(value: string, row: number): string {
    this.cut.push(row);
    // Through JSON, since a part of a string keeps all of it in memory.
    return JSON.parse(JSON.stringify(`${value.slice(0, this.#maxTextChars)}…`)) as string;
  }

  #flaw(field: string, row: number): void {
    if (this.#absent.has(row)) return;
    const rows = this.flaws.get(field);
    if (rows === undefined) this.flaws.set(field, [row]);
    else rows.push(row);
  }
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
