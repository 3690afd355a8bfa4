/** A condition on a value: one bound, or from and to, both included. */
export type Comparison<Value> =
  | { readonly op: '=' | '<' | '<=' | '>' | '>='; readonly value: Value }
  | { readonly op: '..'; readonly from: Value; readonly to: Value };

/** Keys whose value is a text. */
export const textKeys = ['name', 'id', 'owner', 'actor', 'run', 'access'] as const;
/** Keys whose value is a number of items. */
export const countKeys = ['items', 'clean'] as const;
/** Keys whose value is a point in time. */
export const timeKeys = ['created', 'modified', 'accessed'] as const;
/** What a dataset can be. `dirty`: some of its items are not clean. */
export const isWords = ['named', 'unnamed', 'empty', 'filled', 'clean', 'dirty'] as const;

export type TextKey = (typeof textKeys)[number];
export type CountKey = (typeof countKeys)[number];
export type TimeKey = (typeof timeKeys)[number];
export type IsWord = (typeof isWords)[number];

/**
 * One condition of a query; `not` turns it round.
 *
 * - `word`: the text stands anywhere in what a row has of names and ids (`foldText`).
 * - a text key: the whole value is the text, in any case and accent; `*` stands for anything, `\*` for a star. `owner` may be `me`.
 * - a time key: a date as `parseDate` reads it, or an age as `parseAge` does: `<7d` is less than seven days ago.
 */
export type Term = { readonly not: boolean } & (
  | { readonly key: 'word'; readonly text: string }
  | { readonly key: TextKey; readonly text: string }
  | { readonly key: CountKey; readonly range: Comparison<number> }
  | { readonly key: TimeKey; readonly range: Comparison<string> }
  | { readonly key: 'is'; readonly word: IsWord }
);
