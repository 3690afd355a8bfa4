import type { Codec } from '../../contract/codec.ts';

/** More is no search, and an address must stay one. In UTF-16 units. */
export const maxQueryChars = 500;

/**
 * The text of the search field in the dashboard's URL: `q=shop+is:empty`, as it was typed. Every text of that length is one: what
 * `parseQuery` cannot read of it is explained beside the field. Not in `contract`, because it never crosses the network.
 */
export const queryParam: Codec<string> = {
  name: 'q',
  absent: '',
  accepted: `a text of at most ${maxQueryChars} characters`,
  errorType: 'invalid-parameter',
  parse: (raw) => (raw.length <= maxQueryChars ? raw : undefined),
  serialize: (text) => text,
};
