import type { Codec } from '../../contract/codec.ts';

/** More is no search, and an address must stay one. In UTF-16 units. */
export const maxQueryChars = 500;

/** What is searched for, in the dashboard's URL: the text of the search field, as `parseQuery` reads it. It never crosses the network. */
export const searchParam: Codec<string> = {
  name: 'q',
  absent: '',
  accepted: `a text of at most ${maxQueryChars} characters`,
  errorType: 'invalid-parameter',
  parse: (raw) => (raw.length <= maxQueryChars ? raw : undefined),
  serialize: (text) => text,
};
