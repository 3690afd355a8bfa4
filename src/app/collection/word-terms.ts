import type { Term } from './query-term.ts';

/** The words of a search, with white space between them, as terms. */
export function wordTerms(search: string): Term[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((text) => ({ key: 'word', not: false, text }));
}
