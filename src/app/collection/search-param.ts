import type { Codec } from '../../contract/codec.ts';

/** More is no search, and an address must stay one. */
const maxChars = 500;

/** What is searched for, in the dashboard's URL: the text of the search field, as `parseQuery` reads it. It never crosses the network. */
export const searchParam: Codec<string> = {
  name: 'q',
  absent: '',
  accepted: `a text of at most ${maxChars} characters`,
  errorType: 'invalid-parameter',
  parse: (raw) => (raw.length <= maxChars ? raw : undefined),
  serialize: (text) => text,
};
