import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ListFilter } from '../../../contract/list-params.ts';
import { chosenRules, type FilterRules } from '../interface/source.ts';
import type { DatasetRow } from './dataset-row.ts';
import type { Schema } from './schema.ts';

/** Which datasets a list has, of those that its user owns (`isOwner`) and of those that are shared with the user. */
export interface ListRule {
  holds(dataset: DatasetRow, isOwner: boolean): boolean;
  /** The same in SQL, for many datasets at once. */
  condition(eb: ExpressionBuilder<Schema, 'datasets'>, isOwner: boolean): Expression<SqlBool>;
}

/**
 * What each value of each parameter means. Every user has one list for each combination (docs/decisions/0002), numbered in this
 * order: where a parameter is added, or a value, the lists of a database are filled anew when it is next opened.
 */
const rules: FilterRules<ListRule> = {
  // CONTRACT, first table: named datasets only, empty ones included; or named and unnamed, and no empty one of either.
  unnamed: {
    false: { holds: ({ name }) => name !== null, condition: (eb) => eb('datasets.name', 'is not', null) },
    true: { holds: ({ item_count }) => item_count > 0, condition: (eb) => eb('datasets.item_count', '>', 0) },
  },
  ownership: {
    all: { holds: () => true, condition: (eb) => eb.lit(true) },
    ownedByMe: { holds: (_, isOwner) => isOwner, condition: (eb, isOwner) => eb.lit(isOwner) },
    sharedWithMe: { holds: (_, isOwner) => !isOwner, condition: (eb, isOwner) => eb.lit(!isOwner) },
  },
};

/** What the numbers of lists mean. A database holds it, so that lists of other numbers are never taken for these. */
export const listLayout = JSON.stringify(Object.entries(rules).map(([name, values]) => [name, Object.keys(values)]));

/** The rules of each of a user's lists, by its kind: 0, 1, 2 … */
export const listKinds: readonly (readonly ListRule[])[] = Object.values(rules).reduce<ListRule[][]>(
  (lists, values) => lists.flatMap((list) => Object.values<ListRule>(values).map((rule) => [...list, rule])),
  [[]],
);

/** The key of a list in `list_entries` and `list_counts`. */
export function listNumber(userNo: number, kind: number): number {
  return userNo * listKinds.length + kind;
}

/** The list that a request asks for. */
export function listOfFilter(userNo: number, filter: ListFilter): number {
  const chosen = chosenRules(rules, filter);
  return listNumber(
    userNo,
    listKinds.findIndex((list) => list.every((rule, index) => rule === chosen[index])),
  );
}

/** The kinds of a user's lists that a dataset is on. */
export function kindsOf(dataset: DatasetRow | undefined, isOwner: boolean): number[] {
  if (dataset === undefined) return [];
  return [...listKinds.keys()].filter((kind) => listKinds[kind]?.every((rule) => rule.holds(dataset, isOwner)));
}
