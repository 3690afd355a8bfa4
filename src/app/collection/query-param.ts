import type { Codec } from '../../contract/codec.ts';

/**
 * The text of the search field in the dashboard's URL: `q=shop+is:empty`, as it was typed. Every text is one: what `parseQuery`
 * cannot read of it is explained beside the field. Not in `contract`, because it never crosses the network.
 */
export const queryParam: Codec<string> = {
  name: 'q',
  absent: '',
  accepted: 'any text',
  errorType: 'invalid-parameter',
  parse: (raw) => raw,
  serialize: (text) => text,
};
