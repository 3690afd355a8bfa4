import type { QueryKey, QueryLanguage, Term, TermKeysOf } from '../query/query-language.ts';
import type { ColumnKind, QueryKeyOf, StateWord, TableDescription } from './table-description.ts';

/** How the values of a kind of columns are asked for. */
const kindsOfKeys = {
  text: 'text',
  coded: 'text',
  any: 'text',
  boolean: 'text',
  count: 'count',
  number: 'count',
  time: 'time',
} as const satisfies Readonly<Record<ColumnKind, QueryKey['kind']>>;

type ColumnKindOf<Kind extends QueryKey['kind']> = {
  [Column in ColumnKind]: (typeof kindsOfKeys)[Column] extends Kind ? Column : never;
}[ColumnKind];

type KeysOfKind<Table extends TableDescription, Kind extends QueryKey['kind']> = {
  readonly [Key in QueryKeyOf<Table, ColumnKindOf<Kind>>]: QueryKey & { readonly kind: Kind };
};

/** What can be asked of the rows of a table: its keys and words are known to the type. */
export interface TableLanguage<Table extends TableDescription> extends QueryLanguage {
  readonly keys: KeysOfKind<Table, 'text'> & KeysOfKind<Table, 'count'> & KeysOfKind<Table, 'time'>;
  readonly states: Readonly<Record<StateWord<Table>, QueryLanguage['states'][string]>>;
}

/** A condition on the rows of a table. */
export type TableTerm<Table extends TableDescription> = Term<TermKeysOf<TableLanguage<Table>>>;

/** The language of a table, as its columns and states say. */
export function languageOf<Table extends TableDescription>({
  thing,
  columns,
  states,
  statesHint,
}: Table): TableLanguage<Table> {
  const keys = Object.values(columns).flatMap(({ kind, label, query }): [string, QueryKey][] => {
    if (query === undefined) return [];
    const { key, hint, example, isPeople = false } = query;
    return [[key, { kind: kindsOfKeys[kind], label, hint, example, isPeople }]];
  });
  const words = Object.entries(states).flatMap(([facet, state]) =>
    Object.entries(state.words).map(([word, { label }]) => [word, { label, facet }] as const),
  );
  const language: QueryLanguage = {
    thing,
    keys: Object.fromEntries(keys),
    states: Object.fromEntries(words),
    statesHint,
  };
  // Its keys and words are those of the table, which the type reads from the same places.
  return language as TableLanguage<Table>;
}
