import fc from 'fast-check';
import { filterOf, type ListFilter, type ListView, listParams } from '../list-params.ts';
import { readParams } from '../params.ts';

/** What a request without parameters asks for: tests say what is otherwise, so that a new parameter is none of their concern. */
export const defaultView: ListView = readParams(listParams, new URLSearchParams(), ({ codec }) => {
  throw new Error(`"${codec.name}" cannot be absent.`);
});

/** The list that has every dataset which a list without parameters has. */
export const defaultFilter: ListFilter = filterOf(defaultView);

/** Every filter that there is. */
export const anyFilter: fc.Arbitrary<ListFilter> = fc.record({
  ownership: fc.constantFrom('all', 'ownedByMe', 'sharedWithMe'),
  unnamed: fc.boolean(),
});
