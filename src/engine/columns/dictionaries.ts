import type { CodedColumn, CodedValue, Collection } from './collection.ts';
import { codesOf } from './collection.ts';
import { fieldsOf, type TableDescription } from './table-description.ts';

/** Texts of some rows: of several fields, those of each. */
type Texts = readonly (string | null)[];

/** The different values of a coded column, each with a number, in the order of first sight. */
export class Dictionary {
  readonly #values: CodedValue[] = [];
  readonly #fields: readonly string[];
  readonly #codes = new Map<string | null, number>();
  /** Of several fields: the codes of texts together, where the first field alone does not tell. */
  readonly #others = new Map<string, number>();
  /** The fields' texts of each value. */
  readonly #texts: Texts[] = [];
  #last = -1;

  constructor(fields: readonly string[]) {
    this.#fields = fields;
  }

  /** The code of each row, of which `fields` has the texts of each field. */
  codesOf(fields: readonly Texts[], count: number): Uint32Array {
    const codes = new Uint32Array(count);
    const [first = [], second] = fields;
    if (second === undefined) {
      for (let row = 0; row < count; row += 1) codes[row] = this.#codeOf(first[row] ?? null);
    } else {
      for (let row = 0; row < count; row += 1) codes[row] = this.#codeOfAll(fields, row);
    }
    return codes;
  }

  /** The values seen until now, which do not change with what is seen later. */
  values(): readonly CodedValue[] {
    return [...this.#values];
  }

  /** Takes values over that have codes already, in the order of these. */
  take(values: readonly CodedValue[]): void {
    for (const value of values) {
      const isRecord = typeof value === 'object' && value !== null;
      this.codesOf(isRecord ? this.#fields.map((field) => [value[field] ?? null]) : [[value as string | null]], 1);
    }
  }

  #codeOf(text: string | null): number {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#values.push(text) - 1;
      this.#codes.set(text, code);
    }
    return code;
  }

  #codeOfAll(fields: readonly Texts[], row: number): number {
    // Rows next to each other often have the same value, and few first texts come with more than one of the others.
    if (this.#isAt(this.#last, fields, row)) return this.#last;
    const first = fields[0]?.[row] ?? null;
    const known = this.#codes.get(first);
    if (known !== undefined && this.#isAt(known, fields, row)) {
      this.#last = known;
      return known;
    }
    const texts = fields.map((column) => column[row] ?? null);
    const key = JSON.stringify(texts);
    let code = this.#others.get(key);
    if (code === undefined) {
      code = this.#values.push(Object.fromEntries(this.#fields.map((field, at) => [field, texts[at] ?? null]))) - 1;
      this.#texts.push(texts);
      this.#others.set(key, code);
      if (known === undefined) this.#codes.set(first, code);
    }
    this.#last = code;
    return code;
  }

  #isAt(code: number, fields: readonly Texts[], row: number): boolean {
    const texts = this.#texts[code];
    if (texts === undefined) return false;
    for (let at = 0; at < fields.length; at += 1) if (texts[at] !== (fields[at]?.[row] ?? null)) return false;
    return true;
  }
}

/** The dictionaries of the coded columns, shared by all blocks of one collection. */
export class Dictionaries<Table extends TableDescription = TableDescription> {
  readonly table: Table;
  readonly #dictionaries: ReadonlyMap<string, Dictionary>;

  constructor(table: Table) {
    this.table = table;
    this.#dictionaries = new Map(
      Object.entries(table.columns).flatMap(([name, column]) =>
        column.kind === 'coded' ? [[name, new Dictionary(fieldsOf(name, column))]] : [],
      ),
    );
  }

  /** Begins with the dictionaries of a collection, so that its codes stay right. */
  static of(collection: Collection): Dictionaries {
    const dictionaries = new Dictionaries(collection.table);
    for (const [name, dictionary] of dictionaries.#dictionaries) dictionary.take(codesOf(collection, name).values);
    return dictionaries;
  }

  /** That of a coded column. */
  of(name: string): Dictionary {
    const dictionary = this.#dictionaries.get(name);
    if (dictionary === undefined) throw new RangeError(`There is no column "${name}" of few values.`);
    return dictionary;
  }
}

/** Few different values of texts of which there may be many: as a coded column has them. */
export function codeTexts(texts: Texts): CodedColumn<string | null> {
  const dictionary = new Dictionary(['']);
  const codes = dictionary.codesOf([texts], texts.length);
  return { codes, values: dictionary.values() as readonly (string | null)[] };
}
