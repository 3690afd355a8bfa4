import type { Collection } from '../../../engine/columns/collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { type Facet, facetsOf } from '../../../engine/facets/facets-of.ts';
import { parseQuery } from '../../../engine/query/parse-query.ts';
import { type Asker, readerOf } from '../../../engine/query/reader.ts';

/** Which search the filters stand beside. */
export interface FacetsQuestion extends Asker {
  /** The text of the search field. */
  readonly q: string;
  /** Values to list of owners, Actors and access at most; chosen ones are always listed. */
  readonly topValues: number;
}

/** What each filter offers beside what a search finds, with numbers of the rows that are loaded. */
export function answerFacets(
  collection: Collection,
  question: FacetsQuestion,
  nowMs: number,
): Readonly<Record<string, Facet>> {
  const { q, topValues } = question;
  return facetsOf(collection, {
    filters: parseQuery(q, languageOf(collection.table)).terms,
    reader: readerOf(question, nowMs),
    topValues,
  });
}
