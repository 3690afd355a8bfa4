/** How a column is asked for in the search field. */
interface ColumnQuery {
  /** What is typed before the colon, in letters from a to z. */
  readonly key: string;
  /** What to type after it, in a few words. */
  readonly hint: string;
  /** A value, without the key. */
  readonly example: string;
  /** Its values are people: `me` is the reader. Of a coded column, whose first field is the person's id. */
  readonly isPeople?: true;
  /** Other columns of texts that are looked at as well. */
  readonly also?: readonly string[];
}

interface Described {
  /** What it is called: "Clean items". */
  readonly label: string;
  /** The same within a sentence, where that is not the label in small letters. */
  readonly inSentence?: string;
  /** Left out, nothing can be asked of it but by plain words. */
  readonly query?: ColumnQuery;
}

/** How texts are put in order: as a reader does it, in the way of a language, or by their characters, as ids are. */
type TextOrder = 'natural' | 'characters';

/** What columns of texts have in common. */
interface DescribedTexts extends Described {
  /** Left out, rows are not ordered by it. */
  readonly order?: TextOrder;
  /** Whether plain words of a search are looked for in it. */
  readonly isSearched?: true;
}

/** Texts that are different in most rows; `null` is none. */
export interface DescribedText extends DescribedTexts {
  readonly kind: 'text';
  /** A row without it, or with an empty one, breaks a rule. Then it is `''`. */
  readonly isRequired?: true;
  /** Seldom read: kept in little memory. */
  readonly isPacked?: true;
  /** It is ordered by the first text among these columns that is not blank. */
  readonly shows?: readonly string[];
}

/** Texts of which there are few different ones. */
export interface DescribedCodes extends DescribedTexts {
  readonly kind: 'coded';
  /** Where its value is several fields of a row together, these; the first one is required. Else the column's own name is the field. */
  readonly fields?: readonly [string, ...string[]];
  /** Of its fields, the first of these that has a text is what a reader sees. */
  readonly shows?: readonly string[];
}

/** Whole numbers from 0 on (`count`), or any numbers. */
interface DescribedNumber extends Described {
  readonly kind: 'count' | 'number';
  /** That a row has none breaks no rule. */
  readonly isOptional?: true;
}

/** Points in time: ISO 8601 in a row, in ms since 1970 in the column. */
interface DescribedTime extends Described {
  readonly kind: 'time';
  /** That a row has none breaks no rule. */
  readonly isOptional?: true;
}

/** True, false or neither. */
interface DescribedBoolean extends Described {
  readonly kind: 'boolean';
}

/** Any values that JSON has, mixed; ordered as `compareAny` does. */
interface DescribedAny extends Described {
  readonly kind: 'any';
  readonly isSearched?: true;
}

/** All that is said of a column: everything that is done with it follows from this. Its name is that of its field in a row. */
export type ColumnDescription =
  | DescribedText
  | DescribedCodes
  | DescribedNumber
  | DescribedTime
  | DescribedBoolean
  | DescribedAny;

export type ColumnKind = ColumnDescription['kind'];

/** What a row is or is not: its text is missing, its number is not above 0, or its number is less than another one of the row. */
export type StateTest =
  | { readonly is: 'missing'; readonly column: string }
  | { readonly is: 'zero'; readonly column: string }
  | { readonly is: 'less'; readonly column: string; readonly than: string };

/** A question that each row answers with yes or no, and the words after `is:` for both. */
interface StateDescription {
  /** What the filter is called; left out, there is none to be seen. */
  readonly title?: string;
  readonly test: StateTest;
  /** By word, in the order in which they are offered; `holds` is what `test` must answer. */
  readonly words: Readonly<Record<string, { readonly label: string; readonly holds: boolean }>>;
}

/**
 * A table, described. What can be asked of it, how it is read, put in order, searched, counted, kept and exported follows from this
 * alone: no other place names a column.
 */
export interface TableDescription {
  /** What a row is, in one word: "dataset". */
  readonly thing: string;
  /** By name, in the order in which they are offered. */
  readonly columns: Readonly<Record<string, ColumnDescription>>;
  /** The fields of a row in the order of an export; those that are not here come after them. */
  readonly fields: readonly string[];
  /** The text column that tells rows apart. */
  readonly id: string;
  /** The time column by which the rows stand in the list. */
  readonly time: string;
  /** Longer texts are cut, in UTF-16 units. */
  readonly maxTextChars: number;
  /** What a row can be, by the name of the question. */
  readonly states: Readonly<Record<string, StateDescription>>;
  /** What to type after `is:`. */
  readonly statesHint: string;
  /** What is counted beside the table, in order: columns by their query keys, and states. */
  readonly facets: readonly string[];
  /** What is drawn: rows over `time`, those apart that are in the state `marked`, and by `amount`, of which `part` is a part. */
  readonly charts: { readonly marked: string; readonly amount: string; readonly part: string };
}

/** The names of the columns of a table. */
export type ColumnName<Table extends TableDescription> = keyof Table['columns'] & string;

type FieldsOf<Name extends string, Column> = Column extends { readonly fields: readonly (infer Field extends string)[] }
  ? Field
  : Name;

/** The fields of a row, as they cross the network. */
export type FieldName<Table extends TableDescription> = {
  [Name in ColumnName<Table>]: FieldsOf<Name, Table['columns'][Name]>;
}[ColumnName<Table>];

type OrNull<Column, Value> = Column extends { readonly isOptional: true } ? Value | null : Value;

type ValueOf<Column, Field> = Column extends { readonly kind: 'text'; readonly isRequired: true }
  ? string
  : Column extends { readonly kind: 'coded'; readonly fields: readonly [infer First, ...string[]] }
    ? Field extends First
      ? string
      : string | null
    : Column extends { readonly kind: 'text' | 'coded' }
      ? string | null
      : Column extends { readonly kind: 'time' }
        ? OrNull<Column, string>
        : Column extends { readonly kind: 'count' | 'number' }
          ? OrNull<Column, number>
          : Column extends { readonly kind: 'boolean' }
            ? boolean | null
            : unknown;

type Union<Fields> = (Fields extends unknown ? (fields: Fields) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** A row of a table: its fields and what they hold. */
export type RowOf<Table extends TableDescription> = Union<
  {
    [Name in ColumnName<Table>]: {
      readonly [Field in FieldsOf<Name, Table['columns'][Name]>]: ValueOf<Table['columns'][Name], Field>;
    };
  }[ColumnName<Table>]
>;

/** The columns that rows can be put in order by. */
export type SortColumn<Table extends TableDescription> = {
  [Name in ColumnName<Table>]: Table['columns'][Name] extends { readonly kind: 'text' | 'coded' }
    ? Table['columns'][Name] extends { readonly order: TextOrder }
      ? Name
      : never
    : Name;
}[ColumnName<Table>];

type KeyOf<Column> = Column extends { readonly query: { readonly key: infer Key extends string } } ? Key : never;

/** The query keys of the columns of some kinds. */
export type QueryKeyOf<Table extends TableDescription, Kind extends ColumnKind> = {
  [Name in ColumnName<Table>]: Table['columns'][Name] extends { readonly kind: Kind }
    ? KeyOf<Table['columns'][Name]>
    : never;
}[ColumnName<Table>];

/** The words after `is:`. */
export type StateWord<Table extends TableDescription> = {
  [Name in keyof Table['states']]: keyof Table['states'][Name]['words'] & string;
}[keyof Table['states']];

/** The names of what is counted beside the table. */
export type FacetNameOf<Table extends TableDescription> = Table['facets'][number];

/** Whether rows can be put in order by a column. */
export function isSortable(column: ColumnDescription): boolean {
  return column.kind === 'text' || column.kind === 'coded' ? column.order !== undefined : true;
}

/** The columns that rows can be put in order by, in the order of the description. */
export function sortColumnsOf<Table extends TableDescription>({ columns }: Table): readonly SortColumn<Table>[] {
  // The keys of a description are its own, and the type says of them what `isSortable` does.
  return Object.keys(columns).filter((name) => columns[name] && isSortable(columns[name])) as SortColumn<Table>[];
}

/** The fields that a column is read from. */
export function fieldsOf(name: string, column: ColumnDescription): readonly string[] {
  return column.kind === 'coded' ? (column.fields ?? [name]) : [name];
}

/** The column that a query key asks for. Throws a `RangeError` where none has it. */
export function columnOfKey({ columns }: TableDescription, key: string): string {
  const found = Object.entries(columns).find(([, { query }]) => query?.key === key);
  if (found === undefined) throw new RangeError(`No column is asked for by "${key}:".`);
  return found[0];
}
